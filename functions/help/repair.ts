import { logEvent } from '../shared/log.ts';
import { goOn } from './alarm/go-on.ts';
import { ringingOf } from './alarm/help-of.ts';
import { isRungOut } from './alarm/ring.ts';
import type { HelpContext } from './context.ts';
import { alarmKey, forgetRinging, parseAlarm, readRinging } from './store.ts';

/** Alarms looked after in one sweep; more wait for the next one. */
const mostInSweep = 40;

/**
 * Does what nobody did of alarms that ring, and wakes somebody for those that nobody answered. One that fails does not keep the
 * rest from their turn.
 */
export async function repair(
  context: HelpContext,
): Promise<{ readonly looked: number; readonly repaired: number }> {
  const ringing = await readRinging(context.store, mostInSweep);
  const each = await Promise.allSettled(
    ringing.map(async (name) => {
      const didSomething = await goOn(context, name);
      const [item] = await context.store.get([alarmKey(name)]);
      const alarm = parseAlarm(item);
      const now = context.now().getTime();
      if (alarm?.state !== 'ringing' || !isRungOut(ringingOf(alarm), now)) return didSomething;
      logEvent('help.not-answered', { minutes: Math.floor((now - Date.parse(alarm.since)) / 60_000) });
      await context.store.write([forgetRinging(alarm)]);
      return didSomething;
    }),
  );
  const faults = each.flatMap((outcome) =>
    outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
  );
  if (faults.length > 0) throw new AggregateError(faults, 'An alarm could not be looked after.');
  return {
    looked: ringing.length,
    repaired: each.filter((outcome) => outcome.status === 'fulfilled' && outcome.value).length,
  };
}
