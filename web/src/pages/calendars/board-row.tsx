import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { spanForPeople } from '../../../../functions/shared/values/times-for-people.ts';
import { Answer } from '../../parts/answer.tsx';
import { addDays, dayStart } from '../../parts/local-day.ts';
import { useReader } from '../../parts/reader.tsx';
import { dayClock, partsOn, workingOn } from '../calendar/day-plan.ts';
import { DayPicture } from '../calendar/day-row.tsx';
import { useCalendar, useTaken, type Whose, type Calendar } from '../calendar/whose.ts';

/** One calendar of an agency on one day. */
export function BoardRow({
  name,
  whose,
  path,
  day,
}: {
  readonly name: string;
  readonly whose: Whose;
  readonly path: string;
  readonly day: string;
}) {
  const found = useCalendar(whose);
  return (
    <li className="board-row">
      <Link to={path}>{name}</Link>
      <Answer of={found}>{({ calendar }) => <OneDay {...{ calendar, whose, day }} />}</Answer>
    </li>
  );
}

function OneDay({
  calendar,
  whose,
  day,
}: {
  readonly calendar: Calendar;
  readonly whose: Whose;
  readonly day: string;
}) {
  const { t } = useTranslation('scheduling');
  const reader = useReader();
  const { zone } = calendar;
  const taken = useTaken(whose, dayStart(zone, day), dayStart(zone, addDays(day, 1)));
  const working = workingOn(calendar, day);
  return (
    <Answer of={taken}>
      {(answer) => {
        const booked = partsOn(zone, day, answer.taken);
        const blocked = partsOn(zone, day, calendar.blocks);
        return (
          <div>
            <DayPicture
              working={working}
              booked={booked.flatMap(({ pieces }) => pieces)}
              blocked={blocked.flatMap(({ pieces }) => pieces)}
              changes={dayClock(zone, day).changes}
            />
            <ul className="day-words">
              {working.length === 0 && <li className="quiet">{t('calendar.noHours')}</li>}
              {booked.map(({ interval }) => (
                <li key={interval.start}>
                  {spanForPeople(interval, zone, reader)}{' '}
                  <span className={interval.held ? 'badge badge-wait' : 'badge badge-good'}>
                    {t(interval.held ? 'calendar.held' : 'calendar.session')}
                  </span>
                </li>
              ))}
              {blocked.map(({ interval }) => (
                <li key={interval.start}>
                  {spanForPeople(interval, zone, reader)}{' '}
                  <span className="badge">{t('calendar.blocked')}</span>
                </li>
              ))}
              {working.length > 0 && booked.length === 0 && blocked.length === 0 && (
                <li className="quiet">{t('calendar.nothing')}</li>
              )}
            </ul>
          </div>
        );
      }}
    </Answer>
  );
}
