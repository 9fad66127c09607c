import { subjectKey, type Person } from '../directory/port/actor.ts';
import { personEntered } from '../directory/port/people.ts';
import { putAddress } from '../notices/port/address.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { newId } from '../shared/values/ids.ts';
import type { AccountPool, Opened } from './account-pool.ts';
import { personInvited } from './actions.ts';
import { assertFits, assertMayBe, rolesIn } from './agency-people.ts';
import type * as contract from './contract.ts';
import { enteredAndFollowed } from './enter.ts';
import { followNow } from './follow.ts';
import { countInvitation } from './invitations.ts';
import { readOffice, stillAdministered } from './office.ts';

/**
 * The account comes first, without a word to anybody: nobody knows its password, and to the directory it is nobody. Then
 * the person, the entry and the mark to invite them are written at once, and the mail follows. A request that was cut off
 * between the two takes the same account up when it is sent again; one that never is leaves an account that opens nothing.
 * @throws {Refusal} `role-not-of-agency`, `address-in-use`, `too-many-invitations`, `does-not-fit`
 */
export const invite: Handler<typeof contract.invitePerson, [AccountPool]> = async (call, pool) => {
  const { actor, body, now, context } = call;
  const { store } = context;
  const { role, label, language, zone, atProtectedSite } = body;
  const email = body.email.toLowerCase();
  const personId = newId(context.randomBytes);
  let opened: Opened | undefined;
  const answer = await call.commit(async () => {
    const office = await readOffice(store, actor);
    const { agencyId, name: agencyName, country } = office.agency;
    assertMayBe(role, rolesIn(office.agency, office.people));
    assertFits(body);
    opened ??= await openAccount();
    const { subject, isInUse } = opened;
    const [link] = await store.get([subjectKey(subject)]);
    if (link !== undefined || isInUse) throw new Refusal('address-in-use');
    const person: Person = {
      personId,
      role,
      label,
      agencyId,
      agencyName,
      country,
      zone,
      language,
      ...(atProtectedSite ? { atProtectedSite } : {}),
    };
    const log = await enteredAndFollowed(
      {
        actor,
        person,
        version: 1,
        invites: true,
        sealed: { role, label, language, zone, atProtectedSite },
        entry: (by, digest) =>
          personInvited.entry({ ...by, details: { version: 1, role }, sealed: { person: digest } }),
      },
      now,
      context,
    );
    return {
      changes: [
        ...(await personEntered(store, person, subject)),
        putAddress(personId, email),
        ...stillAdministered(office, actor, personId),
        ...log,
      ],
      answer: { personId },
    };
  });
  await followNow(context, pool, answer.personId);
  return answer;

  async function openAccount(): Promise<Opened> {
    await countInvitation(context, actor.agencyId, now);
    return pool.open(email);
  }
};
