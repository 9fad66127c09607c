import type { CaseFile, CaseWitness, Member } from '../cases/port/membership.ts';
import type { Staff } from '../shared/access/roles.ts';
import type { MatterRef } from './port/standing-orders.ts';

/** For whom somebody speaks before the court, and so what they may ask for, say, and read. */

type File = Pick<CaseFile, 'witnesses' | 'self'>;

/** For whom somebody may ask; undefined: for everybody of the case. */
export function mayAskFor({ witnesses, self }: File): readonly string[] | undefined {
  if (self.role === 'prosecutor' || self.role === 'judge') return undefined;
  if (self.role === 'support-officer') return heldBy(witnesses, self.personId);
  return self.role === 'victim-counsel' && self.for !== undefined ? [self.for] : [];
}

const heldBy = (witnesses: CaseFile['witnesses'], personId: string): readonly string[] =>
  witnesses.filter(({ holder }) => holder === personId).map(({ pseudonym }) => pseudonym);

/** Whether somebody may ask for a measure that protects these. @param whom one at least */
export function mayAsk(file: File, whom: readonly string[]): boolean {
  const may = mayAskFor(file);
  return may === undefined || whom.some((each) => may.includes(each));
}

/** Who has a seat in the session that a matter is about, by pseudonym; nobody where it is about none. */
export type Seated = (about: MatterRef) => readonly string[];

/** Whether counsel of the defence may be heard on a matter: it is about their client, or about them. */
export const mayStateOn = (self: Speaker, about: MatterRef, seated: Seated): boolean =>
  self.role === 'defence-counsel' && isAbout(about, seated, sideOf(self));

type Speaker = Pick<Member, 'role' | 'pseudonym' | 'for'>;

/** Counsel, and the one for whom they speak. */
const sideOf = ({ pseudonym, for: client }: Speaker): readonly string[] =>
  client === undefined ? [pseudonym] : [pseudonym, client];

/** Whether a matter is about one of these: they are of the pair, or sit in the session that is held in camera. */
const isAbout = (about: MatterRef, seated: Seated, whom: readonly string[]): boolean =>
  (about.kind === 'pair' ? [about.protected, about.from] : seated(about)).some((each) => whom.includes(each));

/**
 * Whether somebody reads a matter. Judges, prosecutor and clerk read every one; counsel and the one who holds contact those
 * about somebody for whom they speak, and that a session is held in camera where such a one sits in it: of another it would
 * tell that it is, and that somebody in it is to be protected. Nobody else reads any.
 */
export function readsMatter({ witnesses, self }: File, about: MatterRef, seated: Seated): boolean {
  switch (self.role) {
    case 'judge':
    case 'prosecutor':
    case 'clerk':
      return true;
    case 'support-officer': {
      const held = heldBy(witnesses, self.personId);
      return about.kind === 'pair'
        ? held.includes(about.protected)
        : isAbout(about, seated, [self.pseudonym, ...held]);
    }
    case 'defence-counsel':
    case 'victim-counsel':
      return isAbout(about, seated, sideOf(self));
    default:
      return false;
  }
}

/** Whether somebody reads what the risk plan asks of a matter: who decides on it, and who holds contact. */
export const readsPlan = ({ witnesses, self }: File, about: MatterRef): boolean =>
  about.kind === 'pair' &&
  (self.role === 'judge' || heldBy(witnesses, self.personId).includes(about.protected));

/** What is for the judge alone is for judges, and for the one who wrote it. */
export const readsForTheJudge = (
  { self }: Pick<CaseFile, 'self'>,
  { recordedBy }: { readonly recordedBy: Staff['personId'] },
): boolean => self.role === 'judge' || recordedBy === self.personId;

/** Whether somebody reads how it stands with an order to testify. */
export const readsTestimony = (
  { self }: Pick<CaseFile, 'self'>,
  { holder }: Pick<CaseWitness, 'holder'>,
): boolean =>
  self.role === 'judge' ||
  self.role === 'prosecutor' ||
  self.role === 'clerk' ||
  (self.role === 'support-officer' && holder === self.personId);

/** What somebody wants themselves is for the judge, and for the one who holds contact. */
export const readsWishes = (
  { self }: Pick<CaseFile, 'self'>,
  { holder }: Pick<CaseWitness, 'holder'>,
): boolean => self.role === 'judge' || holder === self.personId;
