import type { Handler } from '../../shared/http/call.ts';
import { Refusal, type FieldError } from '../../shared/refusals.ts';
import type { Store } from '../../shared/store/store.ts';
import { countAsk, enterHeavy } from '../asks.ts';
import { answerOf, type Profiles } from './answer.ts';
import {
  blocksFor,
  daysAfter,
  longestSearchDays,
  minutesOf,
  namedIn,
  placeOf,
  tableEnd,
  withShorterMain,
} from './asked.ts';
import type { Asked, Pool } from './asked.ts';
import { minuteAfter, minuteBefore } from '../engine/free-starts.ts';
import type * as contract from './contract.ts';
import { criteriaOf, without, type Criterion } from './eligible.ts';
import { costOf } from '../engine/cost.ts';
import { findSlots } from '../engine/find-slots.ts';
import { meterUntil, TooLong } from '../engine/meter.ts';
import type { Candidate, Question, Seat } from '../engine/question.ts';
import type { Wider } from '../engine/reasons.ts';
import { readWithHolidays, type Span } from './candidates.ts';
import type { Resource } from '../port/resource.ts';
import { minuteOf } from '../taken/read-taken.ts';
import { readWorld, type World } from './world.ts';

/** How much later the end may be tried, where nothing fits. */
const laterBy = 28 * 1440;

/**
 * Times at which everybody could meet. A snapshot: only booking itself is certain. Reads the case, the directory and the
 * week pages, and changes nothing.
 */
export const searchSlots: Handler<typeof contract.searchSlots> = async (call) => {
  const { actor, body, now, context } = call;
  const { store } = context;
  await countAsk(call, body.proposal.caseId);
  const at = minuteOf(now);
  // What begins now has begun: booking takes only what is still to come.
  const earliest = Math.max(minuteAfter(body.earliest), Math.floor(now.getTime() / 60_000) + 1);
  const world = await readWorld(store, body, actor, at);
  const span = spanOf(body);
  const pools = await Promise.all(body.pools.map(world.pool));
  const { moving, proposal } = body;
  const of = { caseId: proposal.caseId, moving };
  const all = [...world.named.map((each) => [each]), ...pools];
  const read = await readWithHolidays(store, all.flat(), span, of, now);
  const candidates = cutLike(all, read);
  const question = questionOf(body, candidates, earliest, at);
  if (assertBearable(question, body) === 'heavy') await enterHeavy(call);
  const ends = context.now().getTime() + mostTime;
  const find = (wider?: Wider) => {
    const meter = meterUntil(() => context.now().getTime() > ends);
    return endedByTheClock(() => findSlots(question, proposal.zone, body.most, wider, meter), body);
  };
  const first = find();
  const profiles = profilesOf([...world.named, ...pools.flat()]);
  if (first.reason === undefined) return answerOf(body, first, profiles);
  const wider: Wider = {
    ...(span.until > question.until ? { later: { ...question, until: span.until } } : {}),
    shorter: (less) => {
      const shorter = withShorterMain(body, less);
      return shorter === undefined ? undefined : questionOf(shorter, candidates, earliest, at);
    },
    pools: await widerPools(store, body, world, span, now),
  };
  return answerOf(body, find(wider), profiles);
};

/**
 * What a search may cost, in the units of engine/meter.ts: some tenths of a second. An interpreter out of two hundred for a trial
 * of five days, over half a year in steps of five minutes, comes to half of it.
 */
const mostCost = 100_000_000;
/** From which on somebody asks one at a time. */
const heavyCost = mostCost / 5;
/** Milliseconds after which it is ended, whatever was counted: this machine may be slow today. */
const mostTime = 600;

/** @throws {Refusal} `search-too-large` for so many people at so many times that the answer would not come in time */
function assertBearable(question: Question, asked: Asked): 'light' | 'heavy' {
  const cost = costOf(question, asked.most);
  if (cost > mostCost) throw tooLarge(asked);
  return cost > heavyCost ? 'heavy' : 'light';
}

