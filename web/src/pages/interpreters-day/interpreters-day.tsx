import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readOwnDay } from '../../../../functions/interpreting/times/contract.ts';
import { instantOf } from '../../../../functions/shared/values/instants.ts';
import { useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Select } from '../../parts/fields.tsx';
import { dayAt } from '../../parts/local-day.ts';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { Page } from '../../parts/page.tsx';
import { useMonths } from '../../parts/use-months.ts';
import { useNow } from '../../parts/use-now.ts';
import { OwnBooking, type OwnBookingView } from './own-booking.tsx';

/** Months that can be looked at. */
const reach = { back: 6, ahead: 6 };
/** Milliseconds until the list is read again. */
const readAgain = 300_000;

/** The first page of an interpreter who has an account: what they are booked for, what they must still say, how long they worked. */
export function InterpretersDay() {
  const { t } = useTranslation('interpreting');
  const { zone } = useOwnRecord();
  const { months, now } = useMonths(zone, reach.back, reach.ahead);
  const [month, setMonth] = useState(now);
  const found = useAnswer(readOwnDay, { query: { month } }, { every: () => readAgain });
  return (
    <Page title={t('own.title')}>
      <p>{t('own.what')}</p>
      <p>
        <ButtonLink quiet to="/calendars/me">
          {t('own.calendar')}
        </ButtonLink>
      </p>
      <Select label={t('hours.month')} value={month} onChoose={setMonth} options={months} />
      <Answer of={found}>
        {({ minutes, sessions }) => (
          <>
            <p>{t('own.sum', minutes)}</p>
            <Lists all={sessions} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Lists({ all }: { readonly all: readonly OwnBookingView[] }) {
  const { t } = useTranslation('interpreting');
  const { zone } = useOwnRecord();
  const at = instantOf(useNow());
  const day = dayAt(zone, at);
  const isToday = ({ days }: OwnBookingView) =>
    days.some(({ start, end }) => dayAt(zone, start) <= day && day <= dayAt(zone, end));
  const isOver = ({ days }: OwnBookingView) => days.every(({ end }) => end <= at);
  const lists = {
    today: all.filter(isToday),
    coming: all.filter((each) => !isToday(each) && !isOver(each)),
    over: all.filter((each) => !isToday(each) && isOver(each)),
  };
  if (all.length === 0) return <p className="quiet">{t('own.none')}</p>;
  return (['today', 'coming', 'over'] as const)
    .filter((name) => lists[name].length > 0)
    .map((name) => (
      <section key={name} className="section" aria-labelledby={`own-${name}`}>
        <h2 id={`own-${name}`}>{t(`own.${name}`)}</h2>
        <ul className="cards">
          {lists[name].map((session) => (
            <li key={session.sessionId} className="card" data-testid="own-booking">
              <OwnBooking session={session} />
            </li>
          ))}
        </ul>
      </section>
    ));
}
