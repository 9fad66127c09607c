import * as z from 'zod';
import { assertRoleStands, memberKey, parseMember } from '../cases/port/membership.ts';
import { instant, instantOf, minutesBetween, addMinutes, type Instant } from '../shared/values/instants.ts';
import type { Staff } from '../shared/access/roles.ts';
import type { Call } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { readByKey } from '../shared/store/read-by-key.ts';
import type { Change, Item, Key } from '../shared/store/store.ts';

/**
 * Who asks for times, and how often. Whoever plays one answer against another needs many of them; whoever looks for a time
 * for a session drags a band about. So there is a limit, wide for the one and narrow for the other. That somebody looked is
 * entered as every search is, in the access log of the case (`entered` in the contract).
 */

/** Asks of one person in a window, of searches and previews together. */
export const mostAsks = 300;
/** In minutes. */
export const asksWindow = 10;
const table = 'availability';
const asksKey = (personId: string): Key => ({ table, pk: `asker#${personId}`, sk: 'asks' });

const asksItem = z.object({ version: z.int(), since: instant, number: z.int() });
type Asks = z.infer<typeof asksItem>;

/**
 * One more.
 * @throws {Refusal} `too-many-searches` with the seconds until the window ends
 */
export function oneMore(before: Asks | undefined, now: Instant): Asks {
  const version = (before?.version ?? 0) + 1;
  if (before === undefined || minutesBetween(before.since, now) >= asksWindow)
    return { version, since: now, number: 1 };
  if (before.number >= mostAsks) {
    const left = minutesBetween(now, addMinutes(before.since, asksWindow));
    throw new Refusal('too-many-searches', { seconds: Math.max(1, Math.ceil(left * 60)) });
  }
  return { version, since: before.since, number: before.number + 1 };
}

type Asking = Pick<Call, 'now' | 'context' | 'commit'> & { readonly actor: Staff };

/**
 * Counts that somebody of a case asks for times, before anything is looked up.
 * @throws {Refusal} `not-found` for whoever is not a member of the case; `too-many-searches`
 */
export async function countAsk(call: Asking, caseId: string): Promise<void> {
  const { actor, context, commit } = call;
  const { personId } = actor;
  const now = instantOf(call.now.getTime());
  await commit(async () => {
    const member = memberKey(caseId, personId);
    const found = await readByKey(context.store, [member, asksKey(personId)]);
    // First of all: to whoever is not a member, the case does not exist.
    assertRoleStands(parseMember(found(member)), actor);
    const asks = oneMore(parseAsks(found(asksKey(personId))), now);
    return { changes: [putAsks(personId, asks)], answer: null };
  });
}

/** Seconds for which somebody’s heavy question keeps out their next: longer than any is worked on. */
const heavyFor = 2;
const heavyKey = (personId: string): Key => ({ table, pk: `asker#${personId}`, sk: 'heavy' });
const heavyItem = z.object({ version: z.int(), until: instant });

/**
 * Of questions that take long, each person has one at a time, so that nobody takes the capacity of others.
 * @throws {Refusal} `too-many-searches` while another is worked on
 */
export async function enterHeavy({ actor: { personId }, now, context, commit }: Asking): Promise<void> {
  const at = instantOf(now.getTime());
  const until = instantOf(now.getTime() + heavyFor * 1000);
  const { pk, sk } = heavyKey(personId);
  await commit(async () => {
    const [item] = await context.store.get([heavyKey(personId)]);
    const before = item === undefined ? undefined : heavyItem.parse(item);
    if (before !== undefined && before.until > at)
      throw new Refusal('too-many-searches', { seconds: heavyFor });
    const version = (before?.version ?? 0) + 1;
    const after = { pk, sk, version, until, expiresAt: forgottenAfter(at, asksWindow) };
    const when = before === undefined ? ('absent' as const) : { version: before.version };
    return { changes: [{ kind: 'put', table, item: after, when, onRefused: 'retry' }], answer: null };
  });
}

const parseAsks = (item: Item | undefined): Asks | undefined =>
  item === undefined ? undefined : asksItem.parse(item);

function putAsks(personId: string, asks: Asks): Change {
  const { pk, sk } = asksKey(personId);
  return {
    kind: 'put',
    table,
    item: { pk, sk, ...asks, expiresAt: forgottenAfter(asks.since, asksWindow) },
    when: asks.version === 1 ? 'absent' : { version: asks.version - 1 },
    onRefused: 'retry',
  };
}

/** The database may forget it then; what it says is over by the clock of whoever reads it. */
const forgottenAfter = (since: Instant, minutes: number): number =>
  Math.ceil(Date.parse(addMinutes(since, minutes)) / 1000);
