import { mayKnowWhere, type Person } from '../directory/port/actor.ts';
import { personChanged, type OnFile } from '../directory/port/people.ts';
import { workingTimeKey } from '../directory/port/working-time-store.ts';
import type { Staff } from '../shared/access/roles.ts';
import { isGuestSeat } from '../shared/access/roles.ts';
import type { Handler } from '../shared/http/call.ts';
import type { BodyOf } from '../shared/http/contract.ts';
import { doesNotFit, Refusal } from '../shared/refusals.ts';
import type { Change, Store } from '../shared/store/store.ts';
import type { AccountPool } from './account-pool.ts';
import { personChanged as personChangedAction } from './actions.ts';
import { assertFits, assertMayBe, rolesIn } from './agency-people.ts';
import type * as contract from './contract.ts';
import { enteredAndFollowed } from './enter.ts';
import { followNow } from './follow.ts';
import { personIn, readOffice, stillAdministered } from './office.ts';

/**
 * Holds from the person's next request on. In the cases that they are in they stay members as what they were, so that with
 * another role they enter none of them: somebody there must name a colleague.
 * @throws {Refusal} `not-found`, `changed-meanwhile`, `role-not-of-agency`, `last-administrator`, `does-not-fit`
 */
export const change: Handler<typeof contract.changePerson, [AccountPool]> = async (call, pool) => {
  const { actor, params, body, now, context } = call;
  const { store } = context;
  const answer = await call.commit(async () => {
    const office = await readOffice(store, actor);
    const before = personIn(office, params.personId);
    if (before.version !== body.version || before.person.disabled === true)
      throw new Refusal('changed-meanwhile');
    const after = asSaid(before.person, body);
    const { role, label, language, zone, atProtectedSite = false } = after;
    if (role !== before.person.role) assertRole(before.person, after, rolesIn(office.agency, office.people));
    assertFits(body);
    const ceases = before.person.role === 'agency-administrator' && role !== 'agency-administrator';
    const version = before.version + 1;
    const details = { version, role, roleBefore: before.person.role };
    const log = await enteredAndFollowed(
      {
        actor,
        person: after,
        version,
        sealed: { role, label, language, zone, atProtectedSite },
        entry: (by, person) => personChangedAction.entry({ ...by, details, sealed: { person } }),
      },
      now,
      context,
    );
    return {
      changes: [
        ...(await personChanged(store, before, after)),
        ...(await clockIsFree(store, actor, before, after)),
        ...stillAdministered(office, actor, params.personId, ceases),
        ...log,
      ],
      answer: { version },
    };
  });
  await followNow(context, pool, params.personId);
  return answer;
};

function asSaid(
  before: Person,
  { role, label, language, zone, atProtectedSite }: BodyOf<typeof contract.changePerson>,
): Person {
  const { atProtectedSite: _, ...rest } = before;
  const said = { ...rest, role, label, language, zone: zone ?? before.zone };
  return atProtectedSite ? { ...said, atProtectedSite } : said;
}

/** Whoever comes by invitation has no account that another role could have, and nobody with one becomes a guest. */
function assertRole(before: Person, after: Person, mayBe: Parameters<typeof assertMayBe>[1]): void {
  if (isGuestSeat(before.role) || isGuestSeat(after.role))
    throw doesNotFit(
      '/role',
      'Whoever comes by invitation keeps that role. Invite the person with an account instead.',
    );
  assertMayBe(after.role, mayBe);
}

/**
 * By which clock somebody is booked stands in their calendar, once somebody has set one; then it is changed there, so that
 * nobody is booked by one clock and told by another. Whose place the administrator may not know, keeps the clock alone.
 */
async function clockIsFree(store: Store, viewer: Staff, before: OnFile, after: Person): Promise<Change[]> {
  if (after.zone === before.person.zone) return [];
  const key = workingTimeKey(after.personId);
  const [calendar] = await store.get([key]);
  if (calendar !== undefined || !mayKnowWhere(viewer, before.person))
    throw doesNotFit(
      '/zone',
      'The time zone stands in this person’s calendar, and whoever keeps the calendar changes it there.',
    );
  return [{ kind: 'check', key, when: 'absent', onRefused: 'retry' }];
}
