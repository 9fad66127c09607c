import { capabilityApp, type Ground } from '../shared/http/mount.ts';
import { bookSession } from './book-session.ts';
import { cancelSession } from './cancel-session.ts';
import * as contract from './contract.ts';
import { sessionsOfCase } from './list-sessions.ts';
import { nameAttendingOfficer } from './name-attending-officer.ts';
import { searchSlots as searchContract } from './search/contract.ts';
import { searchSlots } from './search/search-slots.ts';
import { preview } from './preview-session.ts';
import { readOneSession } from './read-session.ts';

export function sessionsApp(ground: Ground) {
  const { app, mount } = capabilityApp('sessions', ground);
  // Before the route with an id in the same place.
  mount(contract.previewSession, preview);
  mount(searchContract, searchSlots);
  mount(contract.bookSession, bookSession);
  mount(contract.listSessions, sessionsOfCase);
  mount(contract.readSession, readOneSession);
  mount(contract.nameAttendingOfficer, nameAttendingOfficer);
  mount(contract.cancelSession, cancelSession);
  return app;
}
