/**
 * What can be entered in a log. Each capability declares its own actions in its `actions.ts`, and an entry can be made by a
 * declared action alone: what nobody declared, the compiler refuses, and `prepareAppend` refuses what does not fit its
 * declaration. Reading and verifying know nothing of declarations, so that a log written by a later version still verifies.
 *
 *     export const sessionCancelled = defineAction({
 *       action: 'session.cancelled',
 *       log: 'session',
 *       by: ['prosecutor', 'support-officer'],
 *       authority: ['role'],
 *       subject: { session: id },
 *       details: z.strictObject({ reason: cancellationReason }),
 *     });
 *     sessionCancelled.entry({ entryId, actor, authority, subject, occurredAt, details: { reason } })
 */
import * as z from 'zod';
import { role, type Role } from '../../shared/access/roles.ts';
import { pseudonym } from '../../shared/values/ids.ts';
import type { Entry } from './entry.ts';
import type { LogClass } from './log-class.ts';
import type { Disclosable } from './disclosure.ts';
import type { Part } from './part.ts';

/** Somebody in a role, or a part of saksi that acts by itself. */
export type By = Role | { readonly system: string };

interface Declaration<Details extends z.ZodType, Sealed extends string, MaySeal extends string> {
  /** The name under which it stands in the log. */
  readonly action: string;
  /** The class of log that it is entered in. */
  readonly log: LogClass;
  readonly by: readonly By[];
  /** Under what authority it can be done. */
  readonly authority: readonly Entry['authority']['kind'][];
  /** What an entry is about: how each kind of subject is referred to. Absent: it is about nothing but its log. */
  readonly subject?: Readonly<Record<string, z.ZodType<string, string>>>;
  readonly details?: Details;
  /** Fields that the entry holds a commitment to, each time. */
  readonly sealed?: readonly Sealed[];
  /** Fields that it may hold a commitment to. */
  readonly maySeal?: readonly MaySeal[];
  /** Who reads it of those who read only a part of its log, and how far (`part.ts`); absent: none of them. */
  readonly part?: Part;
  /** Which of its sealed fields a court can order to be disclosed, and who keeps what opens them; absent: none. */
  readonly disclosable?: Disclosable<NoInfer<Sealed | MaySeal>>;
}

/** What every entry says, whatever was done. */
export interface EntryBy {
  readonly entryId: string;
  readonly actor: { readonly role: string; readonly pseudonym: string } | { readonly system: string };
  readonly authority: { readonly kind: Entry['authority']['kind']; readonly ref: string };
  readonly subject?: { readonly kind: string; readonly ref: string } | undefined;
  readonly occurredAt: string;
}

type Given<Details extends z.ZodType, Sealed extends string, MaySeal extends string> = EntryBy &
  (Record<string, never> extends z.input<Details>
    ? { readonly details?: z.input<Details> }
    : { readonly details: z.input<Details> }) &
  ([Sealed] extends [never]
    ? { readonly sealed?: Readonly<Partial<Record<MaySeal, string>>> }
    : { readonly sealed: Readonly<Record<Sealed, string> & Partial<Record<MaySeal, string>>> });

const noDetails = z.strictObject({});

export interface Action<
  Details extends z.ZodType = z.ZodType,
  Sealed extends string = string,
  MaySeal extends string = string,
> extends Required<Declaration<Details, Sealed, MaySeal>> {
  /** An entry of this action, for `prepareAppend`. A detail that is undefined is left out. */
  readonly entry: (given: Given<Details, Sealed, MaySeal>) => DeclaredEntry;
}

/** The details of an action, as they are given. */
export type DetailsOf<A> =
  A extends Action<infer Details, infer _Sealed, infer _MaySeal> ? z.input<Details> : never;

/** An entry as an action made it. Nothing else can make one, so nothing else can be appended. */
export type { DeclaredEntry };

/** What of a declaration goes along with an entry, and into no leaf. */
type Beside = Pick<CheckedEntry, 'log' | 'part' | 'disclosable'>;

class DeclaredEntry {
  readonly #declared: Beside;
  readonly #schema: z.ZodType;
  readonly #given: object;

