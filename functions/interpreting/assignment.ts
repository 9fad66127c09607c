import type { CaseWitness } from '../cases/port/membership.ts';
import type { InterpreterProfile } from '../directory/port/working-time.ts';
import { Refusal, type FieldError } from '../shared/refusals.ts';
import type { InterpretingMode } from '../shared/values/interpreting.ts';
import { closestTag } from '../shared/values/dialects.ts';
import type { Assignment } from './contract.ts';

/** Whether a booked interpreter can do what they are confirmed for. */

/** What of the booked person the rule needs; the directory says it. */
export interface Booked {
  readonly role: string;
  readonly agencyId?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** BCP 47 tags of the languages that the person interprets. */
  readonly languages?: readonly string[] | undefined;
  /** From which language into which; undefined for somebody who has fewer than two. */
  readonly profile?:
    | {
        readonly directions: InterpreterProfile['directions'];
        readonly modes: readonly InterpretingMode[];
      }
    | undefined;
}

/**
 * The booked person must be an interpreter of both languages. Tags must be the same, not merely alike: an interpreter
 * of Burmese does not understand a witness who speaks Shan, and one of Chinese may not understand Cantonese.
 * @throws {Refusal} `person-not-suitable`, naming each language that the person does not have
 */
export function checkLanguages(
  { between }: Pick<Assignment, 'between'>,
  { role, disabled, languages = [] }: Booked,
): void {
  if (role !== 'interpreter' || disabled === true) {
    throw new Refusal('person-not-suitable', { seat: 'interpreter' });
  }
  const errors = between.flatMap((language, at): FieldError[] =>
    languages.includes(language)
      ? []
      : [
          {
            pointer: `/between/${at}`,
            message: 'The booked interpreter does not work in this language.',
          },
        ],
  );
  if (errors.length > 0) throw new Refusal('person-not-suitable', { seat: 'interpreter' }, errors);
}

/**
 * What the interpreter's own profile does not bear out, and a vetting that does not reach to the session.
 * @param day `YYYY-MM-DD`, today
 * @param lastDay `YYYY-MM-DD`, of the session
 * @throws {Refusal} `interpreter-not-fit` naming every field, each with what to do
 */
export function checkFit(
  { between: [one, other], direction, dialect, mode, vetting }: Assignment,
  { profile }: Booked,
  { day, lastDay }: { readonly day: string; readonly lastDay: string },
): void {
  const { directions = [], modes = [] } = profile ?? {};
  const ways =
    direction === 'both'
      ? ([
          [one, other],
          [other, one],
        ] as const)
      : ([[one, other]] as const);
  const known = (named: string | undefined) =>
    ways.every(([from, to]) =>
      directions.some(
        (each) =>
          each.from === from &&
          each.to === to &&
          (named === undefined || sameText(each.dialect ?? '', named)),
      ),
    );
  const faults: readonly (readonly [boolean, string, string])[] = [
    [
      !known(undefined),
      '/direction',
      'The interpreter’s profile does not have this direction. Choose another interpreter, or add one for the way back.',
    ],
    [
      known(undefined) && dialect !== undefined && !known(dialect),
      '/dialect',
      'The interpreter’s profile does not have this dialect. Choose one who speaks it, or add a relay interpreter.',
    ],
    [
      profile !== undefined && !modes.includes(mode),
      '/mode',
      'The interpreter does not work in this way. Choose the other one, or another interpreter.',
    ],
    [vetting.on > day, '/vetting/on', 'A vetting cannot lie in the future.'],
    [
      vetting.until < lastDay,
      '/vetting/until',
      'The vetting ends before the session does. Have it renewed, or choose another interpreter.',
    ],
  ];
  const errors = faults.flatMap(([wrong, pointer, message]) => (wrong ? [{ pointer, message }] : []));
  if (errors.length > 0) throw new Refusal('interpreter-not-fit', {}, errors);
}

/**
 * Whoever leads must be understood by everybody who is heard: by one of the languages that are known of them, and where they
 * speak a dialect of it, by that. Of whom no language is known nothing is asked.
 * @throws {Refusal} `interpreter-not-fit`
 */
export function checkHeard(
  { between, dialect = '', part }: Assignment,
  heard: readonly Pick<CaseWitness, 'languages'>[],
): void {
  if (part !== 'lead') return;
  for (const { languages = [] } of heard) {
    const shared = languages.filter(({ language }) => between.some((each) => each === language));
    const understood =
      shared.some((each) => each.dialect === undefined || sameText(each.dialect, dialect)) ||
      // Some dialects are languages of their own, and named so.
      languages.some((each) => between.some((tag) => tag === closestTag(each) && tag !== each.language));
    if (languages.length === 0 || understood) continue;
    throw new Refusal('interpreter-not-fit', {}, [
      shared.length === 0
        ? {
            pointer: '/between/0',
            message:
              'The person who is heard speaks neither language. Choose an interpreter of theirs, or add one and confirm this one as relay.',
          }
        : {
            pointer: '/dialect',
            message:
              'The person who is heard speaks another dialect. Choose an interpreter of it, or add one and confirm this one as relay.',
          },
    ]);
  }
}

const sameText = (one: string, other: string): boolean =>
  one.normalize('NFC').trim().toLowerCase() === other.normalize('NFC').trim().toLowerCase();
