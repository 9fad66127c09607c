import type { Role } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import { partBytes, type PaperFaultName } from '../shared/values/papers.ts';
import type { Counts, Exhibit, Upload } from './store.ts';

/** The rules of what is handed in: by whom, how much, under which number, and how its pages come to be. Pure. */

export const partsOf = (bytes: number): number => Math.ceil(bytes / partBytes);

/** Exhibits of one side in one session. A hearing has some ten. */
export const mostOfSide = 60;
/** Files that one side has begun to hand in and not finished. */
export const mostBegun = 4;
/** Minutes within which a file that was begun is handed in. */
export const uploadMinutes = 60;

/** The side that hands something in, as the numbers of its exhibits begin. */
export const sideOf = {
  prosecutor: 'P',
  clerk: 'C',
  'defence-counsel': 'D',
  'victim-counsel': 'V',
} as const satisfies Partial<Record<Role, string>>;
export type Side = keyof typeof sideOf;
export const handsIn = (role: Role): role is Side => role in sideOf;

/** The next number of a side, and the counts with it. @throws {Refusal} `too-many-entries` */
export function numbered(counts: Counts, side: Side): { readonly number: string; readonly after: Counts } {
  const letter = sideOf[side];
  const next = (counts.bySide[letter] ?? 0) + 1;
  if (next > mostOfSide) throw new Refusal('too-many-entries');
  return {
    number: `${letter}-${next}`,
    after: { ...counts, bySide: { ...counts.bySide, [letter]: next } },
  };
}

/** @throws {Refusal} `too-many-entries` where a side has begun many and finished none of them */
export function assertFewBegun(uploads: readonly Upload[], side: Side, now: Date): void {
  const begun = uploads.filter(({ seat, until }) => seat === side && until > now.toISOString());
  if (begun.length >= mostBegun) throw new Refusal('too-many-entries');
}

/** Milliseconds for which whoever draws has an exhibit to themselves: longer than a function runs. */
export const leaseMs = 20_000;
/** How often pages are tried without one coming of it, before it is said that they cannot be drawn. */
const mostTries = 3;

/** Whether its pages are to be drawn, and nobody is at it. */
export const waitsToBeDrawn = ({ state, busyUntil }: Exhibit, now: Date): boolean =>
  state === 'drawing' && (busyUntil === undefined || busyUntil <= now.toISOString());

/** Somebody begins to draw: or it is over, since those who began before came to no end. */
export const begun = (exhibit: Exhibit, now: Date): Exhibit =>
  exhibit.tries >= mostTries
    ? failed(exhibit, 'too-complex')
    : {
        ...exhibit,
        tries: exhibit.tries + 1,
        busyUntil: new Date(now.getTime() + leaseMs).toISOString(),
      };

/** So many pages are there. */
export function drawnTo(exhibit: Exhibit, drawn: number): Exhibit {
  const { busyUntil: _over, ...rest } = exhibit;
  const state = drawn >= exhibit.pages ? 'ready' : 'drawing';
  return { ...rest, drawn, state, tries: drawn > exhibit.drawn ? 0 : exhibit.tries };
}

export function failed(exhibit: Exhibit, why: PaperFaultName): Exhibit {
  const { busyUntil: _over, ...rest } = exhibit;
  return { ...rest, state: 'failed', why };
}
