import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import * as z from 'zod';
import { readHolidays } from '../../../../functions/directory/contract.ts';
import { instantOf } from '../../../../functions/shared/values/instants.ts';
import { numberForPeople, timeForPeople } from '../../../../functions/shared/values/times-for-people.ts';
import { useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';
import { Button } from '../../parts/button.tsx';
import { DateBox } from '../../parts/date-time.tsx';
import { addDays, dayAt, dayStart, mondayOf } from '../../parts/local-day.ts';
import { useReader } from '../../parts/reader.tsx';
import { useNow } from '../../parts/use-now.ts';
import { saysAnything } from './day-plan.ts';
import { DayRow, type Holiday } from './day-row.tsx';
import { useTaken, type Whose, type Calendar } from './whose.ts';

type View = 'day' | 'week' | 'list';
const views: readonly View[] = ['day', 'week', 'list'];
/** Days shown at a time. */
const lengths: Readonly<Record<View, number>> = { day: 1, week: 7, list: 56 };

/** A day, a week, or a list of eight weeks. */
export function CalendarView({ whose, calendar }: { readonly whose: Whose; readonly calendar: Calendar }) {
  const { t } = useTranslation(['scheduling', 'keeping']);
  const reader = useReader();
  const { zone } = calendar;
  const now = instantOf(useNow());
  const today = dayAt(zone, now);
  const { view, day, show } = useShown(today);
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
  const step = (sign: 1 | -1) => show({ day: within(addDays(first, sign * lengths[view])) });
  return (
    <section className="section" aria-labelledby="calendar-view-title">
      <h2 id="calendar-view-title">{t('calendar.booked')}</h2>
      <div className="row">
        <Button quiet small onClick={() => step(-1)}>
          ‹ {t(view === 'list' ? 'calendar.earlier' : `picture.earlier.${way}`)}
        </Button>
        <strong aria-live="polite">
          {view === 'day' ? dayWords(first) : `${dayWords(first)} – ${dayWords(addDays(end, -1))}`}
        </strong>
        <Button quiet small onClick={() => step(1)}>
          {t(view === 'list' ? 'calendar.later' : `picture.later.${way}`)} ›
        </Button>
        <Button quiet small onClick={() => show({ day: today })}>
          {t('calendar.today')}
        </Button>
      </div>
      <details>
        <summary>{t('keeping:day.goTo')}</summary>
        <DateBox
          name="goTo"
          label={t('keeping:day.which')}
          held={[day, (asked) => asked !== undefined && show({ day: within(asked) })]}
        />
      </details>
      <fieldset className="choices choices-row views">
        <legend className="unseen">{t('calendar.view')}</legend>
        {views.map((each) => (
          <label key={each} className="choice">
            <input
              type="radio"
              name="view"
              value={each}
              checked={view === each}
              onChange={() => show({ view: each })}
            />
            <span>{t(`calendar.views.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      <Answer of={taken}>
        {(answer) => {
          const isWorthALine = (each: string) =>
            holidays.has(each) || saysAnything(calendar, each, answer.taken);
          const shown = view === 'list' ? days.filter(isWorthALine) : days;
          return (
            <>
              <ol className={`days days-${view}`}>
                {view !== 'list' && <HourRow />}
                {shown.map((each) => (
                  <DayRow
                    key={each}
                    day={each}
                    title={dayWords(each)}
                    holiday={holidays.get(each)}
                    calendar={calendar}
                    taken={answer.taken}
                    now={now}
                    withPicture={view !== 'list'}
                  />
                ))}
              </ol>
              {shown.length === 0 && <p>{t('keeping:day.emptyList')}</p>}
            </>
          );
        }}
      </Answer>
      {view === 'list' && <p className="hint list-hint">{t('calendar.listHint')}</p>}
    </section>
  );
}

/** What is shown stands in the address too, so that somebody who looks at a session comes back to the same days. */
function useShown(today: string) {
  const [asked, ask] = useSearchParams();
  const [chosen, setChosen] = useState(() => {
    const view: View = views.find((each) => each === asked.get('view')) ?? 'week';
    const day = z.iso.date().safeParse(asked.get('day'));
    return { view, day: day.success ? within(day.data) : today };
  });
  const show = (changed: { readonly view?: View; readonly day?: string }) => {
    const next = { ...chosen, ...changed };
    setChosen(next);
    ask(next, { replace: true, preventScrollReset: true });
  };
  return { ...chosen, show };
}

/** Days whose weeks lie wholly in the zone table, which is from 2024 to 2037. */
const within = (day: string): string =>
  day < '2024-01-08' ? '2024-01-08' : day > '2037-10-31' ? '2037-10-31' : day;

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

/** The public holidays of the calendar’s country, by day. */
function useHolidays({ country }: Calendar, first: string, end: string): ReadonlyMap<string, Holiday> {
  const years = [first.slice(0, 4), end.slice(0, 4)] as const;
  const one = useAnswer(readHolidays, { query: { country, year: years[0] } });
  const other = useAnswer(
    readHolidays,
    { query: { country, year: years[1] } },
    { when: years[1] !== years[0] },
  );
  return new Map(
    [...(one.data?.holidays ?? []), ...(other.data?.holidays ?? [])].map((each) => [each.day, each]),
  );
}
