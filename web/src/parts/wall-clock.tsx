import type { Instant } from '../../../functions/shared/values/instants.ts';
import { timeForPeople } from '../../../functions/shared/values/times-for-people.ts';
import { DayBar } from './day-bar.tsx';
import { useReader } from './reader.tsx';

/**
 * When something begins where somebody is: hour, weekday and date with the offset and the place, and where it lies in the
 * day there.
 * @param props.clock the zone, and the wall time there at which the bar is drawn
 */
export function WallClock({
  at,
  clock,
  minutes,
}: {
  readonly at: Instant;
  readonly clock: { readonly zone: string; readonly local: string };
  readonly minutes: number;
}) {
  const shown = timeForPeople(at, clock.zone, useReader());
  return (
    <>
      <p>
        <time dateTime={shown.machine}>
          <span className="seat-hour">{shown.time}</span> {shown.weekday} {shown.date}
        </time>{' '}
        <span className="quiet">
          {shown.offset}, {shown.place}
        </span>
      </p>
      <DayBar local={clock.local} minutes={minutes} />
    </>
  );
}
