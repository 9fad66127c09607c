import { movedOn } from '../directory/port/people.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import type { AccountPool, PoolAccount } from './account-pool.ts';
import { personInvitedAgain } from './actions.ts';
import type * as contract from './contract.ts';
import { enteredAndFollowed } from './enter.ts';
import { followNow } from './follow.ts';
import { countInvitation } from './invitations.ts';
import { personIn, readOffice, stillAdministered } from './office.ts';

/**
 * A first password is good for three days, and a mail gets lost.
 * @throws {Refusal} `not-found`, `changed-meanwhile`, `invitation-not-needed`, `too-many-invitations`
 */
export const sendInvitationAgain: Handler<typeof contract.inviteAgain, [AccountPool]> = async (
  call,
  pool,
) => {
  const { actor, params, body, now, context } = call;
  let asked: { readonly account: PoolAccount | undefined } | undefined;
  const answer = await call.commit(async () => {
    const office = await readOffice(context.store, actor);
    const before = personIn(office, params.personId);
    const { person, subject } = before;
    if (before.version !== body.version || person.disabled === true) throw new Refusal('changed-meanwhile');
    asked ??= { account: subject === undefined ? undefined : await readAccount(subject) };
    if (asked.account === undefined || asked.account.isInUse) throw new Refusal('invitation-not-needed');
    const version = before.version + 1;
    const log = await enteredAndFollowed(
      {
        actor,
        person,
        version,
        invites: true,
        entry: (by) => personInvitedAgain.entry({ ...by, details: { version } }),
      },
      now,
      context,
    );
    return {
      changes: [movedOn(before), ...stillAdministered(office, actor, person.personId), ...log],
      answer: { version },
    };
  });
  await followNow(context, pool, params.personId);
  return answer;

  async function readAccount(subject: string): Promise<PoolAccount | undefined> {
    await countInvitation(context, actor.agencyId, now);
    return pool.read(subject);
  }
};
