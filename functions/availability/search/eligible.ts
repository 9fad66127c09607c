import type { InterpreterProfile, SiteRoom } from '../../directory/port/working-time.ts';
import type { Pool } from './asked.ts';
import { type CaseFacts, hasConflict } from '../port/conflicts.ts';

type InterpreterPool = Extract<Pool, { kind: 'interpreter' }>;
type RoomPool = Extract<Pool, { kind: 'room' }>;
/** The criteria of a pool that can be given up; languages and conflicts cannot. */
export const criteriaOf = (pool: Pool): readonly Criterion[] =>
  optional.filter((name) => name in pool && pool[name as keyof Pool] !== undefined);
const optional = [
  'dialect',
  'mode',
  'gender',
  'vettedSince',
  'notFrom',
  'city',
  'country',
  'vetted',
] as const;
export type Criterion = (typeof optional)[number];

/** The pool without one of its criteria. */
export const without = <Some extends Pool>(pool: Some, criterion: Criterion): Some => ({
  ...pool,
  [criterion]: undefined,
});

/** Whether an interpreter fits the pool and has no conflict. @param country where the interpreter comes from */
export function interpreterFits(
  { between, dialect, mode, gender, vettedSince, notFrom }: InterpreterPool,
  profile: InterpreterProfile,
  country: string,
  facts: CaseFacts,
): boolean {
  return (
    speaks(profile, { between, dialect }) &&
    (mode === undefined || profile.modes.includes(mode)) &&
    (gender === undefined || profile.gender === gender) &&
    (vettedSince === undefined || isVetted(profile, vettedSince)) &&
    !(notFrom ?? []).some((each) => each === country) &&
    !hasConflict(profile, facts)
  );
}

/** Whether somebody interprets from each of two languages into the other. */
export function speaks(
  { directions }: InterpreterProfile,
  { between: [one, other], dialect }: Pick<InterpreterPool, 'between' | 'dialect'>,
): boolean {
  const both = [
    [one, other],
    [other, one],
  ] as const;
  return both.every(([from, to]) =>
    directions.some(
      (direction) =>
        direction.from === from &&
        direction.to === to &&
        (dialect === undefined || sameText(direction.dialect ?? '', dialect)),
    ),
  );
}

/** @param since a day, `YYYY-MM-DD`, on which or later it must have been */
export const isVetted = ({ vettedOn }: InterpreterProfile, since: string): boolean =>
  vettedOn !== undefined && vettedOn >= since;
export const roomFits = (
  { city, country, vetted }: RoomPool,
  room: Pick<SiteRoom, 'city' | 'country' | 'vetted'>,
): boolean =>
  (city === undefined || sameText(room.city, city)) &&
  (country === undefined || room.country === country) &&
  (vetted === undefined || room.vetted);

const sameText = (one: string, other: string): boolean =>
  one.normalize('NFC').trim().toLowerCase() === other.normalize('NFC').trim().toLowerCase();
