import type { Context } from '../../shared/http/call.ts';
import { logEvent } from '../../shared/log.ts';
import { instantOf } from '../../shared/values/instants.ts';
import { isOver } from '../machines/over.ts';
import { putMachine, readMachines } from '../machines/store.ts';
import type { MediaServer } from '../media/media-server.ts';
import { uncertain } from '../room.ts';
import type { StepEntry } from '../snapshot.ts';
import { stepOfNobody } from '../step-of-nobody.ts';
import { presenceUnobserved } from './actions.ts';
import { longestBlink, untold, type Hole, type Watch } from './watch.ts';

/**
 * That nobody watched is entered once, with from and to, as soon as somebody watches again or the session is over; whoever runs the
 * session is told after half a minute of it already.
 */
export async function enterHoles(
  context: Context,
  media: () => Promise<MediaServer>,
  sessionId: string,
): Promise<void> {
  const before = (await readMachines(context.store, sessionId)).observer.watch;
  if (before?.upTo === undefined && before?.holes === undefined) return;
  let entered = 0;
  const done = await stepOfNobody(context, media, sessionId, async (snapshot, now) => {
    const { door, room, head } = snapshot;
    const { observer } = await readMachines(context.store, sessionId);
    const found = holesOf(observer.watch ?? {}, isOver(snapshot), now.getTime());
    if (found === undefined) return undefined;
    entered = found.holes.length;
    const since = found.since ?? found.holes.at(-1)?.from;
    return {
      room: since === undefined ? room : uncertain(room, { kind: 'unobserved', at: instantOf(since) }),
      // A log that was sealed meanwhile takes nothing more.
      entries: head?.sealed === true ? [] : found.holes.map(entryOf),
      changes: [putMachine(door.sessionId, 'observer', observer, { ...observer, watch: found.watch })],
    };
  });
  if (done) logEvent('presence.unobserved', { holes: entered });
}

type ToEnter = Pick<Hole, 'from'> & Partial<Hole>;

/** @returns undefined where there is nothing to enter and nobody to tell */
function holesOf(
  { holes = [], ...watch }: Watch,
  over: boolean,
  now: number,
): { readonly holes: readonly ToEnter[]; readonly watch: Watch; readonly since?: number } | undefined {
  const { upTo } = watch;
  // It did not come to be told that it is over: until when it was missed is until then.
  if (over && upTo !== undefined && now - upTo > longestBlink)
    return { holes: [...holes, { from: upTo }], watch: {} };
  const since = over ? undefined : untold(watch, now);
  if (since !== undefined) return { holes, watch: { ...watch, told: true }, since };
  return holes.length === 0 ? undefined : { holes, watch };
}

const entryOf =
  ({ from, to }: ToEnter): StepEntry =>
  (acting) =>
    presenceUnobserved.entry({
      ...acting,
      authority: { kind: 'rule', ref: 'no observer was in its rooms' },
      details: { from: instantOf(from), to: to === undefined ? undefined : instantOf(to) },
    });
