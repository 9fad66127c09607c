import { parsePerson, personKey } from '../directory/port/actor.ts';
import type { Handler } from '../shared/http/call.ts';
import { queryAll } from '../shared/store/query-all.ts';
import { viewOf } from './case.ts';
import type * as contract from './contract.ts';
import { mayTakeOut } from './life/leaving.ts';
import { hasTaken, knownByNameIn } from './port/by-name.ts';
import { assertRoleStands, filePartition, parseFile, type Member } from './port/membership.ts';
import { isOwnCourt } from './port/own-court.ts';

/** One case as the caller may see it; `not-found` for whoever is not a member, `not-your-role` for one who is what they were no more. */
export const readOneCase: Handler<typeof contract.readCase> = async ({
  actor,
  params,
  now,
  context: { store },
}) => {
  const file = parseFile(await queryAll(store, 'cases', filePartition(params.caseId)), actor.personId);
  assertRoleStands(file.self, actor);
  const items = await store.get(file.members.map(({ personId }) => personKey(personId)));
  const agencies = new Map(
    items.map(parsePerson).map(({ personId, agencyId }) => [personId, agencyId] as const),
  );
  const isKnown = await knownByNameIn(store, file.case, actor, [...agencies.values()]);
  // Whoever interprets is a member since they were booked by name.
  const byName = ({ personId, role }: Member) =>
    role === 'interpreter' || isKnown(agencies.get(personId) ?? '');
  const placed = (member: Member) => ({ member, agencyId: agencies.get(member.personId) });
  const by = { ...placed(file.self), ownCourt: isOwnCourt(actor, file.case) };
  return viewOf(file, hasTaken(file.case, actor.agencyId), now, actor, (member) => ({
    byName: byName(member),
    mayTakeOut: mayTakeOut(by, placed(member)),
  }));
};
