import * as z from 'zod';
import type { CaseFile, Member } from '../cases/port/membership.ts';
import { mustNotInterpret } from '../cases/port/must-not-interpret.ts';
import { personPartition } from '../cases/port/standing-decision.ts';
import { parsePerson, personKey } from '../directory/port/actor.ts';
import { parseProfile, profileKey } from '../directory/port/working-time-store.ts';
import { seatNamed, type Door } from '../sessions/port/door.ts';
import { enterSessionWithFile, type Entered } from '../sessions/port/enter-session.ts';
import type { Gate } from '../sessions/port/gate-decision.ts';
import type { Staff } from '../shared/access/roles.ts';
import { readSeries, stepFields, type Series, type Step } from '../shared/store/numbered-series.ts';
import type { Key, Store } from '../shared/store/store.ts';
import { instant } from '../shared/values/instants.ts';
import type { Booked } from './assignment.ts';
import { assignment, notUnderstoodReasons, oath } from './contract.ts';
import { noShowReasons, timesReasons } from './times/contract.ts';
import { earlierAssignment } from './earlier/contract.ts';
import { standsOf, type OfOne, type Said } from './team.ts';

/** `disclosures` opens the commitments of the entry, by field name. */
const disclosures = z.record(z.string(), z.string());

/** What was entered of an interpreter of a session. */
export interface SaidStep extends Said, Step {
  readonly disclosures: Readonly<Record<string, string>>;
}

const ofOne = {
  ...stepFields,
  /** The interpreter it is about; another one booked later is not covered by it. */
  pseudonym: z.string(),
  disclosures,
};
const earlierItem = z
  .object({ ...ofOne, assignment: earlierAssignment })
  .transform(({ assignment: earlier, ...rest }) => ({ ...rest, earlier }));
const saidItem = z.object({
  ...ofOne,
  assignment: assignment.optional(),
  oath: oath.optional(),
  briefed: z.string().optional(),
  notUnderstood: z.enum(notUnderstoodReasons).optional(),
  onPaper: z.boolean().optional(),
  noShow: z.strictObject({ day: z.int(), why: z.enum(noShowReasons) }).optional(),
});

export const said: Series<SaidStep> = {
  table: 'interpreting',
  name: 'assignment',
  item: z.union([earlierItem, saidItem]),
};

/** When an interpreter worked in a session, where the room counted otherwise. */
const timesItem = z.object({
  ...stepFields,
  pseudonym: z.string(),
  day: z.int(),
  from: instant,
  until: instant,
  reason: z.enum(timesReasons),
});
type TimesStep = z.output<typeof timesItem>;
export const enteredTimes: Series<TimesStep> = { table: 'interpreting', name: 'times', item: timesItem };

/** What an interpreter declared for a case. */
const declarationItem = z.object({
  ...stepFields,
  /** Of which kind it is, and why, only what opens the log’s entry says. */
  declaration: z.object({ conflict: z.enum(['none', 'declared']) }),
  onPaper: z.boolean(),
  /** Of the entry in the case’s log, in base64. */
  leafHash: z.string(),
  disclosures,
});
export type DeclarationStep = z.output<typeof declarationItem>;
export const declarations: Series<DeclarationStep> = {
  table: 'interpreting',
  name: 'declaration',
  item: declarationItem,
};

/** A session with the interpreter who is meant. */
export interface WithInterpreter extends Entered {
  /** Undefined where nobody is booked, or somebody else by now. */
  readonly booked: Member | undefined;
  readonly file: CaseFile;
}

/**
 * The door knows an interpreter by a pseudonym only; the file of the case says whose it is.
 * @param pseudonym whom of several is meant
 * @throws {Refusal} those of `enterSession`; `does-not-fit` where there are several interpreters and none is named
 */
export async function enterWithInterpreter(
  store: Store,
  sessionId: string,
  staff: Staff,
  pseudonym: string | undefined,
  first: readonly Key[] = [],
): Promise<WithInterpreter> {
  const entered = await enterSessionWithFile(store, sessionId, staff, first);
  const { role, pseudonym: own } = entered.self;
  // Whoever asks by an account of their own speaks of themselves, whomever they name.
  const meant = role === 'interpreter' ? own : pseudonym;
  const seat = seatNamed(entered.door, { seat: 'interpreter', pseudonym: meant });
  return { ...entered, booked: seat === undefined ? undefined : memberIn(entered.file, seat.pseudonym) };
}

const memberIn = ({ members }: CaseFile, pseudonym: string): Member | undefined =>
  members.find((member) => member.role === 'interpreter' && member.pseudonym === pseudonym);

export const interpreterGate = (pseudonym: string | undefined): Gate<WithInterpreter, SaidStep> => ({
  gate: 'interpreter',
  series: said,
  enter: (store, sessionId, staff, first) => enterWithInterpreter(store, sessionId, staff, pseudonym, first),
});

/** One of a team, with what the directory says of what they can do. */
export interface OfTeam extends OfOne {
  readonly person: Booked;
}

/**
 * Everybody who interprets in a session, as they stand. Two rounds of reads.
 * @param before what was entered in the session
 */
export async function readTeam(
  store: Store,
  { door, file }: { readonly door: Door; readonly file: CaseFile },
  before: readonly Said[],
): Promise<readonly OfTeam[]> {
  const team = door.seats.flatMap(({ seat, pseudonym }) =>
    seat === 'interpreter' ? (memberIn(file, pseudonym) ?? []) : [],
  );
  const [read, declared] = await Promise.all([
    store.get(team.flatMap(({ personId }) => [personKey(personId), profileKey(personId)])),
    Promise.all(team.map(({ pseudonym }) => readDeclared(store, door.caseId, pseudonym))),
  ]);
  return team.map(({ pseudonym, personId }, at): OfTeam => {
    const person = parsePerson(read[at * 2]);
    const stored = parseProfile(read[at * 2 + 1], person);
    const whose = {
      pseudonym,
      declared: mustNotInterpret(file.conflicts, personId)
        ? 'declared'
        : declared[at]?.at(-1)?.declaration.conflict,
      woman: stored?.value.gender === 'woman',
    };
    const profile =
      stored === undefined
        ? undefined
        : // Of a profile that nobody set, only what the languages say is meant.
          { ...stored.value, modes: stored.version === 0 ? bothModes : stored.value.modes };
    return { ...standsOf(before, whose), person: { ...person, profile } };
  });
}

const bothModes = ['consecutive', 'simultaneous'] as const;

/** What an interpreter declared in a case, oldest first. */
export const readDeclared = (
  store: Store,
  caseId: string,
  pseudonym: string,
): Promise<readonly DeclarationStep[]> => readSeries(store, declarations, personPartition(caseId, pseudonym));
