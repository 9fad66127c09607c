import type * as z from 'zod';
import { Refusal, type FieldError, type BareCode } from '../../shared/refusals.ts';
import { lastYear } from '../../shared/values/zone-table.ts';
import { minuteAfter, minuteBefore } from '../engine/free-starts.ts';
import { blocksOf, type Block } from '../engine/question.ts';
import type { searchSlots } from './contract.ts';

export type Asked = z.output<NonNullable<typeof searchSlots.body>>;
export type Pool = Asked['pools'][number];
export type Participant = Asked['participants'][number];

const DAY = 1440;
export const longestDays = 180;
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
  add(until - from > longestDays * DAY, '/latest', `This is more than ${longestDays} days after the start.`);
  add(until > tableEnd, '/latest', `The clocks of the world are known up to ${lastYear} only.`);
  return faults;
}

const order = ['pre', 'main', 'post'];

function segmentFaults(asked: Asked): FieldError[] {
  const { segments, participants, pools } = asked;
  const faults = dayFaults(asked);
  const known = new Set([...participants, ...pools].map(({ key }) => key));
  if (segments.filter(({ kind }) => kind === 'main').length !== 1)
    faults.push({ pointer: '/segments', message: 'There must be exactly one main part.' });
  for (const [index, { kind, at, minutes, needs }] of segments.entries()) {
    const add = (field: string, message: string) =>
      faults.push({ pointer: `/segments/${index}/${field}`, message });
    const before = segments[index - 1];
    if (before === undefined && at !== 0) add('at', 'The first part begins the session: its place is 0.');
    if (before !== undefined && order.indexOf(kind) <= order.indexOf(before.kind))
      add('kind', 'The parts come in this order: pre, main, post, each once.');
    if (before !== undefined && at < before.at + before.minutes)
      add('at', 'This part begins before the one before it has ended.');
    if (kind === 'main' && needs !== undefined) add('needs', 'The main part needs everybody and every room.');
    if (minutes % 5 !== 0 || at % 5 !== 0) add('minutes', 'Parts begin and end on whole five minutes.');
    if (at + minutes > longestSession) add('minutes', 'A day of a session lasts 12 hours at the most.');
    for (const key of needs ?? []) if (!known.has(key)) add('needs', `Nobody here has the key "${key}".`);
  }
  return faults;
}

/** Days that begin before the one before has ended. */
function dayFaults({ segments, again }: Asked): FieldError[] {
  const length = segments.length === 0 ? 0 : dayOf({ segments });
  return again.flatMap((at, index) =>
    at < (again[index - 1] ?? 0) + length
      ? [{ pointer: `/again/${index}`, message: 'This day begins before the one before it has ended.' }]
      : [],
  );
}

function seatFaults({ participants, pools }: Asked): FieldError[] {
  const faults: FieldError[] = [];
  if (participants.length + pools.length === 0)
    faults.push({ pointer: '/participants', message: 'A session needs somebody who takes part.' });
  const seen = new Set<string>();
  const repeated = (text: string) => seen.size === seen.add(text).size;
  for (const [index, participant] of participants.entries()) {
    if (repeated(`key ${participant.key}`))
      faults.push({ pointer: `/participants/${index}/key`, message: 'This key stands here twice.' });
    if (repeated(`who ${ownerOf(participant)}`))
      faults.push({ pointer: `/participants/${index}`, message: 'The same is named twice.' });
  }
  for (const [index, { key }] of pools.entries())
    if (repeated(`key ${key}`))
      faults.push({ pointer: `/pools/${index}/key`, message: 'This key stands here twice.' });
  return faults;
}

const ownerOf = (participant: Participant): string =>
  'personId' in participant
    ? participant.personId
    : 'roomId' in participant
      ? `room ${participant.roomId}`
      : 'witness';

/** Minutes of one day, from the beginning of its first part to the end of its last. */
const dayOf = ({ segments }: Pick<Asked, 'segments'>): number =>
  Math.max(...segments.map(({ at, minutes }) => at + minutes));

/** From the beginning of the first part of the first day to the end of the last of the last. */
export const minutesOf = ({ segments, again }: Pick<Asked, 'segments' | 'again'>): number =>
  Math.max(0, ...again) + dayOf({ segments });

/** When the seat of a key must be there. */
export const blocksFor = ({ segments, again }: Pick<Asked, 'segments' | 'again'>, key: string): Block[] => {
  const day = segments.filter(({ needs }) => needs === undefined || needs.includes(key));
  return blocksOf(
    [0, ...again].flatMap((after) => day.map(({ at, minutes }) => ({ at: after + at, minutes }))),
  );
};

/** The question with a main part that is so many minutes shorter, what follows it coming sooner; undefined under 5. */
export function withShorterMain(asked: Asked, less: number): Asked | undefined {
  const main = asked.segments.findIndex(({ kind }) => kind === 'main');
  if ((asked.segments[main]?.minutes ?? 0) - less < 5) return undefined;
  const segments = asked.segments.map((segment, index) => {
    if (index < main) return segment;
    return index === main
      ? { ...segment, minutes: segment.minutes - less }
      : { ...segment, at: segment.at - less };
  });
  return { ...asked, segments };
}
