import { assertEachOnce } from '../../sessions/port/bookings.ts';
import { kinds, type Place } from '../../sessions/port/kinds.ts';
import { roomBooking, type Booking } from '../../sessions/port/roster.ts';
import { needsPlace } from '../../sessions/port/session-time.ts';
import { isPartySeat } from '../../shared/access/roles.ts';
import type { BodyOf } from '../../shared/http/contract.ts';
import { Refusal, type FieldError, type BareCode } from '../../shared/refusals.ts';
import { lastYear } from '../../shared/values/zone-table.ts';
import { minuteAfter, minuteBefore } from '../engine/free-starts.ts';
import { blocksOf, type Block } from '../engine/question.ts';
import type { searchSlots } from './contract.ts';

export type Asked = BodyOf<typeof searchSlots>;
export type Pool = Asked['pools'][number];
type Parts = Asked['proposal']['parts'];

/** Who or what is named, with the key by which the answer speaks of it: its own id, and of the witness the party. */
export interface Named {
  readonly key: string;
  readonly booking: Booking;
}

/** In the order in which they are answered. */
export const namedIn = ({ proposal: { seats, rooms = [] } }: Pick<Asked, 'proposal'>): readonly Named[] => [
  ...seats.flatMap(({ seat, ids }) =>
    ids.map((id): Named => ({
      key: id,
      booking: isPartySeat(seat) ? { seat, party: id } : { seat, personId: id },
    })),
  ),
  ...rooms.map((roomId) => ({ key: roomId, booking: roomBooking(roomId) })),
];

/** Whose seats a pool is for. */
export const placeOf = ({ kind }: Pool): Place => kind;

const DAY = 1440;
export const longestSearchDays = 180;
/** From the beginning of the first part to the end of the last: no longer one can be booked. */
const longestSession = 720;
/** So much of the time asked for may be over already: a page that was opened this morning may still ask for today. */
const pastGrace = DAY;
/** The zone table ends with this year; the last days stay free for what reaches beyond the question. */
export const tableEnd = Date.UTC(lastYear, 11, 29) / 60_000;

/**
 * What no shape of a field can say of a question.
 * @throws {Refusal} `search-window-not-possible`, `segments-not-possible`, `seats-not-possible`, with the places
 */
export function assertPossible(asked: Asked, now: number): void {
  refuse('search-window-not-possible', windowFaults(asked, now));
  refuse('segments-not-possible', segmentFaults(asked));
  assertEachOnce(asked.proposal, '/proposal');
  refuse('seats-not-possible', seatFaults(asked));
}

function refuse(code: BareCode, faults: readonly FieldError[]): void {
  if (faults.length > 0) throw new Refusal(code, {}, faults);
}

function windowFaults({ earliest, latest }: Asked, now: number): FieldError[] {
  const [from, until] = [minuteAfter(earliest), minuteBefore(latest)];
  const faults: FieldError[] = [];
  const add = (when: boolean, pointer: string, message: string) => {
    if (when) faults.push({ pointer, message });
  };
  add(from < now - pastGrace, '/earliest', 'This lies in the past.');
  add(until <= from, '/latest', 'The end must be after the start.');
  add(until > from && until <= now, '/latest', 'This lies in the past.');
  add(
    until - from > longestSearchDays * DAY,
    '/latest',
    `This is more than ${longestSearchDays} days after the start.`,
  );
  add(until > tableEnd, '/latest', `The clocks of the world are known up to ${lastYear} only.`);
  return faults;
}

const order = ['pre', 'main', 'post'];

function segmentFaults(asked: Asked): FieldError[] {
  const { parts } = asked.proposal;
  const faults = dayFaults(asked);
  if (parts.filter(({ kind }) => kind === 'main').length !== 1)
    faults.push({ pointer: '/proposal/parts', message: 'There must be exactly one main part.' });
  for (const [index, { kind, at, minutes, needs }] of parts.entries()) {
    const add = (field: string, message: string) =>
      faults.push({ pointer: `/proposal/parts/${index}/${field}`, message });
    const before = parts[index - 1];
    if (before === undefined && at !== 0) add('at', 'The first part begins the session: its place is 0.');
    if (before !== undefined && order.indexOf(kind) <= order.indexOf(before.kind))
      add('kind', 'The parts come in this order: pre, main, post, each once.');
    if (before !== undefined && at < before.at + before.minutes)
      add('at', 'This part begins before the one before it has ended.');
    if (kind === 'main' && needs !== undefined) add('needs', 'The main part needs everybody and every room.');
    if (minutes % 5 !== 0 || at % 5 !== 0) add('minutes', 'Parts begin and end on whole five minutes.');
    if (at + minutes > longestSession) add('minutes', 'A day of a session lasts 12 hours at the most.');
  }
  return faults;
}

