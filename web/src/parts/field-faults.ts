import { createContext, use } from 'react';

/** What is wrong with a field, by the field's name. */
export type Faults = Readonly<Record<string, string>>;

/** What the form around a field has found wrong. */
export const FaultsContext = createContext<Faults>({});

/** For a field whose answer changes without an event of a control: whether what was wrong is still so. */
export const LookAgainContext = createContext<() => void>(() => undefined);

/** Of the form around a field: two forms of one page may each ask for a zone, and a label leads to the field of its own. */
export const FormIdContext = createContext('');

/** The id of a field of the form around, by its name. */
export function useFieldId(): (name: string) => string {
  const form = use(FormIdContext);
  return (name) => `field-${form}${name.replaceAll('.', '-')}`;
}

/** What is wrong with one field of the form around it. */
export function useFault(name: string | undefined): string | undefined {
  const faults = use(FaultsContext);
  return name === undefined ? undefined : faults[name];
}
