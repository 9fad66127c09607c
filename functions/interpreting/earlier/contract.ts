import * as z from 'zod';
import { interpretingMode } from '../../shared/values/interpreting.ts';
import { languageTag } from '../../shared/values/languages.ts';

/** How an interpreter was confirmed until November 2026, all in one: read, and recorded no more. */
export const earlierAssignment = z.strictObject({
  between: z.tuple([languageTag, languageTag]),
  mode: interpretingMode,
  conflict: z.enum(['none-declared', 'declared']),
  /** The undertaking of confidentiality and true rendering was given. */
  undertaking: z.boolean(),
});
export type EarlierAssignment = z.output<typeof earlierAssignment>;
