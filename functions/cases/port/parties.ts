import * as z from 'zod';
import { partyRole, type PartyRole } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Found } from '../../shared/store/read-by-key.ts';
import type { Change, Item, Key } from '../../shared/store/store.ts';
import { instant, type Instant } from '../../shared/values/instants.ts';

/**
 * The published port of `cases` on whom a case has beside those who are heard as witnesses: accused, guardians, support
 * persons, experts, observers. They have no account and come by invitation; everywhere they are named by pseudonym.
 */

const partyItem = z.object({
  caseId: z.string(),
  role: partyRole,
  pseudonym: z.string(),
  /** By which the office tells them apart; never a name. */
  label: z.string(),
  /** Of a guardian or support person: whose they are, by pseudonym. */
  for: z.string().optional(),
  /** Of an expert: the State from which they are heard. */
  inState: z.string().optional(),
  /** From this instant on the case has them no more; what was said and done of them stays under their pseudonym. */
  left: instant.optional(),
});
export type Party = z.infer<typeof partyItem>;

const partyPrefix = 'party#';

export const partyKey = (caseId: string, pseudonym: string): Key => ({
  table: 'cases',
  pk: `case#${caseId}`,
  sk: `${partyPrefix}${pseudonym}`,
});

/** Somebody whom the case has now; undefined for whoever is not there, or has left. */
export function parseParty(item: unknown): Party | undefined {
  const party = item === undefined ? undefined : partyItem.parse(item);
  return party?.left === undefined ? party : undefined;
}

/** The parties, from what a query of the whole file gave. */
export const parseParties = (file: readonly Item[]): readonly Party[] =>
  partiesEver(file).filter(({ left }) => left === undefined);

/** The same with those whom the case has no more. */
export const partiesEver = (file: readonly Item[]): readonly Party[] =>
  file.filter(({ sk }) => sk.startsWith(partyPrefix)).map((item) => partyItem.parse(item));

/** The case has them no more: only over what was read. */
export const partyGone = ({ caseId, pseudonym }: Party, left: Instant): Change => ({
  kind: 'update',
  key: partyKey(caseId, pseudonym),
  set: { left },
  when: { left: undefined },
  onRefused: 'retry',
});

/** The State from which experts among them are heard; of several, that of the first. */
export const expertsIn = (parties: readonly Party[]): string | undefined =>
  parties.find(({ role }) => role === 'expert')?.inState;

/** Who comes with somebody who is heard, and is nobody's otherwise. */
export const comesWithWitness = (role: PartyRole): boolean =>
  role === 'guardian' || role === 'support-person';

/** Somebody in a seat, where a case names them. */
interface Seated {
  readonly seat: string;
  readonly party?: string | undefined;
}

const seatedParties = (seated: readonly Seated[]): readonly { seat: string; party: string }[] =>
  seated.flatMap(({ seat, party }) => (party === undefined || seat === 'witness' ? [] : [{ seat, party }]));

/** What must be read for `partiesIn`. */
export const partyKeys = (caseId: string, seated: readonly Seated[]): readonly Key[] =>
  seatedParties(seated).map(({ party }) => partyKey(caseId, party));

/** Those of the parties that are seated, as far as the case has them still. */
export const partiesIn = (found: Found, caseId: string, seated: readonly Seated[]): readonly Party[] =>
  partyKeys(caseId, seated).flatMap((key) => parseParty(found(key)) ?? []);

/**
 * That each party has the seat of their role; and that whoever comes with somebody who is heard comes with one of this session.
 * @throws {Refusal} `person-not-suitable` naming the seat
 */
export function assertParties(seated: readonly Seated[], parties: readonly Party[]): void {
  const heard = seated.flatMap(({ seat, party }) => (seat === 'witness' ? [party] : []));
  for (const { seat, party } of seatedParties(seated)) {
    const named = parties.find(({ pseudonym }) => pseudonym === party);
    const comesAlone = named !== undefined && comesWithWitness(named.role) && !heard.includes(named.for);
    if (named?.role !== seat || comesAlone)
      throw new Refusal('person-not-suitable', { seat: partyRole.parse(seat) });
  }
}
