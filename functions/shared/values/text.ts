import * as z from 'zod';
import { tells, type ToldBy } from './personal-fields.ts';

/**
 * Characters that have no place in words people write, and are used to deceive or to break what reads them:
 * NUL and the other controls, marks that turn the direction of writing around (a name could be shown backwards),
 * line separators that some programs take for a new line, annotation and tag characters, byte-order marks and
 * code points that are never characters. The zero-width joiner, non-joiner and space stay: Khmer, Lao, Burmese
 * and Thai need them for shaping and line breaks. Line feed and tab are judged separately.
 */
const FORBIDDEN =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class -- the control characters are the point
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2061-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/u;
const NEVER_CHARACTERS = /\p{Noncharacter_Code_Point}/u;
/** Half of a pair alone; String.isWellFormed says the same and is missing on phones of 2016. */
const LONE_SURROGATE = /\p{Surrogate}/u;
const LINE_BREAKING = /[\n\t]/;
/** Something to see: joiners and spaces alone are blank, and so are the fillers that pass for letters or symbols. */
const VISIBLE = /(?![\u115F\u1160\u2800\u3164\uFFA0])[\p{L}\p{N}\p{P}\p{S}]/u;

/** Tags, and the last two code points of each plane, as they are: not every reader of a schema knows `\\u{…}`. */
const beyond = [
  [0xe0000, 0xe007f],
  ...Array.from({ length: 16 }, (_, plane) => [0x1fffe + plane * 0x10000, 0x1ffff + plane * 0x10000]),
]
  .map((ends) => ends.map((end) => String.fromCodePoint(end)).join('-'))
  .join('');

/** The same as a pattern of JSON Schema. U+FFFD is refused where bodies are read. */
function patternOf({ lines = false }: HumanTextRules): string {
  const never =
    FORBIDDEN.source.slice(1, -1).replace('\\u{E0000}-\\u{E007F}', '') +
    (lines ? '' : LINE_BREAKING.source.slice(1, -1));
  const any = `[^${never}\\uFDD0-\\uFDEF\\uFFFD-\\uFFFF${beyond}]*`;
  return `^${any}${VISIBLE.source}${any}$`;
}

function codePointsOf(text: string): number {
  return Array.from(text).length;
}

export interface HumanTextRules {
  /** Line feeds and tabs are welcome (default false). */
  readonly lines?: boolean;
}

/**
 * Words that a person wrote: kept in NFC with outer white space taken off and `\r\n` as `\n`, never blank, at most
 * `maxCodePoints` long. Refuses what could deceive a reader or break a program; refuses nothing a script needs.
 * @param told what it could tell; of an office and its things nothing
 */
export function humanText(told: ToldBy, maxCodePoints: number, rules: HumanTextRules = {}) {
  const tooLong = `Too long: at most ${maxCodePoints} characters. Make it shorter.`;
  return tells(
    told,
    z
      .string()
      // A first bound before any work is done; what was written decomposed is longer than what is kept.
      .max(maxCodePoints * 4 + 16, { error: tooLong, abort: true })
      .refine((text) => !LONE_SURROGATE.test(text), {
        error: 'Half of a character is missing (a lone surrogate). Type the text again.',
        abort: true,
      })
      .overwrite((text) => text.replaceAll('\r\n', '\n').normalize('NFC'))
      // Before white space is taken off, since some of it is among them.
      .refine((text) => !FORBIDDEN.test(text) && !NEVER_CHARACTERS.test(text), {
        error: 'There are invisible control characters in the text. Type it again without them.',
      })
      .overwrite((text) => text.trim())
      .refine((text) => rules.lines === true || !LINE_BREAKING.test(text), {
        error: 'The text must be on one line.',
      })
      .refine((text) => VISIBLE.test(text), { error: 'The text is empty.' })
      .refine((text) => codePointsOf(text) <= maxCodePoints, {
        error: tooLong,
        // For a page, which says it in the reader's language.
        params: { tooLong: true },
      })
      // What stands above, for the API's document.
      .meta({ minLength: 1, maxLength: maxCodePoints, pattern: patternOf(rules) }),
  );
}
