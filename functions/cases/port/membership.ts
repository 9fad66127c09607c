import * as z from 'zod';
import { role, type Role } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Found } from '../../shared/store/read-by-key.ts';
import type { Change, Item, Key } from '../../shared/store/store.ts';
import { newPseudonym, type RandomBytes } from '../../shared/values/ids.ts';
import { spokenLanguage } from '../../shared/values/dialects.ts';
import { instant } from '../../shared/values/instants.ts';
import { caseState } from '../life/contract.ts';
import { conflictsIn, type Conflicts } from './must-not-interpret.ts';
import { parseParties, partiesEver, type Party } from './parties.ts';
import { capacities } from '../../shared/values/capacities.ts';
import { parseStandings, type Standing } from './standing.ts';

/**
 * The published port of `cases`: who belongs to a case, and under which pseudonym. Whoever is not a member is answered
 * as if the case did not exist.
 */

const memberItem = z.object({
  caseId: z.string(),
  personId: z.string(),
  role,
  pseudonym: z.string(),
  label: z.string(),
  /** Of counsel: whom they represent, by pseudonym. */
  for: z.string().optional(),
  /** From this instant on they are of the case no more; what they did in it stays under their pseudonym. */
  left: instant.optional(),
  /** They were named, and their agency has not taken the case: it is in their list, and they take it or leave it. */
  untaken: z.literal(true).optional(),
});
export type Member = z.infer<typeof memberItem>;

const witnessItem = z.object({
  caseId: z.string(),
  partyId: z.string(),
  pseudonym: z.string(),
  protected: z.boolean(),
  /** Person id of the support officer who holds contact with her. */
  holder: z.string(),
  zone: z.string(),
  /** Person ids of those who may know where she is, beside her holder. */
  mayKnow: z.array(z.string()),
  /** The State in which they are, where it is another than the case's. */
  hostState: z.string().optional(),
  /**
   * As what they are heard, as far as somebody said so; that they are a child, `ofAgeOn` says (`capacity.ts`), and this where that day
   * was erased.
   */
  capacity: z.enum(capacities).exclude(['expert', 'accused']).optional(),
  /** Of a child: the first day on which they are of age, `YYYY-MM-DD` where they are. Never a date of birth. */
  ofAgeOn: z.iso.date().optional(),
  /** What they speak, the one that they speak best first; with the dialect where it matters. */
  languages: z.array(spokenLanguage).optional(),
  /** What is known of them was erased with who they are; nothing more is said of them (`said-of-witness.ts`). */
  erased: z.literal(true).optional(),
  /** Pseudonym of whoever said so last. */
  describedBy: z.string().optional(),
  /** Counts the changes of what protects them. Absent: there was none. */
  version: z.int().optional(),
});
export type CaseWitness = z.infer<typeof witnessItem>;

/** With it begin the members in the file of a case. */
export const memberPrefix = 'member#';

export const memberKey = (caseId: string, personId: string): Key => ({
  table: 'cases',
  pk: `case#${caseId}`,
  sk: `${memberPrefix}${personId}`,
});

/** With it begin the persons to be heard in the file of a case. */
const witnessPrefix = 'witness#';
/** A case of which one person only was to be heard, before cases had several, has that person here. */
const onlyWitness = 'witness';

/** A person to be heard, by pseudonym. Holds what the protection order covers. */
export const witnessKey = (caseId: string, pseudonym: string): Key => ({
  table: 'cases',
  pk: `case#${caseId}`,
  sk: `${witnessPrefix}${pseudonym}`,
});

/** Where these persons to be heard lie, in a case of whatever age: to be read for `witnessesIn`. */
export const witnessKeys = (caseId: string, pseudonyms: readonly string[]): readonly Key[] =>
  pseudonyms.length === 0
    ? []
    : [
        ...pseudonyms.map((pseudonym) => witnessKey(caseId, pseudonym)),
        { table: 'cases', pk: `case#${caseId}`, sk: onlyWitness },
      ];

/** Where one of them lies, of what `witnessKeys` names. */
const keyIn = (found: Found, caseId: string, pseudonym: string): Key | undefined =>
  witnessKeys(caseId, [pseudonym]).find((key) => found(key) !== undefined);

/**
 * Changes what protects somebody who is heard: only over what was read.
 * @param found with what `witnessKeys` names
 */
