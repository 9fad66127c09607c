import { countryCode } from '../../shared/values/countries.ts';
import type { Standing } from '../law/contract.ts';
import { lawFor } from '../law/law-for.ts';

/**
 * The published port of `requests` on what is known of an interpreter’s oath before a State’s authorities. What nobody read is
 * no answer: `ask`.
 * @param day `YYYY-MM-DD`, on which it is taken
 */
export function oathOfInterpreterIn(
  state: string,
  day: string,
): { readonly standing: Standing; readonly value?: string } {
  const known = countryCode.safeParse(state);
  const field = known.success
    ? lawFor(known.data, day).fields.find((each) => each.field === 'interpreterOath')
    : undefined;
  const value = field?.statements[0]?.value;
  return { standing: field?.standing ?? 'ask', ...(value === undefined ? {} : { value }) };
}
