import { Refusal } from '../../shared/refusals.ts';
import type { FullPlan } from './contract.ts';

/**
 * Whom of the case a plan never lets somebody meet, see or hear. The list is written in words, since most of those on it have
 * no place in the case; whoever has one is written by pseudonym, and screening goes by that.
 */

/** As `pseudonym` of the values has it, wherever it stands in a text. */
const named = /(?<![A-Z])[A-Z]-[24679CDFGHJKMNPQRTVWX]{4}(?![A-Z0-9])/g;

const namesIn = (text: string): readonly string[] => text.toUpperCase().match(named) ?? [];

/** Each once; not the person whose plan it is. */
export const noContactOf = ({ noContact }: Pick<FullPlan, 'noContact'>, self: string): string[] => [
  ...new Set(noContact.flatMap(namesIn).filter((who) => who !== self)),
];

/**
 * A pseudonym that nobody in the case has would look like screening and be none.
 * @param taken every pseudonym of the case
 * @throws {Refusal} `does-not-fit` naming each line that has one
 */
export function assertNamesOfCase(
  { noContact }: Pick<FullPlan, 'noContact'>,
  taken: readonly string[],
): void {
  const errors = noContact.flatMap((text, at) =>
    namesIn(text).every((who) => taken.includes(who))
      ? []
      : [
          {
            pointer: `/noContact/${at}`,
            message: 'Nobody in this case has that pseudonym. Look it up in the case.',
          },
        ],
  );
  if (errors.length > 0) throw new Refusal('does-not-fit', {}, errors);
}
