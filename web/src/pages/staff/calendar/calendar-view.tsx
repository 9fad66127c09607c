import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readHolidays } from '../../../../../functions/directory/contract.ts';
import { instantOf } from '../../../../../functions/shared/values/instants.ts';
import { numberForPeople, timeForPeople } from '../../../../../functions/shared/values/times-for-people.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { addDays, dayStart, mondayOf } from '../../../parts/local-day.ts';
import { useReader } from '../../../parts/reader.tsx';
import { useToday } from '../../../parts/use-now.ts';
import { DayRow } from './day-row.tsx';
import { useTaken, type Whose, type Calendar } from './whose.ts';

type View = 'day' | 'week' | 'list';
const views: readonly View[] = ['day', 'week', 'list'];
/** Days shown at a time. */
const lengths: Readonly<Record<View, number>> = { day: 1, week: 7, list: 56 };

/** A day, a week, or a list of eight weeks. */
export function CalendarView({ whose, calendar }: { readonly whose: Whose; readonly calendar: Calendar }) {
  const { t } = useTranslation('scheduling');
  const reader = useReader();
  const today = useToday(calendar.zone);
  const [view, setView] = useState<View>('week');
  const [day, setDay] = useState(today);
  const { zone } = calendar;
  const first = view === 'week' ? mondayOf(day) : day;
  const days = Array.from({ length: lengths[view] }, (_, index) => addDays(first, index));
  const end = addDays(first, lengths[view]);
  const taken = useTaken(whose, dayStart(zone, first), dayStart(zone, end));
  const holidays = useHolidays(calendar, first, end);
  const dayWords = (each: string) => {
    const { weekday, date } = timeForPeople(instantOf(Date.parse(`${each}T12:00:00Z`)), 'Etc/UTC', reader);
    return `${weekday} ${date}`;
  };
  const way = view === 'day' ? 'day' : 'week';
  const step = (sign: 1 | -1) => setDay(addDays(first, sign * lengths[view]));
  return (
    <section className="section" aria-labelledby="calendar-view-title">
      <h2 id="calendar-view-title">{t('calendar.booked')}</h2>
      <div className="row">
        <button type="button" className="button button-quiet button-small" onClick={() => step(-1)}>
          ‹ {t(view === 'list' ? 'calendar.earlier' : `picture.earlier.${way}`)}
        </button>
        <strong aria-live="polite">
          {view === 'day' ? dayWords(first) : `${dayWords(first)} – ${dayWords(addDays(end, -1))}`}
        </strong>
        <button type="button" className="button button-quiet button-small" onClick={() => step(1)}>
          {t(view === 'list' ? 'calendar.later' : `picture.later.${way}`)} ›
        </button>
        <button type="button" className="button button-quiet button-small" onClick={() => setDay(today)}>
          {t('calendar.today')}
        </button>
      </div>
      <fieldset className="choices choices-row views">
        <legend className="unseen">{t('calendar.view')}</legend>
        {views.map((each) => (
          <label key={each} className="choice">
            <input
              type="radio"
              name="view"
              value={each}
              checked={view === each}
              onChange={() => setView(each)}
            />
            <span>{t(`calendar.views.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      <Answer of={taken}>
        {(answer) => (
          <ol className={`days days-${view}`}>
            {view !== 'list' && <HourRow />}
            {days.map((each) => (
              <DayRow
                key={each}
                day={each}
                title={dayWords(each)}
                holiday={holidays.get(each)}
                calendar={calendar}
                taken={answer.taken}
                onlyIfAny={view === 'list'}
              />
            ))}
          </ol>
        )}
      </Answer>
      {view === 'list' && <p className="hint">{t('calendar.listHint')}</p>}
    </section>
  );
}

/** The hours above the pictures of days. */
function HourRow() {
  const reader = useReader();
  return (
    <li className="day day-hours" aria-hidden="true">
      <span />
      <div>
        {[0, 6, 12, 18].map((hour) => (
          <span key={hour}>{`${numberForPeople(hour, reader, 2)}:${numberForPeople(0, reader, 2)}`}</span>
        ))}
      </div>
    </li>
  );
}

/** Names of the public holidays of the calendar’s country, by day. */
function useHolidays({ country }: Calendar, first: string, end: string): ReadonlyMap<string, string> {
  const years = [first.slice(0, 4), end.slice(0, 4)] as const;
  const one = useAnswer(readHolidays, { query: { country, year: years[0] } });
  const other = useAnswer(
    readHolidays,
    { query: { country, year: years[1] } },
    { when: years[1] !== years[0] },
  );
  return new Map(
    [...(one.data?.holidays ?? []), ...(other.data?.holidays ?? [])]
      .filter(({ kind }) => kind === 'holiday')
      .map(({ day, name }) => [day, name]),
  );
}