  constructor(declared: Beside, schema: z.ZodType, given: object) {
    this.#declared = declared;
    this.#schema = schema;
    this.#given = given;
  }

  checked(): CheckedEntry {
    this.#schema.parse(this.#given);
    return { ...this.#declared, facts: this.#given as CheckedEntry['facts'] };
  }
}

/** An entry that fits its declaration, before the log gives it its place. */
export interface CheckedEntry {
  readonly log: LogClass;
  /** What its action says of those who read a part; lies beside the leaf. */
  readonly part?: Readonly<Record<string, string>> | undefined;
  /** What its action says of sealed fields that can be disclosed; the same. */
  readonly disclosable?: Disclosable | undefined;
  /** Exactly as they were given. */
  readonly facts: Omit<Entry, 'version' | 'logId' | 'index' | 'recordedAt'>;
}

/**
 * What is to be entered.
 * @throws ZodError where it does not fit its declaration; TypeError where no declared action made it
 */
export function checkedEntry(entry: DeclaredEntry): CheckedEntry {
  // The compiler may have been silenced.
  if (!(entry instanceof DeclaredEntry)) throw new TypeError('no declared action made this entry');
  return entry.checked();
}

/** Declares an action, in the `actions.ts` of the capability that writes it. */
export function defineAction<
  Details extends z.ZodType = typeof noDetails,
  const Sealed extends string = never,
  const MaySeal extends string = never,
>(declared: Declaration<Details, Sealed, MaySeal>): Action<Details, Sealed, MaySeal> {
  const { action, log, part, disclosable } = declared;
  const beside: Beside = { log, ...(part && { part }), ...(disclosable && { disclosable }) };
  const full: Required<Declaration<z.ZodType, string, string>> = {
    subject: {},
    details: noDetails,
    sealed: [],
    maySeal: [],
    part: {},
    disclosable: { keeper: 'orders', fields: [] },
    ...declared,
  };
  const schema = schemaOf(full);
  const entry = ({ details = {}, ...given }: EntryBy & { details?: object }) =>
    new DeclaredEntry(beside, schema, {
      ...withoutAbsent(given),
      action,
      details: withoutAbsent(details),
    });
  return { ...full, entry } as unknown as Action<Details, Sealed, MaySeal>;
}

/** The form of the texts (letters, lengths, digests, instants) is checked of every entry alike, when it becomes a leaf. */
const text = z.string();

/** An entry of an action, as the one who appends it must hand it over. */
function schemaOf({
  action,
  by,
  authority,
  subject,
  details,
  sealed,
  maySeal,
}: Omit<Action, 'entry' | 'part' | 'disclosable'>) {
  const subjects = Object.entries(subject).map(([kind, ref]) =>
    z.strictObject({ kind: z.literal(kind), ref }),
  );
  const fields = {
    ...Object.fromEntries(sealed.map((name) => [name, text])),
    ...Object.fromEntries(maySeal.map((name) => [name, text.optional()])),
  };
  return z.strictObject({
    entryId: text,
    action: z.literal(action),
    actor: z.union(actorsOf(by)),
    authority: z.strictObject({ kind: z.enum(authority), ref: text }),
    ...(subjects.length === 0 ? {} : { subject: z.union(subjects) }),
    occurredAt: text,
    details,
    ...(sealed.length > 0 ? { sealed: z.strictObject(fields) } : {}),
    ...(sealed.length === 0 && maySeal.length > 0 ? { sealed: z.strictObject(fields).optional() } : {}),
  });
}

function actorsOf(by: readonly By[]): z.ZodType[] {
  const roles = by.filter((each) => typeof each === 'string');
  const systems = by.flatMap((each) => (typeof each === 'string' ? [] : [each.system]));
  return [
    ...(roles.length === 0 ? [] : [z.strictObject({ role: z.enum(roles), pseudonym })]),
    ...(systems.length === 0 ? [] : [z.strictObject({ system: z.enum(systems) })]),
  ];
}

const withoutAbsent = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** A seat and who has it, as entries name it: `witness W-4K7Q`. */
export const seatName: z.ZodType<string, string> = z.templateLiteral([role, ' ', pseudonym]);
