import { useTranslation } from 'react-i18next';
import { Span } from '../../parts/moment.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import type { SessionProps } from './session-view.ts';

/** Each day with its parts; nothing where there is one day that is all of a piece. */
export function SessionDays({ session: { days } }: SessionProps) {
  const { t } = useTranslation('scheduling');
  const me = useOwnRecord();
  if (days.length === 1 && days[0]?.parts.length === 1) return null;
  const named = { pre: t('when.pre'), main: t('days.main'), post: t('when.post') };
  return (
    <section className="section">
      <h2>{t('days.title')}</h2>
      <ol className="session-days">
        {days.map(({ local, parts }) => (
          <li key={local}>
            {parts.length === 1 ? (
              parts.map(({ start, end }) => <Span key={start} start={start} end={end} zone={me.zone} />)
            ) : (
              <ul>
                {parts.map(({ kind, start, end }) => (
                  <li key={kind}>
                    <strong>{named[kind]}</strong> <Span start={start} end={end} zone={me.zone} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
