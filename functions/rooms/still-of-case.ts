import { checkCaseOpen } from '../cases/port/case-state.ts';
import { caseKey, checkMember, memberKey, parseCase, parseMember } from '../cases/port/membership.ts';
import { personKey } from '../directory/port/actor.ts';
import type { Door } from '../sessions/port/door.ts';
import { isToCome } from '../sessions/port/sessions-of-case.ts';
import { isGuestSeat, type Actor } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import { readByKey } from '../shared/store/read-by-key.ts';
import { instantOf } from '../shared/values/instants.ts';
import type { Change, Store } from '../shared/store/store.ts';

/**
 * That the case is open, and whoever asks is of it and has an account: held so in the transaction of a pass, whatever the door
 * says. Who comes by invitation is let in by their seat, and nobody leaves a case who has one to come. One round of reads.
 * @returns what holds it so, and in which country (ISO 3166-1 alpha-2) whoever has an account is an officer
 * @throws {Refusal} `case-closed`, to a guest `room-ended`, since they learn nothing of the case; `not-found` for whoever left the
 * case; `sign-in-needed` for an account that was disabled
 */
export async function stillOfCase(
  store: Store,
  { caseId }: Pick<Door, 'caseId'>,
  actor: Actor,
): Promise<{ readonly checks: readonly Change[]; readonly country?: string | undefined }> {
  const who = actor.kind === 'staff' ? actor.personId : undefined;
  const found = await readByKey(store, [
    caseKey(caseId),
    ...(who === undefined ? [] : [memberKey(caseId, who), personKey(who)]),
  ]);
  const open = guarded(actor, () => checkCaseOpen(parseCase(found(caseKey(caseId)))));
  if (who === undefined) return { checks: [open] };
  const member = parseMember(found(memberKey(caseId, who)));
  const person = found(personKey(who));
  if (person?.['disabled'] === true) throw new Refusal('sign-in-needed');
  const hasAccount: Change = {
    kind: 'check',
    key: personKey(who),
    when: { disabled: person?.['disabled'] as boolean | undefined },
    onRefused: 'retry',
  };
  return {
    checks: [open, checkMember(member), hasAccount],
    country: person?.['country'] as string | undefined,
  };
}

function guarded<Value>(actor: Actor, work: () => Value): Value {
  try {
    return work();
  } catch (refused) {
    if (refused instanceof Refusal && refused.code === 'case-closed' && isGuestSeat(actor.role))
      throw new Refusal('room-ended');
    throw refused;
  }
}

/**
 * Whoever has left the case sees nothing more of a session in which they were. Nobody leaves who has a seat in one that is still
 * to come, so of those nothing is read.
 * @throws {Refusal} `not-found`
 */
export async function assertSees(store: Store, door: Door, actor: Actor, now: Date): Promise<void> {
  if (actor.kind === 'staff' && !isToCome(door, instantOf(now.getTime())))
    await assertOfCase(store, door, actor.personId);
}

/** @throws {Refusal} `not-found` for whoever is no member, or none any more */
export async function assertOfCase(
  store: Store,
  { caseId }: Pick<Door, 'caseId'>,
  personId: string,
): Promise<void> {
  const [item] = await store.get([memberKey(caseId, personId)]);
  parseMember(item);
}
