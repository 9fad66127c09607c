import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import type { listTaken } from '../../../../../functions/sessions/taken/contract.ts';
import { spanForPeople } from '../../../../../functions/shared/values/times-for-people.ts';
import { Icon } from '../../../parts/icon.tsx';
import { useReader } from '../../../parts/reader.tsx';
import { partsOn, workingOn, type Minutes } from './day-plan.ts';
import type { Calendar } from './whose.ts';

type Taken = AnswerOf<typeof listTaken>['taken'];

/** One local day: as a picture, and in words below it. */
export function DayRow({
  day,
  title,
  holiday,
  calendar,
  taken,
  onlyIfAny,
}: {
  readonly day: string;
  readonly title: string;
  readonly holiday: string | undefined;
  readonly calendar: Calendar;
  readonly taken: Taken;
  /** Leaves the day out where nothing is to be said of it. */
  readonly onlyIfAny: boolean;
}) {
  const { t } = useTranslation('scheduling');
  const reader = useReader();
  const { zone, daysOff, blocks } = calendar;
  const booked = partsOn(zone, day, taken);
  const blocked = partsOn(zone, day, blocks);
  const isOff = daysOff.includes(day);
  if (onlyIfAny && booked.length === 0 && blocked.length === 0 && !isOff && holiday === undefined)
    return null;
  const working = workingOn(calendar, day);
  return (
    <li className="day">
      <h3>{title}</h3>
      <div>
        {!onlyIfAny && (
          <DayPicture
            working={working}
            booked={booked.map(({ part }) => part)}
            blocked={blocked.map(({ part }) => part)}
          />
        )}
        <ul className="day-words">
          {holiday !== undefined && (
            <li className="badge badge-wait">
              <Icon name="flag" />
              {t('calendar.holiday', { name: holiday })}
            </li>
          )}
          {isOff && (
            <li className="badge">
              <Icon name="cross" />
              {t('calendar.dayOff')}
            </li>
          )}
          {!isOff && working.length === 0 && !onlyIfAny && <li className="quiet">{t('calendar.noHours')}</li>}
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

/** Midnight to midnight: working hours light, the rest dark, what is taken as blocks. The words beside it say the same. */
export function DayPicture({
  working,
  booked,
  blocked,
}: {
  readonly working: readonly Minutes[];
  readonly booked: readonly Minutes[];
  readonly blocked: readonly Minutes[];
}) {
  const boxes = (kind: string, parts: readonly Minutes[]) =>
    parts.map(([from, until]) => (
      <rect
        key={`${kind} ${from}`}
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
      {boxes('day-blocked', blocked)}
      {boxes('day-booked', booked)}
      {[360, 720, 1080].map((at) => (
        <line key={at} className="day-hour" x1={at} x2={at} y1="0" y2="100" />
      ))}
    </svg>
  );
}