export function moveWitness(
  found: Found,
  { caseId, pseudonym, version }: CaseWitness,
  set: Partial<Omit<CaseWitness, 'caseId' | 'partyId' | 'pseudonym' | 'version'>>,
): Change {
  const key = keyIn(found, caseId, pseudonym);
  if (key === undefined) throw new Refusal('not-found');
  return {
    kind: 'update',
    key,
    set: { ...set, version: (version ?? 0) + 1 },
    when: { version },
    onRefused: 'retry',
  };
}

/**
 * Holds what protects somebody, and as what they are heard, as it was read.
 * @param found with what `witnessKeys` names
 */
export function holdWitness(found: Found, { caseId, pseudonym, version }: CaseWitness): Change {
  const key = keyIn(found, caseId, pseudonym);
  if (key === undefined) throw new Refusal('not-found');
  return { kind: 'check', key, when: { version }, onRefused: 'retry' };
}

/**
 * These persons to be heard, in the order in which they are named.
 * @param found with what `witnessKeys` names
 * @throws {Refusal} `person-not-suitable` where the case has no such person
 */
export function witnessesIn(
  found: Found,
  caseId: string,
  pseudonyms: readonly string[],
): readonly CaseWitness[] {
  const witnesses = witnessesFound(found, caseId, pseudonyms);
  return pseudonyms.map((pseudonym) => witnessOf({ witnesses }, pseudonym));
}

/** One of them; undefined where the case has no such person. */
export const witnessIn = (found: Found, caseId: string, pseudonym: string): CaseWitness | undefined =>
  witnessesFound(found, caseId, [pseudonym]).find((each) => each.pseudonym === pseudonym);

const witnessesFound = (found: Found, caseId: string, pseudonyms: readonly string[]) =>
  witnessKeys(caseId, pseudonyms)
    .flatMap((key) => found(key) ?? [])
    .map(parseWitness);

/**
 * Somebody who acts in the case. This is the one place that asks whether their agency has taken it, for every road into a case.
 * @throws {Refusal} `not-found` for whoever is not a member, or is none any more; `case-not-taken`
 */
export function parseMember(item: unknown): Member {
  const member = parseNamed(item);
  assertTaken(member);
  return member;
}

/**
 * The same for whoever was only named: they take the case or leave it.
 * @throws {Refusal} `not-found` for whoever is not a member, or is none any more
 */
export function parseNamed(item: unknown): Member {
  const member = parseMemberEver(item);
  if (member.left !== undefined) throw new Refusal('not-found');
  return member;
}

/** @throws {Refusal} `case-not-taken` for whoever was named, and whose agency has not taken the case */
export function assertTaken({ untaken }: Pick<Member, 'untaken'>): void {
  if (untaken === true) throw new Refusal('case-not-taken', {});
}

/**
 * The same for whoever was one at some time: to say by which pseudonym they acted, and for nothing that they ask.
 * @throws {Refusal} `not-found`
 */
export function parseMemberEver(item: unknown): Member {
  if (item === undefined) throw new Refusal('not-found');
  return memberItem.parse(item);
}

/** Somebody who acts in the case now; undefined for whoever is no member, is none any more, or was only named. */
export function memberNow(item: unknown): Member | undefined {
  const member = item === undefined ? undefined : parseMemberEver(item);
  return member?.left === undefined && member?.untaken === undefined ? member : undefined;
}

/** Whoever was read as a member now, holds it so while something else happens in the same transaction. */
export const checkMember = ({ caseId, personId }: Pick<Member, 'caseId' | 'personId'>): Change => ({
  kind: 'check',
  key: memberKey(caseId, personId),
  when: { left: undefined, untaken: undefined },
  onRefused: 'retry',
});

/**
 * Whoever was given another role is of the case still as what they were, and so does nothing in it.
 * @throws {Refusal} `not-your-role`
 */
export function assertRoleStands(self: Pick<Member, 'role'>, { role: now }: { readonly role: Role }): void {
  if (self.role !== now) throw new Refusal('not-your-role');
}

const parseWitness = (item: unknown): CaseWitness => witnessItem.parse(item);

/**
 * Which person to be heard a record of the table's stream is about. @returns undefined for any other item
 * @param image the item in the stream's own form
 */
