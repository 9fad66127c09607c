import { capabilityApp, type Ground } from '../shared/http/mount.ts';
import { bookSession } from './book-session.ts';
import { cancelSession } from './cancel-session.ts';
import { confirmSession } from './confirm-session.ts';
import * as contract from './contract.ts';
import { knownHolidays } from './known-holidays.ts';
import { sessionsOfCase } from './list-sessions.ts';
import { nameAttendingOfficer } from './name-attending-officer.ts';
import { searchSlots as searchContract } from './search/contract.ts';
import { searchSlots } from './search/search-slots.ts';
import { preview } from './preview-session.ts';
import { readOneSession } from './read-session.ts';

export function sessionsApp(ground: Ground) {
  const { app, mount } = capabilityApp('sessions', ground);
  const holidays = knownHolidays();
  // Before the route with an id in the same place.
  mount(contract.previewSession, (call) => preview(call, holidays));
  mount(searchContract, searchSlots);
  mount(contract.bookSession, (call) => bookSession(call, holidays));
  mount(contract.listSessions, sessionsOfCase);
  mount(contract.readSession, readOneSession);
  mount(contract.nameAttendingOfficer, (call) => nameAttendingOfficer(call, holidays));
  mount(contract.confirmSession, confirmSession);
  mount(contract.cancelSession, cancelSession);
  return app;
}
