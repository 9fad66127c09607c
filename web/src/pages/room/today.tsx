import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { sayToday } from '../../../../functions/rooms/contract.ts';
import { useAction } from '../../api/hooks.ts';
import { mayCall } from '../../api/may-call.ts';
import { Button } from '../../parts/button.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import type { RoomView } from '../../video/room-view.ts';

/** What whoever is heard says on the day, and how the officer beside them says it for them. */
export function Today({ view }: { readonly view: RoomView }) {
  const { t } = useTranslation('staff');
  const asked = view.seats.flatMap(({ pseudonym, today }) =>
    today === undefined ? [] : [{ pseudonym, today }],
  );
  if (asked.length === 0) return null;
  const mayAsk = mayCall(sayToday, view.mySeat);
  return (
    <section className="section" aria-labelledby="today-title">
      <h2 id="today-title">{t('today.title')}</h2>
      <ul className="people">
        {asked.map(({ pseudonym, today }) => (
          <li key={pseudonym} data-testid="today" data-state={today}>
            <strong>{t('roles.witness')}</strong> <span className="pseudonym">{pseudonym}</span>{' '}
            <span
              className={
                today === 'yes'
                  ? 'badge badge-good'
                  : today === 'asked'
                    ? 'badge badge-wait'
                    : 'badge badge-bad'
              }
            >
              {t(`today.states.${today}`)}
            </span>
            {mayAsk && <Asking sessionId={view.sessionId} pseudonym={pseudonym} today={today} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Asking({
  sessionId,
  pseudonym,
  today,
}: {
  readonly sessionId: string;
  readonly pseudonym: string;
  readonly today: 'asked' | 'yes' | 'not-today';
}) {
  const { t } = useTranslation('staff');
  const action = useAction(sayToday);
  const say = (takesPart: 'yes' | 'not-today') =>
    action.start({ params: { sessionId }, body: { takesPart, pseudonym } });
  return (
    <>
      {today === 'asked' && <p>{t('today.ask', { who: pseudonym })}</p>}
      <p className="row">
        {today !== 'yes' && (
          <Button disabled={action.running} onClick={() => say('yes')}>
            {t('today.yes')}
          </Button>
        )}
        {today !== 'not-today' && (
          <Button quiet disabled={action.running} onClick={() => say('not-today')}>
            {t('today.no')}
          </Button>
        )}
      </p>
      <p className="hint">
        <Link to={`/sessions/${sessionId}`}>{t('today.forGood')}</Link>
      </p>
      <ProblemNotice problem={action.problem} />
    </>
  );
}
