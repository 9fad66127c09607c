/** Who wakes the sequencer beside those who hand a log out: the stream of the table, and the sweep for what it missed. */
import { faultName, logEvent } from '../shared/log.ts';
import { pendingLogs } from './inbox.ts';
import { sequenceFacts, type Sequencer } from './port/sequence-facts.ts';
import { leftOutGap } from './sequencing.ts';

/** The sequencer's clock, which can also be waited for, in milliseconds. */
export interface Clock extends Omit<Sequencer, 'store'> {
  readonly wait: (milliseconds: number) => Promise<void>;
}

type Waking = Sequencer & Clock;

/**
 * Sequences each of these logs. Where a count may not be entered yet, it is a moment later, so that it is there in time too
 * when a flood has just stopped. One that cannot be sequenced is noted, wakes somebody, and does not hold up the others;
 * its facts stay where they are for the next time.
 */
export async function sequenceEach(sequencer: Waking, logIds: readonly string[]): Promise<number> {
  const done = await Promise.all(logIds.map((logId) => sequenceOne(sequencer, logId)));
  return done.filter(Boolean).length;
}

async function sequenceOne(sequencer: Waking, logId: string): Promise<boolean> {
  try {
    if (await sequenceFacts(sequencer, logId, false)) {
      await sequencer.wait(leftOutGap);
      await sequenceFacts(sequencer, logId, false);
    }
    return true;
  } catch (fault) {
    logEvent('custody.not-sequenced', { fault: faultName(fault) });
    return false;
  }
}

/** Every log of which a fact is pending. */
export async function sequencePending(sequencer: Waking): Promise<{ looked: number; repaired: number }> {
  const logIds = await pendingLogs(sequencer.store);
  return { looked: logIds.length, repaired: await sequenceEach(sequencer, logIds) };
}
