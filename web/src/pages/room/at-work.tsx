import { useTranslation } from 'react-i18next';
import { Notice } from '../../parts/notice.tsx';
import type { RoomView } from '../../video/room-view.ts';

/** How long whoever interprets has worked without a rest, for whoever runs the session; a banner once it is too long. */
export function AtWork({ view: { atWork = [] } }: { readonly view: RoomView }) {
  const { t } = useTranslation('staff');
  if (atWork.length === 0) return null;
  return (
    <section aria-labelledby="at-work-title">
      <h3 id="at-work-title">{t('clerk.atWork.title')}</h3>
      <ul className="at-work">
        {atWork.map(({ pseudonym, minutes, limit, state }) => (
          <li key={pseudonym} data-testid="at-work" data-state={state}>
            <span className="pseudonym">{pseudonym}</span> {t('clerk.atWork.minutes', { minutes, limit })}{' '}
            {state !== 'fine' && (
              <span className={state === 'near' ? 'badge badge-wait' : 'badge badge-bad'}>
                {t(`clerk.atWork.${state}`)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Above the room, for everybody who reads how long somebody works. */
export function TimeForRest({ view: { atWork = [] } }: { readonly view: RoomView }) {
  const { t } = useTranslation('staff');
  return atWork
    .filter(({ state }) => state === 'reached')
    .map(({ pseudonym, minutes, limit }) => (
      <Notice key={pseudonym} tone="wait" live title={t('clerk.atWork.reached')}>
        <p>{t('clerk.atWork.reachedNext', { who: pseudonym, minutes, limit })}</p>
      </Notice>
    ));
}
