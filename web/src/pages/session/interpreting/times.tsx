import { useTranslation } from 'react-i18next';
import { enterTimes, readTimes, reportNoShow } from '../../../../../functions/interpreting/times/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { mayCall } from '../../../api/may-call.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Span } from '../../../parts/moment.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import type { SessionProps } from '../session-view.ts';
import { interpretersOf } from '../interpreters.ts';
import type { DayTimes } from './day-times.ts';
import { NoShowForm } from './no-show-form.tsx';
import { TimesForm } from './times-form.tsx';

/** When whoever interprets was booked and when they worked, from when its room can be opened. */
export function InterpretersTimes({ session }: SessionProps) {
  const { t } = useTranslation('interpreting');
  const { sessionId } = session;
  const found = useAnswer(readTimes, { params: { sessionId } }, { every: () => 60_000 });
  const seated = interpretersOf(session).map(({ pseudonym }) => pseudonym);
  return (
    <section className="section" aria-labelledby="interpreters-times">
      <h2 id="interpreters-times">{t('times.title')}</h2>
      <p className="hint">{t('times.hint')}</p>
      <Answer of={found}>
        {({ interpreters }) => (
          <ul className="cards">
            {interpreters.map(({ pseudonym, days }) => (
              <li key={pseudonym} className="card" data-testid="interpreter-times">
                <OfOne
                  session={session}
                  pseudonym={pseudonym}
                  days={days}
                  isSeated={seated.includes(pseudonym)}
                />
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </section>
  );
}

function OfOne({
  session,
  pseudonym,
  days,
  isSeated,
}: SessionProps & {
  readonly pseudonym: string;
  readonly days: readonly DayTimes[];
  /** Of whoever was replaced nothing more is entered. */
  readonly isSeated: boolean;
}) {
  const { t } = useTranslation('interpreting');
  const { zone, role } = useOwnRecord();
  const of = { sessionId: session.sessionId, pseudonym };
  return (
    <>
      <h3 className="pseudonym">{pseudonym}</h3>
      {days.map((day) => (
        <dl key={day.day} className="facts">
          <div>
            <dt>{t('times.booked')}</dt>
            <dd>
              <Span start={day.booked.start} end={day.booked.end} zone={zone} />
            </dd>
          </div>
          <div>
            <dt>{t('times.actual')}</dt>
            <dd>
              <Actual day={day} />
            </dd>
          </div>
        </dl>
      ))}
      {isSeated && mayCall(enterTimes, role) && (
        <details className="text-used">
          <summary>{t('times.enter')}</summary>
          <TimesForm {...of} days={days} />
        </details>
      )}
      {isSeated && mayCall(reportNoShow, role) && days.every(({ actual }) => actual === undefined) && (
        <details className="text-used">
          <summary>{t('noShow.title')}</summary>
          <NoShowForm {...of} />
        </details>
      )}
    </>
  );
}

function Actual({ day: { actual, noShow } }: { readonly day: DayTimes }) {
  const { t } = useTranslation('interpreting');
  const { zone } = useOwnRecord();
  return (
    <>
      {actual?.until !== undefined && (
        <>
          <Span start={actual.from} end={actual.until} zone={zone} /> ·{' '}
        </>
      )}
      {actual !== undefined && t('times.minutes', { minutes: actual.minutes })}{' '}
      {actual?.until === undefined && actual !== undefined && (
        <span className="badge badge-wait">{t('times.now')}</span>
      )}
      {actual?.reason !== undefined && (
        <span className="badge">
          {t('times.byClerk')}: {t(`times.reason.${actual.reason}`)}
        </span>
      )}
      {noShow !== undefined && (
        <span className="badge badge-bad">
          {t('noShow.badge')}: {t(`noShow.why.${noShow}`)}
        </span>
      )}
      {actual === undefined && noShow === undefined && t('times.none')}
    </>
  );
}
