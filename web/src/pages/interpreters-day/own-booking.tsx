import { useTranslation } from 'react-i18next';
import type { readOwnDay } from '../../../../functions/interpreting/times/contract.ts';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import { Span } from '../../parts/moment.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { useNames } from '../../parts/state-and-language-names.ts';
import { OwnBriefing } from './own-briefing.tsx';
import { OwnDeclaration } from './own-declaration.tsx';

export type OwnBookingView = AnswerOf<typeof readOwnDay>['sessions'][number];

/** One session that somebody is booked to interpret: when, what for as far as they are told, and what they must still say. */
export function OwnBooking({ session }: { readonly session: OwnBookingView }) {
  const { t } = useTranslation(['interpreting', 'staff']);
  const { zone } = useOwnRecord();
  const names = useNames();
  const { sessionId, pseudonym, days, lacks, confirmed } = session;
  const isOut = lacks.includes('conflict');
  return (
    <>
      {days.map(({ start, end }) => (
        <h3 key={start}>
          <Span start={start} end={end} zone={zone} />
        </h3>
      ))}
      <dl className="facts">
        {confirmed !== undefined && (
          <>
            <div>
              <dt>{t(`staff:session.kind.${confirmed.kind}`)}</dt>
              <dd>
                {confirmed.between.map((tag) => names.language(tag)).join(' – ')},{' '}
                {t(`direction.${confirmed.direction}`)}
              </dd>
            </div>
            <div>
              <dt>{t('staff:interpreter.mode')}</dt>
              <dd>
                {t(`staff:interpreter.modes.${confirmed.mode}`)}, {t(`part.${confirmed.part}`)}
              </dd>
            </div>
          </>
        )}
        <div>
          <dt>{t('own.asWhom')}</dt>
          <dd className="pseudonym">{pseudonym}</dd>
        </div>
        {days.map(
          ({ start, worked, noShow }) =>
            (worked !== undefined || noShow !== undefined) && (
              <div key={start}>
                <dt>{t('times.actual')}</dt>
                <dd>
                  {worked !== undefined && t('times.minutes', { minutes: worked })}{' '}
                  {noShow !== undefined && (
                    <span className="badge badge-bad">
                      {t('noShow.badge')}: {t(`noShow.why.${noShow}`)}
                    </span>
                  )}
                </dd>
              </div>
            ),
        )}
      </dl>
      {isOut && <p>{t('own.lacks.conflict')}</p>}
      {confirmed === undefined && !isOut && <p>{t('own.notConfirmed')}</p>}
      {lacks.length === 0 ? (
        <p className="badge badge-good">{t('own.ready')}</p>
      ) : (
        !isOut && (
          <>
            <p>{t('own.missing')}</p>
            <ul>
              {lacks.map((each) => (
                <li key={each}>{t(`own.lacks.${each}`)}</li>
              ))}
            </ul>
          </>
        )
      )}
      {!isOut && (
        <details className="text-used">
          <summary>{t('own.say')}</summary>
          {confirmed !== undefined && (
            <OwnBriefing sessionId={sessionId} isRead={!lacks.includes('briefing')} />
          )}
          <OwnDeclaration sessionId={sessionId} isFree={!lacks.includes('declaration')} />
        </details>
      )}
    </>
  );
}
