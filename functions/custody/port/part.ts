/**
 * What of a log is read by somebody who reads only their part of it: the pure rule. Each action says it where it is declared
 * (`part` in `defineAction`), and it is kept beside the leaf as the entry is made; what no action says is for those alone who
 * answer for the whole, and so are entries from before actions said it.
 */
import * as z from 'zod';
import { pseudonym } from '../../shared/values/ids.ts';
import type { Entry } from './entry.ts';
import { partReader, type PartReader } from './log-class.ts';

/**
 * `every`: each entry of the action. `about`: what is about them or one for whom they answer, or protects one of these, or is
 * about a session in which one of them sits. `theirs`: that, what they did themselves, and whatever else names one of them.
 */
export type Reach = 'every' | 'theirs' | 'about';
export type Part = Readonly<Partial<Record<PartReader, Reach>>>;

/** As it lies beside a leaf. What a later version says there that this one does not know is for nobody. */
export const storedPart = z.record(z.string(), z.string());

/** Whose part it is, as a file and its statement say it. */
export const ownPart = z.strictObject({ role: partReader, pseudonym });
export type OwnPart = z.infer<typeof ownPart>;

/** Somebody who reads a part. */
export interface ReaderOfPart {
  readonly role: PartReader;
  /** Theirs, and those of the persons for whom they or their agency answer. */
  readonly names: ReadonlySet<string>;
  /** Sessions in which one of these sits. */
  readonly sessions: ReadonlySet<string>;
}

/** An entry with what its action says. */
export interface Parted {
  readonly entry: Entry;
  readonly part?: Readonly<Record<string, string>> | undefined;
}

/** Whether this entry is of their part. */
export function isOfPart({ entry, part }: Parted, { role, names, sessions }: ReaderOfPart): boolean {
  const reach = part?.[role];
  if (reach !== 'theirs' && reach !== 'about') return reach === 'every';
  const named = reach === 'theirs' ? namedIn(entry) : protectedIn(entry);
  return named.some((name) => names.has(name)) || sessionsIn(entry).some((each) => sessions.has(each));
}

/** Their part of a log, in order. */
export const partOf = <Each extends Parted>(
  entries: readonly Each[],
  reader: ReaderOfPart,
): readonly Each[] => entries.filter((each) => isOfPart(each, reader));

/** Everybody whom an entry names: who did it, whom it is about, and whoever stands in its details. */
export const namedIn = ({ actor, subject, details }: Entry): readonly string[] => [
  ...('pseudonym' in actor ? [actor.pseudonym] : []),
  ...[subject?.ref, ...Object.values(details).flat()].flatMap(nameIn),
];

/** Whom it is about. Not from whom somebody is protected: that it was asked for is not for them. */
const protectedIn = ({ subject, details }: Entry): readonly string[] =>
  [subject?.ref, details['protected']].flatMap(nameIn);

/** A pseudonym, alone or after the role of a seat. */
function nameIn(text: unknown): readonly string[] {
  const [last, ...before] = typeof text === 'string' ? text.split(' ').toReversed() : [];
  return before.length < 2 && pseudonym.safeParse(last).success ? [last as string] : [];
}

/** Sessions that an entry is about. */
export const sessionsIn = ({ subject, details }: Pick<Entry, 'subject' | 'details'>): readonly string[] =>
  [
    subject?.kind === 'session' ? subject.ref : undefined,
    details['session'],
    ...[details['sessions']].flat(),
  ].filter((each) => typeof each === 'string');
