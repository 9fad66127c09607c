import type { Handler } from '../shared/http/call.ts';
import { queryAll } from '../shared/store/query-all.ts';
import { instantOf } from '../shared/values/instants.ts';
import {
  assertRoleStands,
  filePartition,
  hostStateOf,
  parseFile,
  witnessOf,
} from '../cases/port/membership.ts';
import { heardIn } from '../sessions/port/door.ts';
import { doorIfBooked } from '../sessions/port/what-if.ts';
import type * as contract from './contract.ts';
import type { DueRules } from './due-rules.ts';
import { inOrder, plannedFor, shownDrafts } from './planned.ts';
import { appointmentOf } from './preview-notices.ts';
import { snapshotOf } from './snapshot.ts';
import { parsePlan } from './store.ts';
import { withDoor } from './door-step.ts';
import { nextNotices } from './next-notices.ts';

/** What would be sent if this were booked now: at once, and later while nothing changes. */
export const previewOfBooking: Handler<typeof contract.previewOfBooking, [rules: DueRules]> = async (
  { actor: viewer, body: proposal, now: at, context: { store } },
  rules,
) => {
  const now = instantOf(at.getTime());
  const file = parseFile(await queryAll(store, 'cases', filePartition(proposal.caseId)), viewer.personId);
  assertRoleStands(file.self, viewer);
  const door = await doorIfBooked(store, proposal, file, at);
  const snapshot = await snapshotOf(store, door, parsePlan(undefined, door.sessionId), {
    ...file,
    requestingState: file.case.requestingState,
    hostState: hostStateOf(
      file.case,
      heardIn(door).map((each) => witnessOf(file, each)),
    ),
  });
  const { seated, recipients } = snapshot;
  const step = withDoor(nextNotices([], appointmentOf(door), seated, recipients, now), snapshot, now);
  const named = new Set([...file.members, ...file.witnesses].map(({ pseudonym }) => pseudonym));
  const rows = [
    ...shownDrafts(viewer, snapshot, step.drafts),
    ...(await plannedFor({ store, rules }, viewer, snapshot, step, now)),
  ];
  return {
    notices: rows
      .toSorted(inOrder)
      .map(({ pseudonym, ...row }) => ({ ...row, ...(named.has(pseudonym) ? { pseudonym } : {}) })),
  };
};
