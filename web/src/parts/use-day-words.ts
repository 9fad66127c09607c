import { parseInstant } from '../../../functions/shared/values/instants.ts';
import { timeForPeople } from '../../../functions/shared/values/times-for-people.ts';
import { useReader } from './reader.tsx';

/** A day of the calendar in words, with its weekday, in the reader’s language and calendar. */
export function useDayWords(): (day: string) => string {
  const reader = useReader();
  return (day) => {
    const { weekday, date } = timeForPeople(parseInstant(`${day}T12:00:00Z`), 'Etc/UTC', reader);
    return `${weekday} ${date}`;
  };
}
