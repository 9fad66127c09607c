import { monthNames, numberForPeople } from '../../../functions/shared/values/times-for-people.ts';
import { useReader } from './reader.tsx';
import { useToday } from './use-now.ts';

/**
 * Months to choose from, in the reader's words, the last one first.
 * @param zone by whose clock it is this month @param back so many before it @param ahead so many after it
 */
export function useMonths(zone: string, back: number, ahead = 0) {
  const reader = useReader();
  const [year = 0, month = 1] = useToday(zone).split('-').map(Number);
  const names = monthNames(reader.language);
  const isBuddhist = reader.settings.calendar === 'buddhist';
  const all = Array.from({ length: back + ahead + 1 }, (_, index) => {
    const first = new Date(Date.UTC(year, month - 1 + ahead - index));
    const shown = numberForPeople(first.getUTCFullYear() + (isBuddhist ? 543 : 0), reader);
    return {
      value: first.toISOString().slice(0, 7),
      label: `${names[first.getUTCMonth()] ?? ''} ${shown}`,
    };
  });
  return { months: all, now: all[ahead]?.value ?? '' };
}
