import * as z from 'zod';
import { route } from '../../shared/http/contract.ts';
import { countryCode } from '../../shared/values/countries.ts';

/**
 * How far a statement is founded. `V`: read in the source. `V-part`: only part of the provision was read, or an older or
 * translated text. `Vx`: read in a report about it. `K`: general knowledge. `unknown`: nothing to rely on, and no guess.
 */
export const marks = ['V', 'V-part', 'Vx', 'K', 'unknown'] as const;
export type Mark = (typeof marks)[number];

/** What a mark is worth. Whatever is `ask` is a question, and is never shown as though it were settled. */
export const standings = ['sure', 'confirm', 'ask'] as const;
export type Standing = (typeof standings)[number];

/** Each answer that a field has, the default first: what is worked by where the law is not known. It is not law. */
export const chosen = {
  permission: ['needed', 'not_needed'],
  /** `silent`: the text was read and says nothing, which allows nothing. */
  video: ['unknown', 'express', 'silent', 'discretion', 'forbidden'],
  questions: ['local_judge', 'direct', 'both'],
  officialPresent: ['required', 'optional'],
  consent: ['written', 'voluntary'],
  oath: ['unknown', 'oath', 'affirmation', 'either', 'undertaking', 'none_for_child'],
  interpreterOath: ['unknown', 'oath', 'affirmation', 'either', 'undertaking'],
} as const;
export type ChosenField = keyof typeof chosen;
export type Choice<Field extends ChosenField = ChosenField> = (typeof chosen)[Field][number];

/** What a State's law says in words. */
export const writtenFields = [
  'law',
  'centralAuthority',
  'channel',
  'basis',
  'languages',
  'contents',
  'conditions',
  'notice',
  'refusal',
  'confidentiality',
  'blocking',
  'safeConduct',
  'defence',
  'record',
  'protection',
  'interpreter',
  'treaties',
] as const;
export type WrittenField = (typeof writtenFields)[number];

export type LawField = ChosenField | WrittenField;
/** In the order in which a request needs them. */
export const lawFields: readonly LawField[] = [
  'law',
  'permission',
  'video',
  'conditions',
  'questions',
  'officialPresent',
  'consent',
  'oath',
  'interpreterOath',
  ...writtenFields.filter((field) => field !== 'law' && field !== 'conditions'),
];

/** What a request can stand on, in the order in which it is looked for. */
export const legalBases = [
  'bilateral-treaty',
  'eio',
  'asean-mlat',
  'ets-182',
  'untoc-18',
  'uncac-46',
  'reciprocity',
  'judicial-discretion',
] as const;
export type LegalBasis = (typeof legalBases)[number];

/** What an instrument says, or may say, on the taking of testimony. */
export const provisions = [
  'video',
  'conducts',
  'official',
  'consent',
  'channel',
  'language',
  'notice',
  'speciality',
  'confidentiality',
  'refusal',
  'postponement',
  'costs',
  'safeConduct',
  'protection',
  'record',
] as const;
export type Provision = (typeof provisions)[number];

/**
 * How much a request needs an item. `R`: the instrument's text demands it. `C`: where the case has it. `G`: good practice.
 * `N`: the host State wants it beside.
 */
export const levels = ['R', 'C', 'G', 'N'] as const;
export type Level = (typeof levels)[number];

const day = z.iso.date();
const field = z.enum(lawFields);
const because = z.enum(['unknown', 'believed', 'silent', 'changes']);

/** One statement, with all that a lawyer needs to correct it. The notes are in English, as they were taken. */
export const lawStatement = z.strictObject({
  /** Absent where nothing is known. */
  value: z.string().optional(),
  mark: z.enum(marks),
  /** What the mark is worth; `ask` is never to be shown as though it were settled. */
  standing: z.enum(standings),
  /** What was read, and in which language where that is noted; empty where nothing was. */
  sources: z.array(z.strictObject({ id: z.string(), read: z.string(), language: z.string().optional() })),
  article: z.string().optional(),
  validFrom: day.optional(),
  validTo: day.optional(),
  /** Of a State with several laws, whose it is. */
  part: z.string().optional(),
  remark: z.string().optional(),
  /** Of a notice period: months before the hearing. */
  leadMonths: z.int().optional(),
  checkedOn: day,
  /** `draft`: no lawyer of that State has looked. */
  checkedBy: z.string(),
});

export const readLaw = route({
  method: 'GET',
  path: '/api/requests/law',
  summary:
    'What is known, and what must be asked, of a request of one State to another: instruments, the host State’s law, questions, checklist. Data for review, not legal advice.',
  who: ['prosecutor', 'clerk', 'central-authority', 'judge'],
  query: z.strictObject({
    requesting: countryCode,
    host: countryCode,
    /** The day on which the host State receives the request, or received it: it picks the law. */
    receivedOn: day,
    /** To be warned where another law holds on that day. */
    hearingDay: day.optional(),
  }),
  answer: z.strictObject({
    /** In the order in which they come; that one is only believed to bind, its standing says. */
    instruments: z.array(
      z.strictObject({
        basis: z.enum(legalBases),
        title: z.string(),
        standing: z.enum(standings),
        because: z.array(lawStatement),
        onlyFor: z.literal('corruption').optional(),
        says: z.array(z.strictObject({ provision: z.enum(provisions), statement: lawStatement })),
      }),
    ),
    /** Of the host State. */
    law: z.array(
      z.strictObject({
        field,
        standing: z.enum(standings),
        statements: z.array(lawStatement),
        /** A default is not law. */
        worksBy: z.strictObject({ value: z.string(), isDefault: z.boolean() }).optional(),
        changesBefore: day.optional(),
      }),
    ),
    /** Of a request where the law does not say; no law either. */
    defaultLanguages: z.array(z.string()),
    /** To the host State’s central authority. */
    questions: z.array(
      z.discriminatedUnion('on', [
        z.strictObject({ on: z.literal('law'), field, because, about: z.string().optional() }),
        z.strictObject({
          on: z.literal('instrument'),
          basis: z.enum(legalBases),
          because,
          about: z.string().optional(),
        }),
      ]),
    ),
    checklist: z.array(
      z.strictObject({
        id: z.string(),
        of: z.string(),
        level: z.enum(levels),
        statement: lawStatement,
      }),
    ),
  }),
});
