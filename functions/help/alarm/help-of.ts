import { epochMs } from '../../shared/values/instants.ts';
import type { Alarm } from '../store.ts';
import type { HelpState } from './contract.ts';
import type { Ringing } from './ring.ts';

/** What whoever pressed is shown, and nobody else. */
export function helpOf(call: Pick<Alarm, 'state'> | undefined): HelpState {
  if (call?.state === 'coming') return 'coming';
  return call?.state === 'ringing' ? 'called' : 'none';
}

/** What its rules go by. */
export const ringingOf = ({ since, onCall }: Pick<Alarm, 'since' | 'onCall'>): Ringing => ({
  since: epochMs(since),
  onCall: onCall.length,
});
