import type { CountryCode } from '../../../shared/values/countries.ts';
import type { LegalBasis, Level } from '../contract.ts';
import type { Entry } from '../entry.ts';

/** Whose list an item is of; a State's code for what that State wants, `IE` as an example that no State of our list is. */
export type ListOf = LegalBasis | 'tip-protocol' | 'actip' | 'technical' | CountryCode | 'IE';

export interface ChecklistItem {
  readonly id: string;
  readonly of: ListOf;
  readonly level: Level;
  readonly entry: Entry;
  /** Comes only once the request is with the host State, so that nothing waits for it before. */
  readonly afterwards?: true;
}

export const item = (id: string, of: ListOf, level: Level, entry: Entry): ChecklistItem => ({
  id,
  of,
  level,
  entry,
});

export const afterwards = (each: ChecklistItem): ChecklistItem => ({ ...each, afterwards: true });
