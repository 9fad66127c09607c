import type * as z from 'zod';
import { useTranslation } from 'react-i18next';
import type { seatTime } from '../../../functions/sessions/contract.ts';
import { minutesBetween, type Instant } from '../../../functions/shared/values/instants.ts';
import { Availability } from './free-or-booked.tsx';
import { daySpan, touchesNight } from './day-span.ts';
import { Icon } from './icon.tsx';
import { WallClock } from './wall-clock.tsx';

type SeatTime = z.infer<typeof seatTime>;

/** Each seat's own time for a session: as a table where there is room, as cards on a phone. */
export function SeatTimes({
  seats,
  start,
  end,
}: {
  readonly seats: readonly SeatTime[];
  readonly start: Instant;
  readonly end: Instant;
}) {
  const { t } = useTranslation('staff');
  return (
    <ul className="seat-times">
      {seats.map((seat, at) => (
        // Several can have a seat of the same name.
        // oxlint-disable-next-line react/no-array-index-key -- the rows stay in their order
        <li
          key={`${seat.seat} ${seat.pseudonym ?? at}`}
          className="seat-row"
          data-testid={`seat-${seat.seat}`}
        >
          <div className="seat-who">
            <strong>{t(`roles.${seat.seat}`)}</strong>
            {seat.presides === true && <span className="badge">{t('session.presides')}</span>}
            {seat.pseudonym !== undefined && <span className="pseudonym">{seat.pseudonym}</span>}
            {seat.label !== undefined && <span className="quiet">{seat.label}</span>}
          </div>
          <SeatClock seat={seat} {...(seat.needed ?? { start, end })} />
          {seat.availability !== undefined && <Availability of={seat.availability} />}
        </li>
      ))}
    </ul>
  );
}

function SeatClock({
  seat,
  start,
  end,
}: {
  readonly seat: SeatTime;
  readonly start: Instant;
  readonly end: Instant;
}) {
  const { t } = useTranslation('staff');
  if (seat.time === undefined) {
    return (
      <p className="seat-hidden">
        <Icon name="hidden" />
        {t('times.hidden')}
      </p>
    );
  }
  const minutes = minutesBetween(start, end);
  const atNight = touchesNight(daySpan(seat.time.local, minutes));
  return (
    <div className="seat-clock">
      <WallClock at={start} clock={seat.time} minutes={minutes} />
      {(seat.dateDiffers === true || atNight) && (
        <p className="badges">
          {seat.dateDiffers === true && (
            <span className="badge badge-wait">
              <Icon name="calendar" />
              {t('times.dateDiffers')}
            </span>
          )}
          {atNight && (
            <span className="badge badge-wait">
              <Icon name="clock" />
              {t('times.night')}
            </span>
          )}
        </p>
      )}
    </div>
  );
}
