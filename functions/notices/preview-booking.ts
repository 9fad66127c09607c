import { asStaff } from '../shared/access/as-staff.ts';
import type { Call } from '../shared/http/mount.ts';
import { queryAll } from '../shared/store/query-all.ts';
import { instantOf } from '../shared/values/instants.ts';
import { filePartition, parseFile } from '../cases/port/membership.ts';
import { previewQuery } from '../sessions/contract.ts';
import { doorIfBooked } from '../sessions/port/what-if.ts';
import type { DueRules } from './due-rules.ts';
import { inOrder, plannedFor, shownDrafts } from './planned.ts';
import { appointmentOf } from './preview-notices.ts';
import { sceneOf } from './scene.ts';
import { parsePlan } from './store.ts';
import { nextStep } from './telling.ts';

/** What would be sent if this were booked now: at once, and later while nothing changes. */
export async function previewOfBooking(
  { actor, query, now: at, ground: { store } }: Call<unknown, unknown>,
  rules: DueRules,
) {
  const asked = previewQuery.parse(query);
  const viewer = asStaff(actor);
  const now = instantOf(at.getTime());
  const file = parseFile(await queryAll(store, 'cases', filePartition(asked.caseId)), viewer.personId);
  const door = await doorIfBooked(store, asked, file, at);
  const scene = await sceneOf(store, door, parsePlan(undefined, door.sessionId), {
    ...file,
    hostState: file.case.hostState,
  });
  const step = nextStep([], appointmentOf(door), scene.seated, scene.recipients, now);
  const named = new Set(file.members.map(({ pseudonym }) => pseudonym)).add(file.witness.pseudonym);
  const rows = [
    ...shownDrafts(viewer, scene, step.drafts),
    ...(await plannedFor({ store, rules }, viewer, scene, step.told, now)),
  ];
  return {
    notices: rows
      .toSorted(inOrder)
      .map(({ pseudonym, ...row }) => ({ ...row, ...(named.has(pseudonym) ? { pseudonym } : {}) })),
  };
}
