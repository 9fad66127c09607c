import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import { approveChange } from './verbs/approve-change.ts';
import { bookSession } from './verbs/book-session.ts';
import { cancelSession } from './verbs/cancel-session.ts';
import { changeLength } from './verbs/change-length.ts';
import { confirmSession } from './verbs/confirm-session.ts';
import * as booking from './booking/contract.ts';
import * as contract from './contract.ts';
import * as changes from './changing/contract.ts';
import { knownHolidays } from '../availability/port/known-holidays.ts';
import { sessionsOfCase } from './verbs/list-sessions.ts';
import { ownSessions } from './verbs/list-own-sessions.ts';
import { roomChoices } from './verbs/list-room-choices.ts';
import { moveSession } from './verbs/move-session.ts';
import { nameAttendingOfficer } from './verbs/name-attending-officer.ts';
import { readOneSession } from './verbs/read-session.ts';
import { replaceParticipant } from './verbs/replace-participant.ts';
import { restoreSession } from './verbs/restore-session.ts';
import { setRooms } from './verbs/set-rooms.ts';

export function sessionsApp(context: Context) {
  const { app, mount } = capabilityApp('sessions', context);
  const holidays = knownHolidays();
  mount(booking.bookSession, (call) => bookSession(call, holidays));
  mount(contract.listSessions, sessionsOfCase);
  // Before the one that takes any id.
  mount(contract.listOwnSessions, ownSessions);
  mount(contract.readSession, readOneSession);
  mount(changes.nameAttendingOfficer, (call) => nameAttendingOfficer(call, holidays));
  mount(booking.confirmSession, confirmSession);
  mount(booking.cancelSession, cancelSession);
  mount(changes.restoreSession, (call) => restoreSession(call, holidays));
  mount(changes.moveSession, (call) => moveSession(call, holidays));
  mount(changes.changeLength, (call) => changeLength(call, holidays));
  mount(changes.replaceParticipant, (call) => replaceParticipant(call, holidays));
  mount(changes.listRoomChoices, roomChoices);
  mount(changes.setRooms, (call) => setRooms(call, holidays));
  mount(changes.approveChange, approveChange);
  return app;
}
