import { countryCode } from '../../shared/values/countries.ts';
import type { Standing } from '../law/contract.ts';
import { lawFor } from '../law/law-for.ts';

/** The published port of `requests` on what is known of an oath before a State’s authorities: a witness’s, or an interpreter’s. */

/** What nobody read is no answer: `ask`. */
export interface OathLaw {
  readonly standing: Standing;
  readonly value?: string | undefined;
}

/** @param day `YYYY-MM-DD`, on which it is taken */
export function oathIn(of: 'oath' | 'interpreterOath', state: string, day: string): OathLaw {
  const known = countryCode.safeParse(state);
  const field = known.success ? lawFor(known.data, day).fields.find((each) => each.field === of) : undefined;
  const value = field?.statements[0]?.value;
  return { standing: field?.standing ?? 'ask', ...(value === undefined ? {} : { value }) };
}

/** Whether that law knows a form, as far as somebody read it; what nobody read forbids none. */
export function knowsForm({ standing, value }: OathLaw, form: string): boolean {
  const settled = standing === 'sure' && value !== undefined && value !== 'unknown';
  return !settled || value === form || (value === 'either' && form !== 'undertaking');
}