export function witnessOfRecord(sk: string, image: Readonly<Record<string, { S?: string }>> | undefined) {
  const [caseId, pseudonym] = [image?.['caseId']?.S, image?.['pseudonym']?.S];
  const isWitness = sk === onlyWitness || sk.startsWith(witnessPrefix);
  return !isWitness || caseId === undefined || pseudonym === undefined ? undefined : { caseId, pseudonym };
}

/**
 * The State on whose territory they are heard: that of the case, until somebody crosses a border. Of several who are heard in
 * one session, that of the first: they sit together.
 */
export const hostStateOf = (
  opened: Pick<Case, 'hostState'>,
  [first]: readonly Pick<CaseWitness, 'hostState'>[],
): string => first?.hostState ?? opened.hostState;

/** Person ids of those who hold contact with them. */
export const holdersOf = (witnesses: readonly CaseWitness[]): readonly string[] =>
  witnesses.map(({ holder }) => holder);

/**
 * Whether this person may know where the witness is: anyone where she is not protected; else her holder and those whom
 * the protection order lists.
 */
export const mayKnowPlace = (
  witness: Pick<CaseWitness, 'protected' | 'holder' | 'mayKnow'>,
  personId: string,
): boolean => !witness.protected || witness.holder === personId || witness.mayKnow.includes(personId);

const caseItem = z.object({
  caseId: z.string(),
  /** The office's own file number. */
  reference: z.string(),
  requestingState: z.string(),
  hostState: z.string(),
  /** Person id of the prosecutor who opened it. */
  openedBy: z.string(),
  /** Agencies that took the case. Absent in cases that were opened before agencies did: see `hasTaken`. */
  takenBy: z.array(z.string()).optional(),
  /** Absent while it is open and was never anything else. */
  state: caseState.optional(),
  version: z.number().int().optional(),
  /** How often somebody was given a seat or a person to hold contact with; see case-state.ts. */
  given: z.number().int().optional(),
});
export type Case = z.infer<typeof caseItem>;

export const caseKey = (caseId: string): Key => ({ table: 'cases', pk: `case#${caseId}`, sk: 'case' });

/** @throws {Refusal} `not-found` where there is no such case */
export function parseCase(item: unknown): Case {
  if (item === undefined) throw new Refusal('not-found');
  return caseItem.parse(item);
}

/** One partition holds the whole file of a case; `parseFile` reads what a query of it gave. */
export const filePartition = (caseId: string): string => `case#${caseId}`;

export interface CaseFile {
  readonly case: Case;
  readonly members: readonly Member[];
  /** Who was a member and is none any more. */
  readonly former: readonly Member[];
  /** The persons to be heard, by pseudonym. */
  readonly witnesses: readonly CaseWitness[];
  /** Everybody else whom the case has, by pseudonym. */
  readonly parties: readonly Party[];
  /** Whom it had and has no more. */
  readonly formerParties: readonly Party[];
  readonly standings: readonly Standing[];
  readonly conflicts: Conflicts;
  /** The one who asks. */
  readonly self: Member;
}

/**
 * @param asSelf how the one who asks is read: `parseNamed` where whoever was only named may ask too
 * @throws {Refusal} `not-found` for whoever is not a member, exactly as for a case that does not exist; `case-not-taken`
 */
export function parseFile(items: readonly Item[], personId: string, asSelf = parseMember): CaseFile {
  const one = (sk: string) => items.find((item) => item.sk === sk);
  const self = asSelf(one(`${memberPrefix}${personId}`));
  return {
    case: parseCase(one('case')),
    members: membersIn(items),
    former: everyoneIn(items).filter(({ left }) => left !== undefined),
    witnesses: parseWitnesses(items),
    parties: parseParties(items),
    formerParties: partiesEver(items).filter(({ left }) => left !== undefined),
    standings: parseStandings(items),
    conflicts: conflictsIn(items),
    self,
  };
}

/** Who is a member now, from what a query of the whole file gave, or of its members. */
export const membersIn = (file: readonly Item[]): readonly Member[] =>
  everyoneIn(file).filter(({ left }) => left === undefined);

/** The same with those who are members no more. */
export const everyoneIn = (file: readonly Item[]): readonly Member[] =>
  file.filter(({ sk }) => sk.startsWith(memberPrefix)).map(parseMemberEver);

