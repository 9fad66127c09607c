import { createContext, use } from 'react';

/** What was left in a form's fields when somebody typed in it last, by name: a field begins with it. */
export const KeptValuesContext = createContext<ReadonlyMap<string, readonly string[]> | undefined>(undefined);

/** What was left in a field; undefined where the form was not typed in before. A tick that is off leaves an empty list. */
export function useKeptValues(name: string | undefined): readonly string[] | undefined {
  const kept = use(KeptValuesContext);
  return kept === undefined || name === undefined ? undefined : (kept.get(name) ?? []);
}

/** The same of a field that has one value. */
export const useKeptValue = (name: string | undefined): string | undefined => useKeptValues(name)?.[0];
