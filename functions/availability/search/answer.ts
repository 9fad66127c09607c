import type * as z from 'zod';
import type { InterpreterProfile } from '../../directory/port/working-time.ts';
import { instantOf, type Instant } from '../../shared/values/instants.ts';
import { localOf, zoneTableVersion } from '../../shared/values/zones.ts';
import { blocksFor, namedIn, placeOf, type Asked, type Pool } from './asked.ts';
import type { Place } from '../../sessions/port/kinds.ts';
import type { InterpretingMode } from '../../shared/values/interpreting.ts';
import type { searchSlots } from './contract.ts';
import { isVetted, speaks } from './eligible.ts';
import type { Band, Found } from '../engine/find-slots.ts';
import { dayNumber, weekdayOf } from '../engine/local-days.ts';
import { longestOf } from '../longest-with-team.ts';
import type { Resource } from '../port/resource.ts';
import type { Relief } from '../engine/reasons.ts';
import type { Fit, Slot } from '../engine/slots.ts';

type Answer = z.input<typeof searchSlots.answer>;
type AnswerSlot = Answer['slots'][number];
type Said = Omit<AnswerSlot['seats'][number], 'key'>;

/** The answer of a search, without what whoever asks may not know. */

/** What interpreters can do, by their ids. */
export type Profiles = ReadonlyMap<string, InterpreterProfile>;

/** What was found, in words of the contract; of hidden ones nothing but that they are there. */
export function answerOf(asked: Asked, found: Found, profiles: Profiles): Answer {
  const keys = [...namedIn(asked), ...asked.pools].map(({ key }) => key);
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
function seatOf(asked: Asked, order: number): number {
  return [...namedIn(asked), ...asked.pools]
    .slice(0, order)
    .reduce((sum, each) => sum + ('count' in each ? each.count : 1), 0);
}

function slotOf(asked: Asked, slot: Slot, profiles: Profiles): AnswerSlot {
  const named = namedIn(asked);
  return {
    start: instantAt(slot.start),
    end: instantAt(slot.end),
    burdened: slot.burdened,
    seats: named.map(({ key, booking }, order) => {
      const [fit] = slot.choices[order]?.best ?? [];
      return {
        key,
        ...(fit === undefined ? {} : saidOf(asked, asWanted(asked, booking.seat), fit, slot, profiles)),
      };
    }),
    pools: asked.pools.map((pool, order) => {
      const choice = slot.choices[seatOf(asked, named.length + order)];
      return {
        key: pool.key,
        count: choice?.count ?? 0,
        fits: (choice?.best ?? []).map((fit) => ({
          id: fit.resource.id,
          ...saidOf(asked, wantedOf(pool, asked), fit, slot, profiles),
        })),
      };
    }),
  };
}

/** What somebody is wanted for. */
interface Wanted {
  readonly place: Place;
  readonly mode?: InterpretingMode | undefined;
  /** Of interpreters who are named, who may lack it; those of a pool do not. */
  readonly interprets?: Asked['interprets'];
}

const asWanted = ({ proposal: { mode }, interprets }: Asked, place: Place): Wanted => ({
  place,
  mode,
  interprets,
});

const wantedOf = (pool: Pool, { proposal }: Asked): Wanted => ({
  place: placeOf(pool),
  mode: (pool.kind === 'interpreter' ? pool.mode : undefined) ?? proposal.mode,
});

function saidOf(
  asked: Asked,
  wanted: Wanted,
  { resource, warnings, needs }: Fit,
  { start }: Slot,
  profiles: Profiles,
): Said {
  const blocks = blocksFor(asked, wanted.place);
  const tooLong = isAloneTooLong(asked, wanted, resource, profiles) ? (['alone-too-long'] as const) : [];
  if (resource.hidden) return tooLong.length === 0 ? {} : { warnings: [...tooLong], needs: [...tooLong] };
  const { zone } = resource.workingTime;
  const begin = start + (blocks[0]?.at ?? 0);
  const { local, offset } = localOf(zone, instantAt(begin));
  return {
    time: { zone, local, offset, weekday: weekdayOf(dayNumber(local.slice(0, 10))) },
    warnings: [...warnings, ...tooLong, ...unfit(wanted, resource)],
    needs: [...needs, ...tooLong],
  };
}

/** What a named interpreter lacks of what is to be done; those of a pool lack nothing. */
function unfit({ interprets }: Wanted, { profile }: Resource): ('other-languages' | 'not-vetted')[] {
  if (interprets === undefined || profile === undefined) return [];
  return [
    ...(speaks(profile, interprets) ? [] : ['other-languages' as const]),
    ...(isVetted(profile, interprets.vettedSince ?? '') ? [] : ['not-vetted' as const]),
  ];
}

/**
 * Whether the interpreters would have to work without others for longer than the duty rules say is good, by the rule of
 * booking. Said and not forbidden: another interpreter or a reason is for people to find.
 */
function isAloneTooLong(
  asked: Asked,
  { place, mode }: Wanted,
  { duty }: Resource,
  profiles: Profiles,
): boolean {
  if (duty === undefined) return false;
  const most = interpretersIn(asked, profiles) * longestOf([duty], mode);
  return blocksFor(asked, place).some(({ minutes }) => minutes > most);
}

const interpretersIn = (asked: Asked, profiles: Profiles): number =>
  namedIn(asked).filter(({ key }) => profiles.has(key)).length +
  asked.pools.reduce((sum, pool) => sum + (pool.kind === 'interpreter' ? pool.count : 0), 0);

function changeOf({ proposal }: Asked, relief: Relief): NonNullable<Answer['nothing']>['changes'][number] {
  const start = instantAt(relief.start);
  switch (relief.kind) {
    case 'shorter': {
      const main = proposal.parts.find(({ kind }) => kind === 'main')?.minutes ?? 0;
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