/** Days that begin before the one before has ended, and those that come too late for one session. */
function dayFaults({ proposal }: Asked): FieldError[] {
  const length = dayOf(proposal.parts);
  const after = daysAfter(proposal);
  return after.flatMap((at, index) => {
    const pointer = `/proposal/days/${index + 1}/local`;
    if (!(at >= (after[index - 1] ?? 0) + length))
      return [{ pointer, message: 'This day begins before the one before it has ended.' }];
    return at > 30 * DAY ? [{ pointer, message: 'A session lasts 30 days at the most.' }] : [];
  });
}

/** By how many minutes the wall clock is further on than at the beginning when each further day begins. */
export function daysAfter({ days }: Pick<Asked['proposal'], 'days'>): readonly number[] {
  const [first = 0, ...more] = days.map(({ local }) => Date.parse(`${local}Z`) / 60_000);
  return more.map((at) => at - first);
}

function seatFaults({ proposal, pools }: Asked): FieldError[] {
  const faults: FieldError[] = [];
  const { kind, seats } = proposal;
  if (seats.length + (proposal.rooms?.length ?? 0) + pools.length === 0)
    faults.push({ pointer: '/proposal/seats', message: 'A session needs somebody who takes part.' });
  for (const [index, { seat }] of seats.entries())
    if (![...kinds[kind].needs, ...kinds[kind].may].includes(seat))
      faults.push({
        pointer: `/proposal/seats/${index}/seat`,
        message: 'This kind of session has no such seat.',
      });
  for (const [index, pool] of pools.entries())
    if (pool.kind !== 'room' && ![...kinds[kind].needs, ...kinds[kind].may].includes(pool.kind))
      faults.push({ pointer: `/pools/${index}/kind`, message: 'This kind of session has no such seat.' });
  const keys = new Set(namedIn({ proposal }).map(({ key }) => key));
  for (const [index, { key }] of pools.entries())
    if (keys.size === keys.add(key).size)
      faults.push({ pointer: `/pools/${index}/key`, message: 'This key stands here twice.' });
  return faults;
}

/** Minutes of one day, from the beginning of its first part to the end of its last. */
const dayOf = (parts: Parts): number => Math.max(...parts.map(({ at, minutes }) => at + minutes));

/** From the beginning of the first part of the first day to the end of the last of the last. */
export const minutesOf = ({ proposal }: Pick<Asked, 'proposal'>): number =>
  Math.max(0, ...daysAfter(proposal)) + dayOf(proposal.parts);

/** When whoever has a seat, or a room, must be there. */
export const blocksFor = ({ proposal }: Pick<Asked, 'proposal'>, place: Place): Block[] => {
  const day = proposal.parts.filter((part) => needsPlace(part, place));
  return blocksOf(
    [0, ...daysAfter(proposal)].flatMap((after) =>
      day.map(({ at, minutes }) => ({ at: after + at, minutes })),
    ),
  );
};

/** The question with a main part that is so many minutes shorter, what follows it coming sooner; undefined under 5. */
export function withShorterMain(asked: Asked, less: number): Asked | undefined {
  const { proposal } = asked;
  const main = proposal.parts.findIndex(({ kind }) => kind === 'main');
  if ((proposal.parts[main]?.minutes ?? 0) - less < 5) return undefined;
  const parts = proposal.parts.map((part, index) => {
    if (index < main) return part;
    return index === main ? { ...part, minutes: part.minutes - less } : { ...part, at: part.at - less };
  });
  return { ...asked, proposal: { ...proposal, parts } };
}
