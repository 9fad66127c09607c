import type { AnswerOf, BodyIn } from '../../../../functions/shared/http/contract.ts';
import type { readProfile, setProfile } from '../../../../functions/directory/contract.ts';

/** What an interpreter can do, as it is typed: everything may be missing or wrong until it is saved. */

type Profile = AnswerOf<typeof readProfile>['profile'];
type NewProfile = BodyIn<typeof setProfile>['profile'];

export interface Direction {
  readonly from: string;
  readonly to: string;
  readonly dialect: string;
}

export const modes = ['consecutive', 'simultaneous'] as const;
export const genders = ['woman', 'man', 'other'] as const;

/** Minutes each; the bounds are those of the contract. */
export const dutyLimits = {
  aloneSimultaneous: [5, 480],
  aloneConsecutive: [5, 480],
  dayMinutes: [30, 1440],
  changeover: [0, 480],
} as const satisfies Record<keyof Profile['duty'], readonly [low: number, high: number]>;
export type DutyLimit = keyof typeof dutyLimits;
export const dutyNames = Object.keys(dutyLimits) as DutyLimit[];

export interface ProfileDraft {
  readonly directions: readonly Direction[];
  /** Chosen, and not yet among the directions. */
  readonly adding: Direction;
  readonly modes: Profile['modes'];
  readonly gender: (typeof genders)[number] | '';
  readonly vetted: boolean;
  readonly vettedOn?: string | undefined;
  readonly cases: readonly string[];
  readonly countries: Profile['conflicts']['countries'];
  /** As typed, in Latin digits. */
  readonly duty: Readonly<Record<DutyLimit, string>>;
}

export const noDirection: Direction = { from: '', to: '', dialect: '' };

export function draftOf({
  directions,
  modes: ways,
  gender,
  vettedOn,
  conflicts,
  duty,
}: Profile): ProfileDraft {
  return {
    directions: directions.map(({ from, to, dialect = '' }) => ({ from, to, dialect })),
    adding: noDirection,
    modes: ways,
    gender: gender ?? '',
    vetted: vettedOn !== undefined,
    vettedOn,
    cases: conflicts.cases,
    countries: conflicts.countries,
    duty: Object.fromEntries(dutyNames.map((name) => [name, String(duty[name])])) as ProfileDraft['duty'],
  };
}

export function profileOf(draft: ProfileDraft): NewProfile {
  const { directions, modes: ways, gender, vetted, vettedOn, cases, countries, duty } = draft;
  return {
    directions: directions.map(({ from, to, dialect }) => ({
      from,
      to,
      ...(dialect.trim() === '' ? {} : { dialect: dialect.trim() }),
    })),
    modes: [...ways],
    ...(gender === '' ? {} : { gender }),
    ...(vetted && vettedOn !== undefined ? { vettedOn } : {}),
    conflicts: { cases: [...cases], countries: [...countries] },
    duty: Object.fromEntries(dutyNames.map((name) => [name, Number(duty[name])])) as NewProfile['duty'],
  };
}

export type ProfileFault =
  | { readonly what: 'needed' | 'same-language' | 'twice' | 'not-added' | 'in-future' | 'too-many' }
  | { readonly what: 'number'; readonly low: number; readonly high: number };

/** As the contract has it. */
const mostDirections = 40;

/** What is wrong, by the name of the field, which is where the service would point as well. */
export function faultsOf(draft: ProfileDraft, now: number): ReadonlyMap<string, ProfileFault> {
  const { directions, adding, modes: ways, vetted, vettedOn } = draft;
  const faults = new Map<string, ProfileFault>();
  for (const [index, direction] of directions.entries()) {
    const what = faultOfDirection(direction, directions.slice(0, index));
    if (what !== undefined) faults.set(`profile.directions.${index}`, { what });
  }
  if (adding.from !== '' || adding.to !== '') faults.set('profile.directions', { what: 'not-added' });
  else if (directions.length === 0) faults.set('profile.directions', { what: 'needed' });
  else if (directions.length > mostDirections) faults.set('profile.directions', { what: 'too-many' });
  if (ways.length === 0) faults.set('profile.modes', { what: 'needed' });
  if (vetted && vettedOn === undefined) faults.set('profile.vettedOn', { what: 'needed' });
  // Later than today everywhere on earth, as the service judges it too.
  const latest = new Date(now + 14 * 3_600_000).toISOString().slice(0, 10);
  if (vetted && vettedOn !== undefined && vettedOn > latest)
    faults.set('profile.vettedOn', { what: 'in-future' });
  for (const name of dutyNames) {
    const [low, high] = dutyLimits[name];
    const typed = draft.duty[name];
    const minutes = Number(typed);
    if (typed === '' || minutes < low || minutes > high)
      faults.set(`profile.duty.${name}`, { what: 'number', low, high });
  }
  return faults;
}

export function faultOfDirection(
  { from, to, dialect }: Direction,
  others: readonly Direction[],
): 'same-language' | 'twice' | undefined {
  if (from === to) return 'same-language';
  const isThere = others.some(
    (other) => other.from === from && other.to === to && other.dialect.trim() === dialect.trim(),
  );
  return isThere ? 'twice' : undefined;
}
