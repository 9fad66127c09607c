import { personLetIn, personShutOut } from '../directory/port/people.ts';
import { forgetAddress, putAddress } from '../notices/port/address.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import type { AccountPool, PoolAccount } from './account-pool.ts';
import { personDisabled, personEnabled } from './actions.ts';
import { assertMayBe, rolesIn } from './agency-people.ts';
import type * as contract from './contract.ts';
import { enteredAndFollowed } from './enter.ts';
import { followNow } from './follow.ts';
import { personIn, readOffice, stillAdministered } from './office.ts';

/**
 * The directory comes first: it is asked at every request, so from then on the person is nobody, whatever becomes of the
 * account. That is shut after it.
 * @throws {Refusal} `not-found`, `changed-meanwhile`, `last-administrator`
 */
export const disable: Handler<typeof contract.disablePerson, [AccountPool]> = async (call, pool) => {
  const { actor, params, body, now, context } = call;
  const answer = await call.commit(async () => {
    const office = await readOffice(context.store, actor);
    const before = personIn(office, params.personId);
    const { person } = before;
    if (before.version !== body.version || person.disabled === true) throw new Refusal('changed-meanwhile');
    const ceases = person.role === 'agency-administrator';
    const version = before.version + 1;
    const log = await enteredAndFollowed(
      {
        actor,
        person,
        version,
        entry: (by) => personDisabled.entry({ ...by, details: { version } }),
      },
      now,
      context,
    );
    return {
      changes: [
        ...personShutOut(before),
        forgetAddress(person.personId),
        ...stillAdministered(office, actor, person.personId, ceases),
        ...log,
      ],
      answer: { version },
    };
  });
  await followNow(context, pool, params.personId);
  return answer;
};

/**
 * As what they were; the address comes back from the account.
 * @throws {Refusal} `not-found`, `changed-meanwhile`, `role-not-of-agency`
 */
export const enable: Handler<typeof contract.enablePerson, [AccountPool]> = async (call, pool) => {
  const { actor, params, body, now, context } = call;
  const { store } = context;
  let asked: { readonly account: PoolAccount | undefined } | undefined;
  const answer = await call.commit(async () => {
    const office = await readOffice(store, actor);
    const before = personIn(office, params.personId);
    const { person, subject } = before;
    if (before.version !== body.version || person.disabled !== true) throw new Refusal('changed-meanwhile');
    // An interpreter's account is beside what they are, and gives them nothing that an agency must be for.
    if (subject !== undefined && person.role !== 'interpreter')
      assertMayBe(person.role, rolesIn(office.agency, office.people));
    asked ??= { account: subject === undefined ? undefined : await pool.read(subject) };
    const version = before.version + 1;
    const log = await enteredAndFollowed(
      {
        actor,
        person,
        version,
        entry: (by) => personEnabled.entry({ ...by, details: { version } }),
      },
      now,
      context,
    );
    return {
      changes: [
        ...(await personLetIn(store, before)),
        ...(asked.account === undefined ? [] : [putAddress(person.personId, asked.account.email)]),
        ...stillAdministered(office, actor, person.personId),
        ...log,
      ],
      answer: { version },
    };
  });
  await followNow(context, pool, params.personId);
  return answer;
};
