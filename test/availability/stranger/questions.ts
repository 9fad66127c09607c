import fc from 'fast-check';
import type { Person } from '../../../functions/directory/port/actor.ts';
import { instantOf } from '../../../functions/shared/values/instants.ts';
import { localOf } from '../../../functions/shared/values/zones.ts';
import { actorOf, ask, type Told } from '../../support/in-process.ts';
import { inFull } from '../../support/session-verbs.ts';
import { hiddenOnes, type Stranger } from './stranger.ts';

/** Everything that a stranger can ask in a case of her own, of people and rooms whose agencies did not take it. */

const seats = ['clerk', 'support-officer', 'interpreter', 'room', 'attending-officer'] as const;

/** Minutes after the beginning of the half day in which the hidden session is, and of its neighbours. */
const near = fc.integer({ min: -1440, max: 2160 });

const pool = fc.oneof(
  fc.record({ kind: fc.constantFrom('clerk', 'support-officer', 'attending-officer') }),
  fc.record({
    kind: fc.constant('interpreter'),
    between: fc.constant(['my', 'th']),
    notFrom: fc.option(fc.constant(['TH']), { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant('room'),
    city: fc.option(fc.constantFrom('Yangon', 'Bangkok'), { nil: undefined }),
    country: fc.option(fc.constantFrom('MM', 'TH'), { nil: undefined }),
    vetted: fc.option(fc.constant(true), { nil: undefined }),
  }),
);

export const question = fc.oneof(
  fc.record({
    what: fc.constant('search' as const),
    from: near,
    hours: fc.integer({ min: 1, max: 60 }),
    minutes: fc.constantFrom(5, 15, 60, 240),
    grid: fc.constantFrom(5, 15),
    again: fc.constantFrom<readonly number[]>([], [1440], [1440, 2880]),
    zone: fc.constantFrom('Asia/Bangkok', 'Asia/Kathmandu', 'America/New_York'),
    named: fc.subarray([...seats], { maxLength: 2 }),
    ownToo: fc.boolean(),
    pools: fc.array(pool, { minLength: 1, maxLength: 3 }),
    loose: fc.record({ outsideHours: fc.boolean(), shortNotice: fc.boolean(), withoutBuffers: fc.boolean() }),
    moving: fc.boolean(),
  }),
  fc.record({
    what: fc.constantFrom('preview' as const, 'book' as const, 'hold' as const),
    at: near,
    minutes: fc.constantFrom(5, 60, 240),
    named: fc.subarray(seats.slice(0, 4), { minLength: 1 }),
    setAside: fc.boolean(),
  }),
  fc.record({
    what: fc.constantFrom('replace' as const, 'rooms' as const, 'officer' as const, 'choices' as const),
    seat: fc.constantFrom('clerk', 'support-officer', 'interpreter'),
  }),
);
export type Question = typeof question extends fc.Arbitrary<infer Value> ? Value : never;

/** A question that names nobody but asks for each of them as one of many, and those that name them, one by one. */
export const plain: readonly Question[] = [
  // There is one more of each, of her own agency.
  ...(['clerk', 'support-officer'] as const).map((kind) => searched({ pools: [{ kind, count: 2 }] })),
  searched({ pools: [{ kind: 'interpreter', between: ['my', 'th'], notFrom: undefined, count: 2 }] }),
  searched({ pools: [{ kind: 'room', city: undefined, country: 'MM', vetted: undefined }] }),
  ...seats.slice(0, 4).map((seat) => searched({ named: [seat], pools: [] })),
  ...seats
    .slice(0, 4)
    .flatMap((seat) =>
      (['preview', 'book'] as const).flatMap((what) =>
        [0, 117, 157, 360].map((at): Question => ({ what, at, minutes: 5, named: [seat], setAside: true })),
      ),
    ),
];

function searched(more: object): Question {
  return {
    what: 'search',
    from: -720,
    hours: 48,
    minutes: 15,
    grid: 5,
    again: [],
    zone: 'Asia/Bangkok',
    named: [],
    ownToo: false,
    pools: [],
    loose: { outsideHours: true, shortNotice: true, withoutBuffers: true },
    moving: false,
    ...more,
  };
}

/** @param cell the minute at which the half day begins */
export async function put(stranger: Stranger, cell: number, asked: Question): Promise<string> {
  const told = await send(stranger, cell, asked);
  return JSON.stringify([told.status, { ...told.body, request: '', sessionId: '' }]);
}

const localAt = (minute: number, zone = 'Asia/Bangkok') => localOf(zone, instantOf(minute * 60_000)).local;

function send(stranger: Stranger, cell: number, asked: Question): Promise<Told> {
  switch (asked.what) {
    case 'search':
      return send1(stranger, 'POST', '/api/availability/search', searchBody(stranger, cell, asked));
    case 'preview':
    case 'book':
    case 'hold':
      return bookOrPreview(stranger, cell, asked);
    case 'replace':
    case 'rooms':
    case 'officer':
    case 'choices':
      return change(stranger, asked);
  }
}

const send1 = (
  { dry, hers }: Stranger,
  method: 'GET' | 'POST',
  path: string,
  body: object,
  by: Person = hers.people.prosecutor,
) => ask(dry, actorOf(by), method, path, body);

function searchBody(stranger: Stranger, cell: number, asked: Extract<Question, { what: 'search' }>) {
  const { hers, own } = stranger;
  const { from, hours, minutes, grid, again, zone, named, ownToo, pools, loose, moving } = asked;
  const hidden = hiddenOnes(stranger);
  const first = cell + from;
  return {
    proposal: {
      caseId: hers.caseId,
      kind: 'interview',
      zone,
      days: [0, ...again].map((after) => ({ local: localAt(first + after, zone) })),
      parts: [{ kind: 'main', at: 0, minutes }],
      seats: [
        ...(ownToo ? [{ seat: 'prosecutor', ids: [hers.people.prosecutor.personId] }] : []),
        ...named.filter((seat) => seat !== 'room').map((seat) => ({ seat, ids: [hidden[seat]] })),
      ],
      ...(named.includes('room') ? { rooms: [hidden['room']] } : {}),
    },
    earliest: instantOf(first * 60_000),
    latest: instantOf((first + hours * 60 + minutes + Math.max(0, ...again)) * 60_000),
    grid,
    pools: pools.map((each, order) => ({ key: `pool-${order}`, ...each })),
    ...loose,
    rows: true,
    ...(moving ? { moving: own } : {}),
  };
}

function bookOrPreview(
  stranger: Stranger,
  cell: number,
  { what, at, minutes, named, setAside }: Extract<Question, { what: 'preview' | 'book' | 'hold' }>,
) {
  const { hers } = stranger;
  const hidden = hiddenOnes(stranger);
  const one = (seat: 'clerk' | 'support-officer' | 'interpreter') =>
    named.includes(seat) ? hidden[seat] : hers.people[seat].personId;
  const names = ['unsociable', 'outside-hours', 'holiday', 'short-notice', 'buffer', 'clash'];
  const body = {
    caseId: hers.caseId,
    kind: 'interview',
    local: localAt(cell + at),
    zone: 'Asia/Bangkok',
    minutes,
    seats: { clerk: one('clerk'), supportOfficer: one('support-officer'), interpreter: one('interpreter') },
    ...(named.includes('room') ? { rooms: [hidden['room']] } : {}),
    ...(setAside ? { overrides: names.map((name) => ({ what: name, reason: 'agreed-by-all' })) } : {}),
    ...(what === 'hold' ? { holdMinutes: 60 } : {}),
  };
  const path = what === 'preview' ? '/api/availability/preview' : '/api/sessions';
  return send1(stranger, 'POST', path, inFull(hers, body));
}

/** One of theirs in her own session, which is on the day on which theirs may be. */
function change(
  stranger: Stranger,
  { what, seat }: Extract<Question, { what: 'replace' | 'rooms' | 'officer' | 'choices' }>,
) {
  const { own, hers } = stranger;
  const hidden = hiddenOnes(stranger);
  const at = `/api/sessions/${own}`;
  if (what === 'choices') return send1(stranger, 'GET', `${at}/rooms`, {});
  if (what === 'rooms') return send1(stranger, 'POST', `${at}/rooms`, { rooms: [hidden['room']] });
  if (what === 'officer')
    return send1(
      stranger,
      'POST',
      `${at}/attending-officer`,
      { personId: hidden['attending-officer'] },
      hers.people['central-authority'],
    );
  return send1(stranger, 'POST', `${at}/replacements`, { seat, ids: [hidden[seat]], reason: 'ill' });
}