function endedByTheClock<Found>(find: () => Found, asked: Asked): Found {
  try {
    return find();
  } catch (error) {
    if (error instanceof TooLong) throw tooLarge(asked);
    throw error;
  }
}

/** It is said at the fields that make it large what would make it smaller. */
function tooLarge({ proposal, earliest, latest, grid, pools }: Asked): Refusal {
  const days = (minuteBefore(latest) - minuteAfter(earliest)) / 1440;
  const ways: readonly (readonly [boolean, string, string])[] = [
    [days > 31, '/latest', 'Look through fewer days.'],
    [
      proposal.days.length > 1,
      '/proposal/days',
      'Give the session fewer days, and look for the others by themselves.',
    ],
    [proposal.parts.length > 1, '/proposal/parts', 'Give each day fewer parts.'],
    [grid < 15, '/grid', 'Let it begin on quarters of an hour only.'],
    [pools.length > 0, '/pools', 'Ask for fewer people, or for those of whom more is true.'],
  ];
  const errors = ways.flatMap(([helps, pointer, message]): FieldError[] =>
    helps ? [{ pointer, message }] : [],
  );
  return new Refusal('search-too-large', {}, errors);
}

const profilesOf = (found: readonly Resource[]): Profiles =>
  new Map(found.flatMap(({ id, profile }) => (profile === undefined ? [] : [[id, profile] as const])));

/** What was read of all together, in the groups in which they were asked for. */
function cutLike<Each>(groups: readonly (readonly unknown[])[], all: readonly Each[]): readonly Each[][] {
  let next = 0;
  return groups.map(({ length }) => all.slice(next, (next += length)));
}

/** What is read: the time asked for, and where that is possible some weeks more, in case nothing fits. */
function spanOf({ earliest, latest }: Asked): Span {
  const from = minuteAfter(earliest);
  return {
    from,
    until: Math.max(
      minuteBefore(latest),
      Math.min(minuteBefore(latest) + laterBy, from + longestSearchDays * 1440, tableEnd),
    ),
  };
}

/**
 * @param candidates for each who is named, then for each pool
 * @param from nothing begins before this minute
 */
function questionOf(
  asked: Asked,
  candidates: readonly (readonly Candidate[])[],
  from: number,
  now: number,
): Question {
  const { outsideHours: hours, shortNotice: notice, withoutBuffers: buffers, proposal, pools } = asked;
  const loose = { hours, notice, buffers };
  const after = daysAfter(proposal);
  const wanted = [
    ...namedIn(asked).map(({ key, booking }) => ({ key, place: booking.seat, count: 1 })),
    ...pools.map((pool) => ({ key: pool.key, place: placeOf(pool), count: pool.count })),
  ];
  return {
    from,
    until: minuteBefore(asked.latest),
    now,
    grid: asked.grid,
    minutes: minutesOf(asked),
    ...(after.length === 0 ? {} : { steady: { zone: proposal.zone, after } }),
    seats: wanted.flatMap(({ key, place, count }, order): Seat[] => {
      const blocks = blocksFor(asked, place);
      return Array.from({ length: count }, () => ({
        key,
        blocks,
        candidates: candidates[order] ?? [],
        loose,
      }));
    }),
  };
}

/** For each criterion of each pool, those who would fit without it. */
async function widerPools(
  store: Store,
  { pools, moving, proposal: { caseId } }: Asked,
  world: World,
  span: Span,
  now: Date,
): Promise<NonNullable<Wider['pools']>> {
  const ways = pools.flatMap((pool) => criteriaOf(pool).map((dropped): Way => ({ pool, dropped })));
  const found = await Promise.all(ways.map(({ pool, dropped }) => world.pool(without(pool, dropped))));
  const candidates = cutLike(
    found,
    await readWithHolidays(store, found.flat(), span, { caseId, moving }, now),
  );
  return ways.map(({ pool: { key }, dropped }, order) => ({
    key,
    dropped,
    candidates: candidates[order] ?? [],
  }));
}

interface Way {
  readonly pool: Pool;
  readonly dropped: Criterion;
}
