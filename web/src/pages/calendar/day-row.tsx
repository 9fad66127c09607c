import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import type { readHolidays } from '../../../../functions/directory/contract.ts';
import type { listTaken } from '../../../../functions/availability/taken/contract.ts';
import type { Instant } from '../../../../functions/shared/values/instants.ts';
import {
  numberForPeople,
  spanForPeople,
  timeForPeople,
} from '../../../../functions/shared/values/times-for-people.ts';
import { localOf } from '../../../../functions/shared/values/zones.ts';
import { dayAt } from '../../parts/local-day.ts';
import { Icon } from '../../parts/icon.tsx';
import { useReader } from '../../parts/reader.tsx';
import { dayClock, minutesOfClock, partsOn, workingOn, type DayChange, type Minutes } from './day-plan.ts';
import type { Calendar } from './whose.ts';

type Taken = AnswerOf<typeof listTaken>['taken'];
export type Holiday = AnswerOf<typeof readHolidays>['holidays'][number];

/** One local day: as a picture, and in words below it. */
export function DayRow({
  day,
  title,
  holiday,
  calendar,
  taken,
  now,
  withPicture,
}: {
  readonly day: string;
  readonly title: string;
  readonly holiday: Holiday | undefined;
  readonly calendar: Calendar;
  readonly taken: Taken;
  readonly now: Instant;
  readonly withPicture: boolean;
}) {
  const { t } = useTranslation(['scheduling', 'keeping']);
  const reader = useReader();
  const { zone, daysOff, blocks } = calendar;
  const booked = partsOn(zone, day, taken);
  const blocked = partsOn(zone, day, blocks);
  const isOff = daysOff.includes(day);
  const working = workingOn(calendar, day);
  const clock = dayClock(zone, day);
  const isToday = dayAt(zone, now) === day;
  return (
    <li className={isToday ? 'day day-today' : 'day'} aria-current={isToday ? 'date' : undefined}>
      <h3>
        {title} {isToday && <span className="badge">{t('calendar.today')}</span>}
      </h3>
      <div>
        {withPicture && (
          <DayPicture
            working={working}
            booked={booked.flatMap(({ pieces }) => pieces)}
            blocked={blocked.flatMap(({ pieces }) => pieces)}
            changes={clock.changes}
            now={isToday ? minutesOfClock(localOf(zone, now).local.slice(11, 16)) : undefined}
          />
        )}
        <ul className="day-words">
          {withPicture && working.length > 0 && <WorkingHours working={working} />}
          {clock.changes.map((change) => (
            <ClockChange key={change.at} change={change} zone={zone} length={clock.length} />
          ))}
          {holiday !== undefined && (
            <li className="badge badge-wait">
              <Icon name="flag" />
              {holiday.kind === 'holiday'
                ? t('calendar.holiday', { name: holiday.name })
                : `${t('keeping:holidays.kinds.working-day')}: ${holiday.name}`}
            </li>
          )}
          {isOff && (
            <li className="badge">
              <Icon name="cross" />
              {t('calendar.dayOff')}
            </li>
          )}
          {!isOff && working.length === 0 && withPicture && (
            <li className="quiet">{t('calendar.noHours')}</li>
          )}
          {booked.map(({ interval }) => (
            <li key={interval.start}>
              {interval.sessionId === undefined ? (
                spanForPeople(interval, zone, reader)
              ) : (
                <Link to={`/sessions/${interval.sessionId}`}>{spanForPeople(interval, zone, reader)}</Link>
              )}{' '}
              <span className={interval.held ? 'badge badge-wait' : 'badge badge-good'}>
                {t(interval.held ? 'calendar.held' : 'calendar.session')}
              </span>
            </li>
          ))}
          {blocked.map(({ interval }) => (
            <li key={interval.start}>
              {spanForPeople(interval, zone, reader)} <span className="badge">{t('calendar.blocked')}</span>
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}

function WorkingHours({ working }: { readonly working: readonly Minutes[] }) {
  const { t } = useTranslation('keeping');
  const reader = useReader();
  const clock = (minutes: number) =>
    `${numberForPeople(Math.floor(minutes / 60), reader, 2)}:${numberForPeople(minutes % 60, reader, 2)}`;
  const hours = working.map(([from, until]) => `${clock(from)}–${clock(until)}`).join(', ');
  return <li className="quiet">{t('day.hours', { hours })}</li>;
}

/** Says when the clocks change, and how long the day is. */
function ClockChange({
  change: { at, before, after },
  zone,
  length,
}: {
  readonly change: DayChange;
  readonly zone: string;
  readonly length: number;
}) {
  const { t } = useTranslation('keeping');
  const reader = useReader();
  const clock = (minutes: number) =>
    `${numberForPeople(Math.floor(minutes / 60) % 24, reader, 2)}:${numberForPeople(minutes % 60, reader, 2)}`;
  const hours = numberForPeople(Math.floor(length / 60), reader);
  const whole = length % 60 === 0 ? hours : `${hours}:${numberForPeople(length % 60, reader, 2)}`;
  const said = t(after > before ? 'day.forward' : 'day.back', {
    from: clock(before),
    to: clock(after),
    hours: whole,
  });
  return (
    <li className="badge badge-wait">
      <Icon name="clock" />
      <time dateTime={timeForPeople(at, zone, reader).machine}>{said}</time>
    </li>
  );
}

/** Midnight to midnight: working hours light, the rest dark, what is taken as blocks. The words beside it say the same. */
export function DayPicture({
  working,
  booked,
  blocked,
  changes,
  now,
}: {
  readonly working: readonly Minutes[];
  readonly booked: readonly Minutes[];
  readonly blocked: readonly Minutes[];
  readonly changes: readonly DayChange[];
  /** Where the wall clock stands, on the day that it is. */
  readonly now?: number | undefined;
}) {
  const boxes = (kind: string, parts: readonly Minutes[]) =>
    parts.map(([from, until]) => (
      <rect
        key={`${kind} ${from} ${until}`}
        className={kind}
        x={from}
        width={Math.max(until - from, 12)}
        height="100"
      />
    ));
  return (
    <svg className="day-picture" viewBox="0 0 1440 100" preserveAspectRatio="none" aria-hidden="true">
      <rect className="day-closed" width="1440" height="100" />
      {boxes('day-working', working)}
      {boxes(
        'day-leap',
        changes.map(({ before, after }): Minutes => [Math.min(before, after), Math.max(before, after)]),
      )}
      {boxes('day-blocked', blocked)}
      {boxes('day-booked', booked)}
      {[360, 720, 1080].map((at) => (
        <line key={at} className="day-hour" x1={at} x2={at} y1="0" y2="100" />
      ))}
      {now !== undefined && <line className="day-now" x1={now} x2={now} y1="0" y2="100" />}
    </svg>
  );
}
