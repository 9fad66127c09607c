import { subjectKey } from '../directory/port/actor.ts';
import { accountGiven } from '../directory/port/people.ts';
import { putAddress } from '../notices/port/address.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import type { AccountPool, Opened } from './account-pool.ts';
import { personInvited } from './actions.ts';
import type * as contract from './contract.ts';
import { enteredAndFollowed } from './enter.ts';
import { followNow } from './follow.ts';
import { countInvitation } from './invitations.ts';
import { personIn, readOffice, stillAdministered } from './office.ts';

/**
 * An account for an interpreter of the agency who came by invitation alone: of the same person, with the calendar and the
 * bookings that they have. As with `invite`, the account comes first, and opens nothing until the directory knows it.
 * @throws {Refusal} `not-found`, `changed-meanwhile`, `invitation-not-needed`, `address-in-use`, `too-many-invitations`
 */
export const giveAccountTo: Handler<typeof contract.giveAccount, [AccountPool]> = async (call, pool) => {
  const { actor, params, body, now, context } = call;
  const { store } = context;
  const email = body.email.toLowerCase();
  let opened: Opened | undefined;
  const answer = await call.commit(async () => {
    const office = await readOffice(store, actor);
    const before = personIn(office, params.personId);
    const { person } = before;
    if (before.version !== body.version || person.disabled === true) throw new Refusal('changed-meanwhile');
    if (person.role !== 'interpreter' || before.subject !== undefined)
      throw new Refusal('invitation-not-needed');
    opened ??= await openAccount();
    const { subject, isInUse } = opened;
    const [link] = await store.get([subjectKey(subject)]);
    if (link !== undefined || isInUse) throw new Refusal('address-in-use');
    const version = before.version + 1;
    const { role, label, language, zone, atProtectedSite = false } = person;
    const log = await enteredAndFollowed(
      {
        actor,
        person,
        version,
        invites: true,
        sealed: { role, label, language, zone, atProtectedSite },
        entry: (by, digest) =>
          personInvited.entry({ ...by, details: { version, role }, sealed: { person: digest } }),
      },
      now,
      context,
    );
    return {
      changes: [
        ...accountGiven(before, subject),
        putAddress(person.personId, email),
        ...stillAdministered(office, actor, person.personId),
        ...log,
      ],
      answer: { version },
    };
  });
  await followNow(context, pool, params.personId);
  return answer;

  async function openAccount(): Promise<Opened> {
    await countInvitation(context, actor.agencyId, now);
    return pool.open(email);
  }
};
