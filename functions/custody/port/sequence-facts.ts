/**
 * Gives filed facts their places in a log. Anybody may do it at any moment and any number of times: the condition on the
 * log's account lets one sequencer through, the condition on its head lets nobody else in between, and what was taken out of
 * the inbox is in the log by the same transaction. Whoever ends a session or hands its log out does it first.
 */
import { logEvent } from '../../shared/log.ts';
import { commit, patient, type Plan } from '../../shared/store/commit.ts';
import type { Change, Store } from '../../shared/store/store.ts';
import { accountKey, parseAccount, placeCounted, putAccount } from '../account.ts';
import { readFacts, takeFact, type Fact } from '../inbox.ts';
import { entryOf, nextStep, type Step } from '../sequencing.ts';
import { fitsIds } from './log-class.ts';
import { appendChecked, headKey, parseHead, placeKey, type Head } from './append.ts';

export interface Sequencer {
  readonly store: Store;
  readonly now: () => Date;
  /** Waited between two tries. */
  readonly pause: (tries: number) => Promise<void>;
}

/** Facts that are looked at for one step; fewer fit into its transaction. */
const mostLooked = 100;

/**
 * Enters every fact of a log that was filed until now.
 * @param all whether what was left out is entered at once too; else that waits until the last entry of that kind is a
 * second old, and the answer says so
 * @returns whether something waits
 * @throws {Refusal} `busy` when others wrote the log at every one of many tries; nothing is lost then
 */
export async function sequenceFacts(sequencer: Sequencer, logId: string, all: boolean): Promise<boolean> {
  const until = sequencer.now();
  for (;;) {
    const outcome = await commit(sequencer, () => plan(sequencer, logId, until, all), patient);
    if (outcome !== 'more') return outcome === 'waits';
  }
}

type Outcome = 'more' | 'waits' | 'done';

async function plan(
  { store, now }: Sequencer,
  logId: string,
  until: Date,
  all: boolean,
): Promise<Plan<Outcome>> {
  const [items, facts] = await Promise.all([
    store.get([headKey(logId), accountKey(logId)]),
    readFacts(store, logId, until, mostLooked),
  ]);
  const head = parseHead(items[0]);
  if (facts.length > 0 && head?.sealed === true) return { changes: setAside(facts), answer: 'more' };
  const account = parseAccount(items[1]);
  const places = await store.get(facts.map(({ facts: { entryId } }) => placeKey(entryId)));
  const placed = new Set(
    facts.flatMap(({ facts: { entryId } }, n) => (places[n] === undefined ? [] : [entryId])),
  );
  const step = nextStep({ facts, areAll: facts.length < mostLooked, placed }, account, now(), all);
  if (step === undefined) return { changes: [], answer: facts.length > 0 ? 'waits' : 'done' };
  return { changes: stepChanges(logId, head, step, now()), answer: 'more' };
}

function stepChanges(logId: string, head: Head | undefined, step: Step, now: Date): Change[] {
  const { account, plain, counts, counted, repeated } = step;
  const caseId = head?.caseId ?? plain[0]?.caseId ?? '';
  const log = fitsIds({ logId, caseId }, 'access') ? 'access' : 'session';
  const entries = [...plain, ...counts.map((count) => entryOf(count, now, log))];
  return [
    putAccount(logId, account),
    ...(entries.length === 0 ? [] : appendChecked({ logId, caseId, head, entries, recordedAt: now }).changes),
    ...counted.map(placeCounted),
    ...[...plain, ...counted, ...repeated].map(takeFact),
  ];
}

/** A sealed log takes nothing more, as it takes nothing by an append: what comes late is only told to the technician. */
function setAside(facts: readonly Fact[]): Change[] {
  logEvent('custody.came-late', { facts: facts.length });
  return facts.map(takeFact);
}
