import type { CountryCode } from '../../shared/values/countries.ts';
import { chosen, lawFields, type ChosenField, type LawField, type Standing } from './contract.ts';
import { holdsOn, standingOf, weakest, type Entry } from './entry.ts';
import { alwaysAsked, type StateLaw } from './fields.ts';
import { recordOf } from './states.ts';

/** An entry with what it is worth. */
export interface Statement extends Entry {
  readonly standing: Standing;
}

export interface FieldView {
  readonly field: LawField;
  /** The weakest of what is said; `ask` where nothing is. */
  readonly standing: Standing;
  readonly statements: readonly Statement[];
  /**
   * What is worked by, where answers are few: what the law says, as far as somebody read it, or else the stricter default,
   * which is not law.
   */
  readonly worksBy?: { readonly value: string; readonly isDefault: boolean };
  /** On the day of the hearing something else is said than on the day on which the request is received. */
  readonly changesBefore?: string;
}

export interface LawView {
  readonly state: CountryCode;
  readonly receivedOn: string;
  /** Of a request, where the law does not say: the State's own beside English, which is no law. */
  readonly defaultLanguages: readonly string[];
  readonly fields: readonly FieldView[];
}

const isChosen = (field: LawField): field is ChosenField => field in chosen;

const entriesOf = ({ chosen: few, written }: StateLaw, field: LawField): readonly Entry[] =>
  (isChosen(field) ? few[field] : written[field]) ?? [];

/** That a law is silent may be sure, and still allows nothing. */
export const statementOf = (entry: Entry): Statement => ({
  ...entry,
  standing: entry.value === 'silent' ? 'ask' : standingOf(entry.mark),
});

/** The law on one field as it stands for a request of that day. */
function fieldOn(law: StateLaw, field: LawField, receivedOn: string, hearingDay?: string): FieldView {
  const entries = entriesOf(law, field);
  const statements = entries.filter((entry) => holdsOn(entry, receivedOn)).map(statementOf);
  const then = hearingDay === undefined ? undefined : entries.filter((entry) => holdsOn(entry, hearingDay));
  const differs =
    then !== undefined &&
    (then.length !== statements.length || then.some((entry) => !holdsOn(entry, receivedOn)));
  return {
    field,
    standing: weakest(statements.map(({ standing }) => standing)),
    statements,
    ...(isChosen(field) ? { worksBy: worksBy(field, statements) } : {}),
    ...(differs && hearingDay !== undefined ? { changesBefore: hearingDay } : {}),
  };
}

/** Whatever is not law, or is not sure to be, does not loosen what is worked by. */
function worksBy(field: ChosenField, [first]: readonly Statement[]): { value: string; isDefault: boolean } {
  const relied = first !== undefined && first.standing !== 'ask' ? first.value : undefined;
  return relied === undefined
    ? { value: chosen[field][0], isDefault: true }
    : { value: relied, isDefault: false };
}

/**
 * What the law of a State says to a request that it receives on that day, which alone picks the version.
 * @param receivedOn `YYYY-MM-DD`
 * @param hearingDay where given, each field says whether another version would hold on that day
 */
export function lawFor(state: CountryCode, receivedOn: string, hearingDay?: string): LawView {
  const law = recordOf(state);
  return {
    state,
    receivedOn,
    defaultLanguages: [...new Set([...law.officialLanguages, 'en'])],
    fields: lawFields
      .map((field) => fieldOn(law, field, receivedOn, hearingDay))
      .filter(
        ({ field, statements, changesBefore }) =>
          statements.length > 0 || changesBefore !== undefined || alwaysAsked.has(field),
      ),
  };
}