/** The persons to be heard, from what a query of the whole file gave. */
export const parseWitnesses = (file: readonly Item[]): readonly CaseWitness[] =>
  file.filter(({ sk }) => sk === onlyWitness || sk.startsWith(witnessPrefix)).map(parseWitness);

/**
 * The person to be heard whom a party means: a case names each by a pseudonym.
 * @throws {Refusal} `person-not-suitable` where the case has no such party
 */
export function witnessOf({ witnesses }: Pick<CaseFile, 'witnesses'>, party: string): CaseWitness {
  const witness = witnesses.find(({ pseudonym }) => pseudonym === party);
  if (witness === undefined) throw new Refusal('person-not-suitable', { seat: 'witness' });
  return witness;
}

/** The letter says the role; spoken and printed, so no letter stands for two; README.md says of each why it is that one. */
const letters: Readonly<Record<Role, string>> = {
  prosecutor: 'P',
  clerk: 'C',
  'support-officer': 'S',
  'attending-officer': 'A',
  'central-authority': 'H',
  auditor: 'U',
  witness: 'W',
  interpreter: 'I',
  judge: 'J',
  'defence-counsel': 'D',
  'victim-counsel': 'V',
  'custody-officer': 'K',
  technician: 'T',
  'agency-administrator': 'M',
  accused: 'R',
  guardian: 'G',
  'support-person': 'N',
  expert: 'X',
  observer: 'O',
};

/** Every pseudonym of the case; whoever adds one moves this item on, so that no two can ever be the same. */
const pseudonymsItem = z.object({
  caseId: z.string(),
  version: z.number().int(),
  taken: z.array(z.string()),
});
export type Pseudonyms = z.infer<typeof pseudonymsItem>;

export const pseudonymsKey = (caseId: string): Key => ({
  table: 'cases',
  pk: `case#${caseId}`,
  sk: 'pseudonyms',
});

export function parsePseudonyms(item: unknown): Pseudonyms {
  if (item === undefined) throw new Refusal('not-found');
  return pseudonymsItem.parse(item);
}

/**
 * A pseudonym for the role that is not among those taken: a case has some forty of nearly two hundred thousand.
 * @throws RangeError when the source of randomness gives the same over and over
 */
export function freePseudonym(forRole: Role, taken: readonly string[], randomBytes: RandomBytes): string {
  for (let tries = 0; tries < 100; tries += 1) {
    const candidate = newPseudonym(letters[forRole], randomBytes);
    if (!taken.includes(candidate)) return candidate;
  }
  throw new RangeError('The source of randomness gives no new pseudonym.');
}

/**
 * The changes that make people members who had no place in the case yet: interpreters, at their first booking. Refused as
 * `retry` when somebody else was added meanwhile.
 */
export const addMembers = (members: readonly Member[], pseudonyms: Pseudonyms): Change[] =>
  members.length === 0
    ? []
    : [
        ...members.map((member): Change => ({
          kind: 'put',
          table: 'cases',
          item: { ...placeOf(memberKey(member.caseId, member.personId)), ...member },
          when: 'absent',
          onRefused: 'retry',
        })),
        takePseudonym(
          members.map(({ pseudonym }) => pseudonym),
          pseudonyms,
        ),
      ];

/** Whoever left is a member again, under the pseudonym that they had. */
export const comesBack = (
  { caseId, personId, left }: Member,
  as: Pick<Member, 'label' | 'for' | 'untaken'>,
): Change => ({
  kind: 'update',
  key: memberKey(caseId, personId),
  set: { untaken: undefined, ...as, left: undefined },
  when: { left },
  onRefused: 'retry',
});

/** Their agency has taken the case. */
export const takenFor = ({ caseId, personId }: Pick<Member, 'caseId' | 'personId'>): Change => ({
  kind: 'update',
  key: memberKey(caseId, personId),
  set: { untaken: undefined },
  when: { untaken: true },
  onRefused: 'retry',
});

/** No pseudonym of a case is ever given twice. */
export const takePseudonym = (more: readonly string[], { caseId, version, taken }: Pseudonyms): Change => ({
  kind: 'update',
  key: pseudonymsKey(caseId),
  set: { taken: [...taken, ...more], version: version + 1 },
  when: { version },
  onRefused: 'retry',
});

const placeOf = ({ pk, sk }: Key) => ({ pk, sk });
