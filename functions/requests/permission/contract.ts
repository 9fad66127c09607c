import * as z from 'zod';
import { id, pseudonym } from '../../shared/values/ids.ts';
import { languageTag } from '../../shared/values/languages.ts';
import { humanText } from '../../shared/values/text.ts';
import { together } from '../../shared/values/together.ts';
import { legalBases } from '../law/contract.ts';

/** What a host State decides on hearing somebody on its territory by video link, as data (domain notes C1). */

const day = z.iso.date();
const once = <Item extends z.ZodType>(item: Item, most: number) =>
  z
    .array(item)
    .max(most)
    .refine((given) => new Set(given).size === given.length, 'Name each once.')
    .meta({ uniqueItems: true });

/**
 * Conditions that a host State may set. Each is a setting that saksi keeps, so the list is closed; what cannot be kept as a
 * setting is no condition that can be entered, and the authorities must talk.
 */
export const condition = z.enum([
  'no-recording-by-requesting-state',
  'attending-officer-present',
  'in-camera',
  'named-persons-only',
  'screening',
  'languages',
  'questions-through-local-judge',
  'use-limited-to-this-case',
]);
export type Condition = z.infer<typeof condition>;

/** How somebody may be heard. A decision names them in the order in which they are to be tried. */
export const modality = z.enum(['live', 'pre-recorded', 'written-questions', 'in-person']);
export type Modality = z.infer<typeof modality>;

/** That a way which comes before the live link was tried without success, or could not be tried. */
export const wayTried = z.strictObject({
  modality: modality.exclude(['live']),
  outcome: z.enum(['failed', 'unavailable']),
  on: day,
});
export type WayTried = z.output<typeof wayTried>;

/** Who asks the questions. */
export const conducts = z.enum(['requesting-authority', 'local-judge', 'both']);

/** Grounds on which a request can be refused, by the instruments (see `law/refusal-grounds.ts`), and no others. */
export const refusalGround = z.enum([
  'form-not-met',
  'sovereignty-security-public-order',
  'own-law-forbids-it',
  'contrary-to-legal-system',
  'fundamental-principles',
  'no-dual-criminality',
  'political-or-military-offence',
  'discrimination',
  'ne-bis-in-idem',
  'undertaking-missing',
  'own-case-prejudiced',
  'danger-to-a-person',
  'excessive-burden',
  'person-does-not-consent',
  'necessity-not-shown',
]);
export type RefusalGround = z.infer<typeof refusalGround>;

const fields = {
  legalBasis: z.enum(legalBases),
  /** The authority’s own reference; no names. */
  reference: humanText('office', 60),
  /** The day on which the host State received the request: it picks the law. */
  receivedOn: day,
  decidedOn: day,
};

const granted = z.strictObject({
  ...fields,
  decision: z.literal('granted'),
  /** First and last day on which somebody may be heard under it. */
  validFrom: day,
  validUntil: day.meta({ examples: ['2036-12-31'] }),
  /** The sessions that it names; absent: every session of this person within its days. */
  sessions: once(id, 60).min(1).optional(),
  /** In the order in which they are to be tried; a live link only where it is among them. */
  modalities: once(modality, modality.options.length).min(1),
  conducts,
  /** Whether an officer of the host State must attend, and must establish who is heard. */
  attendance: z.strictObject({ demanded: z.boolean(), identifies: z.boolean() }),
  /** Days before a session by which the host State wants to know of it. */
  noticeDays: z.int().min(0).max(365),
  /** Pseudonyms of those who may be in the room beside the witness. */
  persons: once(pseudonym, 60),
  languages: once(languageTag, 8),
  conditions: once(condition, condition.options.length),
});

/** The host State’s answer to the request. */
export const permissionDecision = z
  .discriminatedUnion('decision', [
    granted,
    z.strictObject({ ...fields, decision: z.literal('refused'), ground: refusalGround }),
    z.strictObject({
      ...fields,
      decision: z.literal('postponed'),
      /** The day until which it is; absent where the host State names none. */
      until: day.optional(),
    }),
  ])
  .refine(
    (given) =>
      given.decision !== 'granted' || nameOf(given, 'named-persons-only') === given.persons.length > 0,
    together(
      'Name the persons where the host State lets named persons in alone, and nobody otherwise.',
      'persons',
    ),
  )
  .refine(
    (given) => given.decision !== 'granted' || nameOf(given, 'languages') === given.languages.length > 0,
    together('Name the languages where the host State allows some alone, and none otherwise.', 'languages'),
  )
  .refine(
    (given) =>
      given.decision !== 'granted' ||
      given.attendance.demanded ||
      (!given.attendance.identifies && !nameOf(given, 'attending-officer-present')),
    together('Only an officer who must attend can identify, or be waited for.', 'attendance'),
  );
export type PermissionDecision = z.output<typeof permissionDecision>;

const nameOf = ({ conditions }: { readonly conditions: readonly Condition[] }, name: Condition): boolean =>
  conditions.includes(name);

/** What of a grant is kept by others: beside the permission that a pass checks. */
export const permissionTerms = granted.pick({ persons: true, languages: true, conditions: true }).extend({
  onPaper: z.boolean(),
  /** Older ones do not say: then an officer must come, and establish who is heard. */
  attendance: granted.shape.attendance.optional(),
  /** The State whose terms they are, ISO 3166-1 alpha-2; older ones do not say. */
  hostState: z.string().optional(),
});

/** The host State’s paper, where its authority has no account: by number and day, and what its bytes are. */
export const paper = z.strictObject({
  number: humanText('office', 60),
  datedOn: day,
  /** SHA-256 of the document’s file, in lower-case hex. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'] }),
});
export type Paper = z.output<typeof paper>;
