/**
 * How filed facts get their places: the rule. Nobody can make a log useless by repeating themselves: of one actor at most
 * `plainAMinute` facts a minute become entries of their own, and what is beyond them is counted and entered as one entry a
 * second at most. So one seat writes at most 80 entries of facts a minute, and every fact is either entered or counted.
 */
import { createHash } from 'node:crypto';
import { factsLeftOut, readingsLeftOut } from './actions.ts';
import type { Fact } from './inbox.ts';
import { checkedEntry, type CheckedEntry } from './port/action.ts';

/** A room that is replaced makes some seven facts of each seat; three in a minute are all told one by one. */
export const plainAMinute = 20;
/** Milliseconds between two entries that say what was left out. */
export const leftOutGap = 1_000;
/** A transaction takes 100 changes; head, mark and account are three of them. */
const mostChanges = 97;
const changesOf = { repeated: 1, counted: 2, plain: 3, count: 2 } as const;
/** Those whose count is entered in one step; those who are left come with the next. */
const mostCounts = 12;

/** Facts that were left out since the last entry that says so. */
export interface LeftOut {
  /** Whose facts, as an entry's subject; by its `ref` the account knows them. */
  readonly subject: { readonly kind: 'seat' | 'part'; readonly ref: string };
  /** The id of the first of them. */
  readonly of: string;
  /** How many of each action. */
  readonly counts: Readonly<Record<string, number>>;
  /** When the first and the last of them were filed. */
  readonly first: string;
  readonly last: string;
}

/** What the sequencer remembers of a log from one step to the next. */
export interface Account {
  /** Rises with each step: the fence between two sequencers. 0 before the first. */
  readonly version: number;
  /** The minute of our clock that is counted, and how many facts of each actor were entered in it. */
  readonly minute: string;
  readonly entered: Readonly<Record<string, number>>;
  /** When it was last entered what was left out. */
  readonly countedAt: string;
  readonly leftOut: Readonly<Record<string, LeftOut>>;
}

export const newAccount: Account = { version: 0, minute: '', entered: {}, countedAt: '', leftOut: {} };

/** One transaction's worth. */
export interface Step {
  readonly account: Account;
  /** Facts that get places of their own, in this order. */
  readonly plain: readonly Fact[];
  /** Entries to be made of counts, after them. */
  readonly counts: readonly LeftOut[];
  /** Facts that were counted. */
  readonly counted: readonly Fact[];
  /** Facts that have their place already. */
  readonly repeated: readonly Fact[];
}

export interface Pending {
  /** In order; more than one step can take. */
  readonly facts: readonly Fact[];
  /** Whether these are all. */
  readonly areAll: boolean;
  /** Ids of those that have a place in a log already. */
  readonly placed: ReadonlySet<string>;
}

/**
 * The next step, or undefined where nothing can be done now. A count that may not be entered yet leaves the last of its
 * facts in the inbox, which so says that something is still to be done.
 * @param all whether counts are entered too though the last ones were a moment ago
 */
export function nextStep(pending: Pending, before: Account, now: Date, all: boolean): Step | undefined {
  const minute = now.toISOString().slice(0, 16);
  const standing = before.minute === minute ? before.entered : {};
  const { plain, counted: over, repeated, entered, looked } = sorted(pending, standing, before.leftOut);
  const done = pending.areAll && looked === pending.facts.length;
  const mayCount =
    all || before.countedAt === '' || now.getTime() - Date.parse(before.countedAt) >= leftOutGap;
  const counted = done && !mayCount ? over.slice(0, -1) : over;
  const tallies = Object.entries(counted.reduce(withFact, before.leftOut));
  const counts = done && mayCount ? tallies.slice(0, mostCounts) : [];
  const left = tallies.slice(counts.length);
  if (plain.length + counted.length + repeated.length + counts.length === 0) return undefined;
  const account: Account = {
    version: before.version + 1,
    minute,
    entered,
    countedAt: counts.length > 0 && left.length === 0 ? now.toISOString() : before.countedAt,
    leftOut: Object.fromEntries(left),
  };
  return { account, plain, counts: counts.map(([, count]) => count), counted, repeated };
}

/** Which of the first facts get a place, are counted, or have their place, as far as one transaction reaches. */
function sorted({ facts, placed }: Pending, standing: Account['entered'], leftOut: Account['leftOut']) {
  const [plain, counted, repeated]: [Fact[], Fact[], Fact[]] = [[], [], []];
  const entered: Record<string, number> = { ...standing };
  // Whoever is being counted goes on to be until that is entered: what one actor did stays in order.
  const over = new Set(Object.keys(leftOut));
  const known = new Set(placed);
  let left = mostChanges - mostCounts * changesOf.count;
  let looked = 0;
  for (const fact of facts) {
    const who = whoseOf(fact).ref;
    const soFar = entered[who] ?? 0;
    if (soFar >= plainAMinute) over.add(who);
    const kind = known.has(fact.facts.entryId) ? 'repeated' : over.has(who) ? 'counted' : 'plain';
    if (left < changesOf[kind]) break;
    left -= changesOf[kind];
    looked += 1;
    known.add(fact.facts.entryId);
    if (kind === 'plain') entered[who] = soFar + 1;
    ({ plain, counted, repeated })[kind].push(fact);
  }
  return { plain, counted, repeated, entered, looked };
}

/** Whose fact it is, as an entry's subject. */
function whoseOf({ facts: { actor } }: Fact): LeftOut['subject'] {
  return 'system' in actor
    ? { kind: 'part', ref: actor.system }
    : { kind: 'seat', ref: `${actor.role} ${actor.pseudonym}` };
}

function withFact(leftOut: Account['leftOut'], fact: Fact): Account['leftOut'] {
  const { filedAt, facts } = fact;
  const subject = whoseOf(fact);
  const none: LeftOut = { subject, of: facts.entryId, counts: {}, first: filedAt, last: filedAt };
  const before = leftOut[subject.ref] ?? none;
  const counts = { ...before.counts, [facts.action]: (before.counts[facts.action] ?? 0) + 1 };
  return { ...leftOut, [subject.ref]: { ...before, counts, last: filedAt } };
}

/** The entry that says what was left out; its id follows from the first of the facts, so that there is one of it. */
export function entryOf(
  { subject, of, counts, first, last }: LeftOut,
  now: Date,
  log: 'session' | 'access' = 'session',
): CheckedEntry {
  const actions = Object.entries(counts).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return checkedEntry(
    (log === 'access' ? readingsLeftOut : factsLeftOut).entry({
      entryId: createHash('sha256').update(`left out from ${of}`).digest('base64url'),
      actor: { system: 'custody' },
      authority: { kind: 'rule', ref: `at most ${plainAMinute} facts a minute are told one by one` },
      subject,
      occurredAt: now.toISOString(),
      details: {
        count: actions.reduce((sum, [, count]) => sum + count, 0),
        first,
        last,
        actions: actions.map(([action, count]) => `${action} ${count}`),
      },
    }),
  );
}
