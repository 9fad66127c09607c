import * as z from 'zod';
import { countryCode } from '../../shared/values/countries.ts';
import { id } from '../../shared/values/ids.ts';
import { languageTag } from '../../shared/values/languages.ts';
import { humanText } from '../../shared/values/text.ts';
import { together } from '../../shared/values/together.ts';
import { usedText } from '../material/contract.ts';

/** What a person consented to, and how it came about. Source: domain notes C2; WHO's standards on informed consent. */

/** Each is asked alone: consent to take part is not consent to be recorded, nor to be seen, nor to data going abroad. */
export const consentScopes = [
  'takePart',
  'liveVideo',
  'recording',
  'alteredPictureOrVoice',
  'supporter',
  'womanInterpreter',
  'transferAbroad',
] as const;
export type ConsentScope = (typeof consentScopes)[number];

export const scopeAnswers = ['yes', 'no', 'limited'] as const;
const answer = z
  .strictObject({ answer: z.enum(scopeAnswers), how: humanText('consent', 200).optional() })
  .refine(
    ({ answer: given, how }) => (given === 'limited') === (how !== undefined),
    together('Say how it is limited, where it is limited.', 'how'),
  );
export type ScopeAnswer = z.output<typeof answer>;

const yesNo = z.enum(['yes', 'no']);
/** A pseudonym, a role or an office; a name only where the person has neither. Sealed. */
const somebody = humanText('consent', 80);

/** What it may be used for by the authority that is named with it. */
export const sharingPurposes = [
  'this-prosecution',
  'this-trial',
  'protection',
  'return-and-recovery',
  'compensation',
  'right-to-stay',
] as const;
export type SharingPurpose = (typeof sharingPurposes)[number];

/** All that must be told before a yes is one. */
export const toldItems = [
  'voluntary',
  'mayStop',
  'helpDoesNotDepend',
  'risks',
  'publicity',
  'whoSees',
  'retention',
  'feedback',
  'evidenceTaken',
] as const;

const mark = z
  .strictObject({
    kind: z.enum(['signature', 'thumbprint', 'audio', 'two-witnesses']),
    witnesses: z.array(somebody).max(2).optional(),
  })
  .refine(
    ({ kind, witnesses = [] }) => (kind === 'two-witnesses') === (witnesses.length === 2),
    together('Name the two before whom it was said.', 'witnesses'),
  )
  .refine(
    ({ witnesses: [one, other] = [] }) => one === undefined || one.toLowerCase() !== other?.toLowerCase(),
    together('The two before whom it was said must be two.', 'witnesses'),
  );

export const explanationMethods = [
  'read-by-herself',
  'read-to-her',
  'explained-with-pictures',
  'read-out-by-interpreter',
] as const;

export const capacities = ['able', 'able-with-help', 'not-able'] as const;
export const understandings = ['own-words', 'in-part', 'not'] as const;
export const toldRoles = [
  'prosecutor',
  'clerk',
  'attending-officer',
  'central-authority',
  'interpreter',
] as const;

/**
 * What stands in the record. All that a yes needs beside what a no needs can be left out: nobody who says no is asked more
 * questions. What a yes lacks, the rule names.
 */
export const consentRecord = z.strictObject({
  scopes: z.strictObject({
    takePart: answer,
    ...(Object.fromEntries(
      consentScopes.filter((name) => name !== 'takePart').map((name) => [name, answer.optional()]),
    ) as Record<Exclude<ConsentScope, 'takePart'>, z.ZodOptional<typeof answer>>),
  }),
  /** A yes to this authority, for this purpose; to nobody else, and for nothing else. */
  sharing: z
    .array(
      z.strictObject({
        authority: humanText('consent', 120),
        state: countryCode,
        purpose: z.enum(sharingPurposes),
        /** Which agency that is, where it has taken the case: what was told can then be shared with it here (functions/sharing). */
        agency: id.optional(),
      }),
    )
    .max(12),
  /** The language in which it was explained, which need not be one that anything is written in. */
  language: languageTag,
  interpreter: z
    .strictObject({ was: z.enum(['not-needed', 'present']), who: somebody.optional() })
    .refine(
      ({ was, who }) => (was === 'present') === (who !== undefined),
      together('Say who interpreted, where somebody did.', 'who'),
    ),
  method: z.enum(explanationMethods).optional(),
  material: usedText.optional(),
  told: z.array(z.enum(toldItems)).max(toldItems.length),
  capacity: z
    .strictObject({ is: z.enum(capacities), assessedBy: somebody, how: humanText('consent', 300) })
    .optional(),
  teachBack: z
    .strictObject({
      understanding: z.enum(understandings),
      /** What the person wanted to know. */
      asked: humanText('consent', 800, { lines: true }).optional(),
    })
    .optional(),
  mark: mark.optional(),
  person: z.enum(['adult', 'child']),
  /**
   * Of a child: the day of the eighteenth birthday, where only its month is known the first of that; the date of birth is nowhere
   * but in the vault. Where the case says it, it can be left out.
   */
  ofAgeOn: z.iso.date().optional(),
  /** The word of whoever answers for a child, what is best for the child, and the child's own word. */
  guardian: z
    .strictObject({
      /** The pseudonym of a guardian of the case, whose child this is; older records have words. */
      who: somebody,
      agrees: yesNo,
      bestInterests: humanText('consent', 600, { lines: true }),
      assent: yesNo,
    })
    .optional(),
  /** What those who run the session are to know. */
  wishes: z.strictObject({
    inCamera: yesNo.optional(),
    /** Minutes. */
    breakEvery: z.int().min(5).max(120).optional(),
  }),
  /** The last day on which it stands, where the person is. */
  validUntil: z.iso.date().optional(),
  /** Who was told what was decided. */
  toldTo: z.array(z.enum(toldRoles)).max(toldRoles.length),
});
export type ConsentRecord = z.output<typeof consentRecord>;

/** What those who run a session are told of it; `needed.ts` says why nothing else. */
export const neededOfConsent = z.strictObject({
  takePart: answer,
  liveVideo: answer.optional(),
  recording: answer.optional(),
  alteredPictureOrVoice: answer.optional(),
  supporter: answer.optional(),
  womanInterpreter: answer.optional(),
  /** Where it is limited: a no is one to being heard by link at all. */
  transferAbroad: answer.optional(),
  inCamera: yesNo.optional(),
  /** Minutes. */
  breakEvery: z.int().optional(),
});
export type NeededOfConsent = z.output<typeof neededOfConsent>;

/** What becomes of evidence that was taken before somebody withdraws. A closed list: it is told before a yes is given. */
export const evidenceRules = ['only-the-written-record', 'sealed-until-the-court-decides'] as const;
export type EvidenceRule = (typeof evidenceRules)[number];

/** Why consent does not stand, for whoever must do something about it. */
export const consentReasons = [
  'nothing-recorded',
  'said-no',
  'withdrawn',
  'expired',
  'of-age',
  'age-changed',
  'age-erased',
] as const;
