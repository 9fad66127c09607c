import type * as z from 'zod';
import type { InterpreterProfile } from '../../directory/port/working-time.ts';
import { instantOf, type Instant } from '../../shared/values/instants.ts';
import { localOf, zoneTableVersion } from '../../shared/values/zones.ts';
import { blocksFor, type Asked } from './asked.ts';
import type { searchSlots } from './contract.ts';
import { isVetted, speaks } from './eligible.ts';
import type { Band, Found } from '../engine/find-slots.ts';
import { dayNumber, weekdayOf } from '../engine/local-days.ts';
import { longestOf } from '../team.ts';
import type { Resource } from '../engine/question.ts';
import type { Relief } from '../engine/reasons.ts';
import type { Fit, Slot } from '../engine/slots.ts';

type Answer = z.input<typeof searchSlots.answer>;
type AnswerSlot = Answer['slots'][number];
type Said = Omit<AnswerSlot['seats'][number], 'key'>;

/** What interpreters can do, by their ids. */
export type Profiles = ReadonlyMap<string, InterpreterProfile>;

/** What was found, in words of the contract; of hidden ones nothing but that they are there. */
export function answerOf(asked: Asked, found: Found, profiles: Profiles): Answer {
  const keys = [...asked.participants, ...asked.pools].map(({ key }) => key);
  return {
    zoneTable: zoneTableVersion,
    slots: found.slots.map((slot) => slotOf(asked, slot, profiles)),
    bands: found.bands.map(bandOf),
    easy: found.easy.map(bandOf),
    ...(asked.rows ? { rows: rowsOf(asked, found, keys) } : {}),
    ...(found.reason === undefined
      ? {}
      : {
          nothing: {
            binding: found.reason.binding.map(({ keys: some, start }) => ({
              keys: [...some],
              start: instantAt(start),
            })),
            changes: found.reason.reliefs.map((relief) => changeOf(asked, relief)),
          },
        }),
  };
}

const instantAt = (minute: number): Instant => instantOf(minute * 60_000);
const bandOf = ({ first, last }: Band) => ({ first: instantAt(first), last: instantAt(last) });

/** Seats of one pool stand one after the other and are all alike; each key is told once. */
function rowsOf(asked: Asked, found: Found, keys: readonly string[]) {
  const rows = found.rows();
  return keys.map((key, order) => ({ key, bands: (rows[seatOf(asked, order)] ?? []).map(bandOf) }));
}

/** Where the first seat of a participant or pool stands among all. */
function seatOf({ participants, pools }: Asked, order: number): number {
  return [...participants, ...pools]
    .slice(0, order)
    .reduce((sum, each) => sum + ('count' in each ? each.count : 1), 0);
}

function slotOf(asked: Asked, slot: Slot, profiles: Profiles): AnswerSlot {
  const { participants, pools } = asked;
  return {
    start: instantAt(slot.start),
    end: instantAt(slot.end),
    burdened: slot.burdened,
    seats: participants.map(({ key }, order) => {
      const [fit] = slot.choices[order]?.best ?? [];
      return { key, ...(fit === undefined ? {} : saidOf(asked, key, fit, slot, profiles)) };
    }),
    pools: pools.map(({ key }, order) => {
      const choice = slot.choices[seatOf(asked, participants.length + order)];
      return {
        key,
        count: choice?.count ?? 0,
        fits: (choice?.best ?? []).map((fit) => ({
          id: fit.resource.id,
          ...saidOf(asked, key, fit, slot, profiles),
        })),
      };
    }),
  };
}

function saidOf(
  asked: Asked,
  key: string,
  { resource, warnings, needs }: Fit,
  { start }: Slot,
  profiles: Profiles,
): Said {
  const tooLong = isAloneTooLong(asked, key, resource, profiles) ? (['alone-too-long'] as const) : [];
  if (resource.hidden === true)
    return tooLong.length === 0 ? {} : { warnings: [...tooLong], needs: [...tooLong] };
  const { zone } = resource.workingTime;
  const begin = start + (blocksFor(asked, key)[0]?.at ?? 0);
  const { local, offset } = localOf(zone, instantAt(begin));
  return {
    time: { zone, local, offset, weekday: weekdayOf(dayNumber(local.slice(0, 10))) },
    warnings: [...warnings, ...tooLong, ...unfit(asked, key, resource, profiles)],
    needs: [...needs, ...tooLong],
  };
}

/** What a named interpreter lacks of what is to be done; those of a pool lack nothing. */
function unfit(
  asked: Asked,
  key: string,
  { id }: Resource,
  profiles: Profiles,
): ('other-languages' | 'not-vetted')[] {
  const [wanted, profile] = [interpretingOf(asked, key), profiles.get(id)];
  if (wanted === undefined || profile === undefined) return [];
  return [
    ...(speaks(profile, wanted) ? [] : ['other-languages' as const]),
    ...(isVetted(profile, wanted.vettedSince ?? '') ? [] : ['not-vetted' as const]),
  ];
}

const interpretingOf = ({ participants }: Asked, wanted: string) =>
  participants.flatMap((each) =>
    each.key === wanted && 'personId' in each && each.interprets !== undefined ? [each.interprets] : [],
  )[0];

/**
 * Whether the interpreters would have to work without others for longer than the duty rules say is good, by the rule of
 * booking. Said and not forbidden: another interpreter or a reason is for people to find.
 */
function isAloneTooLong(asked: Asked, key: string, { id }: Resource, profiles: Profiles): boolean {
  const duty = profiles.get(id)?.duty;
  if (duty === undefined) return false;
  const pool = asked.pools.find((each) => each.key === key);
  const mode = pool?.kind === 'interpreter' ? pool.mode : interpretingOf(asked, key)?.mode;
  const most = interpretersIn(asked, profiles) * longestOf([duty], mode);
  return blocksFor(asked, key).some(({ minutes }) => minutes > most);
}

const interpretersIn = ({ participants, pools }: Asked, profiles: Profiles): number =>
  participants.filter((each) => 'personId' in each && profiles.has(each.personId)).length +
  pools.reduce((sum, pool) => sum + (pool.kind === 'interpreter' ? pool.count : 0), 0);

function changeOf({ segments }: Asked, relief: Relief): NonNullable<Answer['nothing']>['changes'][number] {
  const start = instantAt(relief.start);
  switch (relief.kind) {
    case 'shorter': {
      const main = segments.find(({ kind }) => kind === 'main')?.minutes ?? 0;
      return { kind: 'shorter', minutes: main - relief.less, start };
    }
    case 'criterion':
      return { ...relief, start };
    case 'later':
      return { kind: 'later', start };
    case 'outside-hours':
      return { ...relief, keys: [...relief.keys], start };
    case 'no-buffers':
    case 'short-notice':
      return { kind: relief.kind, keys: [...relief.keys], start };
  }
}
