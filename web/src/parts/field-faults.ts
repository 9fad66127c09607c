import { createContext, use } from 'react';

/** What is wrong with a field, by the field's name. */
export type Faults = Readonly<Record<string, string>>;

/** What the form around a field has found wrong. */
export const FaultsContext = createContext<Faults>({});

/** For a field whose answer changes without an event of a control: whether what was wrong is still so. */
export const LookAgainContext = createContext<() => void>(() => undefined);

export const fieldId = (name: string): string => `field-${name.replaceAll('.', '-')}`;

/** What is wrong with one field of the form around it. */
export function useFault(name: string | undefined): string | undefined {
  const faults = use(FaultsContext);
  return name === undefined ? undefined : faults[name];
}
