import * as z from 'zod';
import { role } from '../../shared/access/roles.ts';
import type { BodyOf } from '../../shared/http/contract.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Change, Key } from '../../shared/store/store.ts';
import { addMinutes, instant, parseInstant } from '../../shared/values/instants.ts';
import { overrideName } from '../../shared/values/overrides.ts';
import { approvable, type approveChange } from './contract.ts';
import { kinds } from '../port/kinds.ts';
import type { Override } from '../../availability/port/overrides.ts';
import { isFrozen } from '../model/session.ts';
import type { LoadedSession } from './loaded-session.ts';

/**
 * Shortly before a session, and while it goes on, a change needs the word of a second role: whoever hurries makes
 * mistakes, and this is when links and people are checked already. The word is given for one change of the session as it
 * then is, and for what may be set aside for it; it is good for half an hour, and is used up by that change, whenever that
 * is made. A cancellation needs no word: nobody should have to wait for a colleague to call off what must not take place. A
 * session that is booked anew instead has to have its gates opened anew.
 */

export type Approvable = z.input<typeof approvable>;
type Body = BodyOf<typeof approveChange>;

/** Minutes for which a word is good. */
const goodFor = 30;

const approvalItem = z.object({
  /** The change, as `nameOf` spells it. */
  change: z.string(),
  /** Of the session when the word was given: it is about that time. */
  sequence: z.number().int(),
  /** What may be set aside for it. */
  setAside: z.array(overrideName),
  personId: z.string(),
  role,
  pseudonym: z.string(),
  givenAt: instant,
  until: instant,
});
export type Approval = z.infer<typeof approvalItem>;

export const approvalKey = (sessionId: string, what: Approvable['what']): Key => ({
  table: 'sessions',
  pk: `session#${sessionId}`,
  sk: `approval#${what}`,
});

/** A change as a text that is the same for the same change: as its shape puts it, in whatever order it was sent. */
export const nameOf = (change: Approvable): string => JSON.stringify(approvable.parse(change));

/** How words were spelled until November 2026; each is good for half an hour, so this can go soon. */
function formerNameOf(change: Approvable): string | undefined {
  if (change.what === 'replacement') {
    const { what, seat, inPlaceOf, ids } = change;
    return JSON.stringify({ what, seat, pseudonym: inPlaceOf, personId: ids[0] });
  }
  if (change.what !== 'move') return undefined;
  const { zone, days } = change;
  const [first, ...moreDays] = days;
  return JSON.stringify({
    what: 'move',
    local: first?.local,
    zone,
    offset: first?.offset,
    ...(moreDays.length === 0 ? {} : { moreDays }),
  });
}

export const newApproval = (
  { self, session }: LoadedSession,
  { change, setAside = [] }: Body,
  now: Date,
): Approval => {
  const givenAt = parseInstant(now.toISOString());
  return {
    change: nameOf(change),
    sequence: session.sequence,
    setAside,
    personId: self.personId,
    role: self.role,
    pseudonym: self.pseudonym,
    givenAt,
    until: addMinutes(givenAt, goodFor),
  };
};

/** The last word on a kind of change stands in place of any before. */
export const putApproval = (key: Key, approval: Approval): Change => ({
  kind: 'put',
  table: key.table,
  item: { pk: key.pk, sk: key.sk, ...approval },
  onRefused: 'retry',
});

export interface Approved {
  /** Uses the word up. */
  readonly changes: readonly Change[];
  readonly details: { readonly approvedBy?: string };
}

/**
 * What a change needs of a second role, and what it uses up.
 * @param used what is set aside for it
 * @throws {Refusal} `approval-needed` with the `roles` that can give their word, and what is to be `setAside`, where it is
 * needed and there is none that is good for this very change, from somebody else with another role
 */
export function approvalFor(
  { session, self, found }: Pick<LoadedSession, 'session' | 'self' | 'found'>,
  change: Approvable,
  used: readonly Override[],
  now: Date,
): Approved {
  const { approvedBy } = kinds[session.kind];
  if (approvedBy.length === 0) return nothing;
  const key = approvalKey(session.sessionId, change.what);
  const item = found(key);
  const approval = item === undefined ? undefined : approvalItem.parse(item);
  const setAside = used.map(({ what }) => what);
  const good =
    approval !== undefined &&
    (approval.change === nameOf(change) || approval.change === formerNameOf(change)) &&
    approval.sequence === session.sequence &&
    approval.until > now.toISOString() &&
    approval.personId !== self.personId &&
    approval.role !== self.role &&
    setAside.every((what) => approval.setAside.includes(what));
  if (good)
    return {
      changes: [{ kind: 'delete', key, when: { givenAt: approval.givenAt }, onRefused: 'retry' }],
      details: { approvedBy: `${approval.role} ${approval.pseudonym}` },
    };
  if (!isFrozen(session, now)) return nothing;
  throw new Refusal('approval-needed', {
    roles: approvedBy.filter((each) => each !== self.role),
    ...(setAside.length === 0 ? {} : { setAside }),
  });
}

const nothing: Approved = { changes: [], details: {} };
