import * as z from 'zod';
import { uiLanguage } from '../../shared/values/languages.ts';

/**
 * Words that bind: what is explained before consent, what somebody may do, what they swear, what they are warned of, and how they
 * are told that there is no link after all.
 */
export const bindingTexts = [
  'consent',
  'rights',
  'warning',
  'witnessOath',
  'interpreterOath',
  'noLink',
] as const;
export type BindingText = (typeof bindingTexts)[number];

/** Which text was used: its language and version, and the SHA-256 of its words as they were shown or printed. */
export const usedText = z.strictObject({
  language: uiLanguage,
  version: z.int().min(1).max(9_999),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'Not a SHA-256 in hexadecimal.')
    .meta({ description: 'SHA-256 of the text, in hexadecimal', examples: ['0'.repeat(64)] }),
});
export type UsedText = z.output<typeof usedText>;
