import { dayForPeople } from '../../../functions/shared/values/times-for-people.ts';
import { useReader } from './reader.tsx';

/** A day of the calendar in words, with its weekday, in the reader’s language and calendar. */
export function useDayWords(): (day: string) => string {
  const reader = useReader();
  return (day) => dayForPeople(day, reader);
}
