import type { CountryCode } from '../../shared/values/countries.ts';
import type { ChosenField, Choice, LawField, WrittenField } from './contract.ts';
import type { Entry } from './entry.ts';

/**
 * What a host State must be asked where nothing is written here. Of the others silence is no question: not every State has
 * a blocking rule, or a rule for the defence.
 */
export const alwaysAsked: ReadonlySet<LawField> = new Set<LawField>([
  'law',
  'permission',
  'video',
  'questions',
  'officialPresent',
  'consent',
  'oath',
  'interpreterOath',
  'centralAuthority',
  'channel',
  'languages',
  'notice',
  'refusal',
  'confidentiality',
]);

/** The law of a State: for each field what is said, each for its days; one answer at a time where answers are few. */
export interface StateLaw {
  readonly state: CountryCode | 'EU';
  /** The default language of a request, beside English. */
  readonly officialLanguages: readonly string[];
  readonly chosen: { readonly [Field in ChosenField]?: readonly Entry<Choice<Field>>[] };
  readonly written: { readonly [Field in WrittenField]?: readonly Entry[] };
}
