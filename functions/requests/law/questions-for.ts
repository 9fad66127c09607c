import type { CountryCode } from '../../shared/values/countries.ts';
import type { LawField, LegalBasis } from './contract.ts';
import type { InstrumentView } from './instruments-for.ts';
import { instrumentsFor } from './instruments-for.ts';
import { lawFor, type FieldView } from './law-for.ts';

/**
 * Why a central authority must be asked. `unknown`: nobody knows. `believed`: it is thought to be so. `silent`: the law was
 * read and says nothing, which is not leave. `changes`: on the day of the hearing another law stands than on the day on
 * which the request is received.
 */
export type Because = 'unknown' | 'believed' | 'silent' | 'changes';

export type Question =
  | { readonly on: 'law'; readonly field: LawField; readonly because: Because; readonly about?: string }
  | {
      readonly on: 'instrument';
      readonly basis: LegalBasis;
      readonly because: Because;
      readonly about?: string;
    };

const withAbout = (about: string | undefined) => (about === undefined ? {} : { about });

function ofField({ field, statements, changesBefore }: FieldView): Question[] {
  const asked = statements
    .filter(({ standing }) => standing === 'ask')
    .map(({ value, remark }): Question => {
      const because = value === undefined ? 'unknown' : value === 'silent' ? 'silent' : 'believed';
      return { on: 'law', field, because, ...withAbout(because === 'believed' ? value : remark) };
    });
  return [
    ...asked,
    ...(statements.length === 0 ? [{ on: 'law', field, because: 'unknown' } as const] : []),
    ...(changesBefore === undefined
      ? []
      : [{ on: 'law', field, because: 'changes', about: changesBefore } as const]),
  ];
}

/** Whether an instrument binds the two. That discretion and reciprocity must be asked about, their names say. */
const ofInstrument = ({ basis, standing, title, because }: InstrumentView): Question[] =>
  standing !== 'ask' || basis === 'reciprocity' || basis === 'judicial-discretion'
    ? []
    : [
        {
          on: 'instrument',
          basis,
          because: because.some(({ value }) => value === undefined) ? 'unknown' : 'believed',
          about: title,
        },
      ];

/**
 * What the host State's central authority is to be asked before a request is sent: whatever is not known, is only believed,
 * is silent, or changes before the hearing.
 */
export const questionsFor = (
  requesting: CountryCode,
  host: CountryCode,
  receivedOn: string,
  hearingDay?: string,
): readonly Question[] => [
  ...instrumentsFor(requesting, host, receivedOn).flatMap(ofInstrument),
  ...lawFor(host, receivedOn, hearingDay).fields.flatMap(ofField),
];
