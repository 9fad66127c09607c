import { holdersOf, type CaseFile, type Member } from '../../cases/port/membership.ts';
import { headKey } from '../../custody/port/append.ts';
import { heardIn, type Door } from '../../sessions/port/door.ts';
import { enterSessionWithFile, hasSeat } from '../../sessions/port/enter-session.ts';
import { staffRole, type Staff } from '../../shared/access/roles.ts';
import type { AnswerOf } from '../../shared/http/contract.ts';
import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { readByKey, type Found } from '../../shared/store/read-by-key.ts';
import type { Store } from '../../shared/store/store.ts';
import { onCallKey, parseOnCall, type OnCall } from '../store.ts';
import type { readOnCall as contract } from './contract.ts';
import { mayBeOnCall, whoIsOnCall } from './who-is-on-call.ts';

/** Who is on call for a session, as the support officer keeps it who takes part. */
export const readOnCall: Handler<typeof contract> = async ({ actor, params: { sessionId }, context }) => {
  const entered = await enterOnCall(context.store, sessionId, actor);
  return listShown(entered, entered.before);
};

interface EnteredOnCall {
  readonly door: Door;
  readonly file: CaseFile;
  readonly found: Found;
  readonly before: OnCall | undefined;
}

/**
 * A session with its list, for a support officer who has a seat in it or holds contact with whoever is heard.
 * @throws {Refusal} those of `enterSession`; `not-your-role`
 */
export async function enterOnCall(store: Store, sessionId: string, staff: Staff): Promise<EnteredOnCall> {
  const { door, file, found } = await enterSessionWithFile(store, sessionId, staff, [onCallKey(sessionId)]);
  const holds = file.witnesses.some(
    ({ pseudonym, holder }) => holder === staff.personId && heardIn(door).includes(pseudonym),
  );
  if (!hasSeat(door, staff.personId) && !holds) throw new Refusal('not-your-role');
  return {
    door,
    file,
    found: await readByKey(store, [headKey(door.caseId)], found),
    before: parseOnCall(found(onCallKey(sessionId))),
  };
}

/** Whoever is on call by this list, and who else could be. */
export function listShown(
  { door, file }: Pick<EnteredOnCall, 'door' | 'file'>,
  list: OnCall | undefined,
): AnswerOf<typeof contract> {
  const able = file.members.filter(({ role, untaken }) => mayBeOnCall(role) && untaken === undefined);
  const memberOf = (id: string) => able.find(({ personId }) => personId === id);
  const heard = file.witnesses.filter(({ pseudonym }) => heardIn(door).includes(pseudonym));
  const onCall = whoIsOnCall({ list, door, holders: holdersOf(heard), memberOf });
  const people = onCall.flatMap(({ personId }) => {
    const member = memberOf(personId);
    const has = list?.people.some((each) => each.personId === personId && each.telephone !== undefined);
    return member === undefined
      ? []
      : [{ ...shown(member), telephone: has === true ? ('known' as const) : ('none' as const) }];
  });
  const isIn = ({ pseudonym }: Member) => people.some((each) => each.pseudonym === pseudonym);
  return {
    named: list !== undefined,
    people,
    others: able.filter((member) => !isIn(member)).map(shown),
  };
}

const shown = ({ pseudonym, role, label }: Member) => ({
  pseudonym,
  role: staffRole.parse(role),
  label,
});
