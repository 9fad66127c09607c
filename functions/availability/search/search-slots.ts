import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Store } from '../../shared/store/store.ts';
import { answerOf, type Profiles } from './answer.ts';
import { blocksFor, longestDays, minutesOf, tableEnd, withShorterMain } from './asked.ts';
import type { Asked, Pool } from './asked.ts';
import { minuteAfter, minuteBefore } from '../engine/free-starts.ts';
import type * as contract from './contract.ts';
import { criteriaOf, without, type Criterion } from './eligible.ts';
import { findSlots } from '../engine/find-slots.ts';
import type { Block, Question, Resource, Seat } from '../engine/question.ts';
import type { Wider } from '../engine/reasons.ts';
import { readResources, type Span } from './resources.ts';
import { minuteOf } from '../taken/read-taken.ts';
import { readWorld, type Found, type World } from './world.ts';

/** How much later the end may be tried, where nothing fits. */
const laterBy = 28 * 1440;

/**
 * Times at which everybody could meet. A snapshot: only booking itself is certain. Reads the case, the directory and the
 * week pages, and changes nothing.
 */
export const searchSlots: Handler<typeof contract.searchSlots> = async ({
  actor,
  body,
  now,
  context: { store },
}) => {
  const at = minuteOf(now);
  // What begins now has begun: booking takes only what is still to come.
  const earliest = Math.max(minuteAfter(body.earliest), Math.floor(now.getTime() / 60_000) + 1);
  const world = await readWorld(store, body, actor, at);
  const span = spanOf(body);
  const pools = await Promise.all(body.pools.map(world.pool));
  const resources = await readResources(store, [...world.named, ...pools.flat()], span, now, body.moving);
  const candidates = [world.named.map((each) => [each]), pools]
    .flat()
    .map((found) => found.flatMap((each) => resources.get(each) ?? []));
  const question = questionOf(body, candidates, earliest, at);
  assertBearable(question);
  const first = findSlots(question, body.zone, body.most);
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
  return answerOf(body, findSlots(question, body.zone, body.most, wider), profiles);
};

/**
 * Starts times candidates, beyond which a search is refused rather than slow. Interpreters out of two hundred, over half a
 * year in steps of five minutes, come to 10 million, and where nothing fits to about a second; this is twice as much.
 */
const mostWork = 25_000_000;

/** @throws {Refusal} `search-too-large` for so many people at so many times that the answer would not come in time */
function assertBearable({ from, until, grid, seats }: Question): void {
  // Seats of one pool ask the same people, and each is looked at once.
  const unlike = new Set(seats.map((seat) => seat.candidates));
  const candidates = [...unlike].reduce((sum, { length }) => sum + length, 0);
  if (((until - from) / grid) * candidates <= mostWork) return;
  const message =
    'So many at so many times are too much for one search: give a shorter time, or ask for fewer.';
  throw new Refusal('search-too-large', {}, [{ pointer: '/pools', message }]);
}

const profilesOf = (found: readonly Found[]): Profiles =>
  new Map(found.flatMap(({ id, profile }) => (profile === undefined ? [] : [[id, profile] as const])));

/** What is read: the time asked for, and where that is possible some weeks more, in case nothing fits. */
function spanOf({ earliest, latest }: Asked): Span {
  const from = minuteAfter(earliest);
  return {
    from,
    until: Math.max(
      minuteBefore(latest),
      Math.min(minuteBefore(latest) + laterBy, from + longestDays * 1440, tableEnd),
    ),
  };
}

/**
 * @param candidates for each participant, then for each pool
 * @param from nothing begins before this minute
 */
function questionOf(
  asked: Asked,
  candidates: readonly (readonly Resource[])[],
  from: number,
  now: number,
): Question {
  const { outsideHours: hours, shortNotice: notice, withoutBuffers: buffers } = asked;
  const loose = { hours, notice, buffers };
  const seat = (key: string, blocks: readonly Block[], order: number): Seat => ({
    key,
    blocks,
    candidates: candidates[order] ?? [],
    loose,
  });
  return {
    from,
    until: minuteBefore(asked.latest),
    now,
    grid: asked.grid,
    minutes: minutesOf(asked),
    ...(asked.again.length === 0 ? {} : { steady: { zone: asked.zone, after: asked.again } }),
    seats: [...asked.participants, ...asked.pools].flatMap((each, order) => {
      const blocks = blocksFor(asked, each.key);
      return Array.from({ length: 'count' in each ? each.count : 1 }, () => seat(each.key, blocks, order));
    }),
  };
}

/** For each criterion of each pool, those who would fit without it. */
async function widerPools(
  store: Store,
  { pools, moving }: Asked,
  world: World,
  span: Span,
  now: Date,
): Promise<NonNullable<Wider['pools']>> {
  const ways = pools.flatMap((pool) => criteriaOf(pool).map((dropped): Way => ({ pool, dropped })));
  const found = await Promise.all(ways.map(({ pool, dropped }) => world.pool(without(pool, dropped))));
  const resources = await readResources(store, found.flat(), span, now, moving);
  return ways.map(({ pool: { key }, dropped }, order) => ({
    key,
    dropped,
    candidates: (found[order] ?? []).flatMap((each: Found) => resources.get(each) ?? []),
  }));
}

interface Way {
  readonly pool: Pool;
  readonly dropped: Criterion;
}
