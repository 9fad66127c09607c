import { createHash } from 'node:crypto';
import type * as z from 'zod';
import type { Call, Handler } from '../../shared/http/call.ts';
import { doesNotFit, Refusal } from '../../shared/refusals.ts';
import { commit } from '../../shared/store/commit.ts';
import type { KnownHolidays } from '../../availability/port/known-holidays.ts';
import type { Override } from '../../availability/port/overrides.ts';
import { inTurns } from '../retiming/moves-to-make.ts';
import { inOrderOfMoving } from '../retiming/order-of-moving.ts';
import { moveTo } from '../verbs/move-session.ts';
import type * as contract from './contract.ts';
import {
  assertRunsSeries,
  callFor,
  loadSeries,
  reasonOf,
  seriesOf,
  type LoadedSeries,
} from './loaded-series.ts';
import { changingMany, newShift, putSeries, waitingFor, type Series, type ShiftMove } from './series.ts';
import { asDone } from './told-as-one.ts';

/**
 * Moves a series. First it is written where each session is to be; then each is moved whole, in a transaction of its own, and
 * only from where it was then. So whoever breaks off leaves a shift that can be carried on, by the same request or by another,
 * and no session moves twice. What cannot be moved stays where it is, and is told with its reason.
 */
export const shiftSeries: Handler<typeof contract.shiftSeries, [KnownHolidays]> = async (call, holidays) => {
  const { byDays: days, overrides = [] } = call.body;
  // The same request, sent again, is the same shift.
  const shiftId = createHash('sha256')
    .update(call.request.headers.get('idempotency-key') ?? '')
    .digest('base64url');
  await commit(call.context, async () => {
    const loaded = await entered(call);
    const series = seriesOf(loaded);
    if (days === 0) throw doesNotFit('/byDays', 'This is where they are.');
    if (series.shift?.shiftId === shiftId)
      return { changes: [changingMany(series, call.now)], answer: undefined };
    // Or those that had moved by it already would move further than was meant.
    if (waitingFor(series.shift, loaded.sessions, call.now).length > 0)
      throw new Refusal('changed-meanwhile');
    const shift = newShift(shiftId, days, loaded.sessions, call.now);
    return { changes: [changingMany({ ...series, shift }, call.now)], answer: undefined };
  });
  return asDone(call, await carryOn(call, holidays, overrides));
};

/** Carries on a shift that was not done to its end, or ends it where it is. */
export const restOfShift: Handler<typeof contract.restOfShift, [KnownHolidays]> = async (call, holidays) => {
  const { what, overrides = [] } = call.body;
  if (what === 'try') {
    await commit(call.context, async () => ({
      changes: [changingMany(seriesOf(await entered(call)), call.now)],
      answer: undefined,
    }));
    return asDone(call, await carryOn(call, holidays, overrides));
  }
  return call.commit(async () => {
    const { shift, ...series } = seriesOf(await entered(call));
    const answer = { moved: [], notMoved: [] };
    return shift === undefined ? { changes: [], answer } : { changes: [left(series)], answer };
  });
};

const left = (series: Series) => putSeries({ ...series, version: series.version + 1 });

type Asking = Pick<Call<typeof contract.restOfShift>, 'actor' | 'params' | 'now' | 'context'>;
type Answer = z.input<typeof contract.shiftSeries.answer>;

/** @throws {Refusal} `not-your-role` for whoever does not run such sessions; `not-found` where the session is of no series */
async function entered({ actor, params, context }: Asking): Promise<LoadedSeries> {
  const loaded = await loadSeries(context.store, params.sessionId, actor);
  assertRunsSeries(loaded, actor);
  seriesOf(loaded);
  return loaded;
}

async function carryOn(
  call: Asking,
  holidays: KnownHolidays,
  overrides: readonly Override[],
): Promise<Answer> {
  const { series, sessions } = await entered(call);
  const moved = new Map<string, Answer['moved'][number]>();
  const reasons = new Map<string, Refusal>();
  const move = async ({ sessionId, sequence, zone, days }: ShiftMove): Promise<boolean> => {
    try {
      const wanted = { to: { zone, days }, overrides, sequence };
      const { start, end } = await moveTo(callFor(call, sessionId), holidays, wanted);
      moved.set(sessionId, { sessionId, start, end });
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      reasons.set(sessionId, error);
      return false;
    }
  };
  const waiting = await inTurns(inOrderOfMoving(waitingFor(series?.shift, sessions, call.now)), move);
  return {
    moved: sessions.flatMap(({ session }) => moved.get(session.sessionId) ?? []),
    notMoved: waiting.flatMap(({ sessionId }) => {
      const reason = reasons.get(sessionId);
      return reason === undefined ? [] : [reasonOf(sessionId, reason)];
    }),
  };
}
