import { useEffect, useState } from 'react';
import { instantOf } from '../../../functions/shared/values/instants.ts';
import { dayAt } from './local-day.ts';

/** Milliseconds since 1970, looked at anew every half minute, or as often as is said. */
export function useNow(every = 30_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}

/** The day that it was in a zone when the page was opened. */
export function useToday(zone: string): string {
  const [today] = useState(() => dayAt(zone, instantOf(Date.now())));
  return today;
}
