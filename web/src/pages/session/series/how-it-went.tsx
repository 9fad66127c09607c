import type * as z from 'zod';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { sessionRow } from '../../../../../functions/sessions/contract.ts';
import type { reason, shiftSeries } from '../../../../../functions/sessions/series/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import { parseInstant } from '../../../../../functions/shared/values/instants.ts';
import { Moment } from '../../../parts/moment.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';

/** Of a shift: what moved, and what did not. */
export type Went = AnswerOf<typeof shiftSeries>;

type Row = z.infer<typeof sessionRow>;

/** What could not be done, a session a line: which, why, whose time it is, and what is near. */
export function NotDone({
  title,
  reasons,
  sessions,
}: {
  readonly title: string;
  readonly reasons: readonly z.infer<typeof reason>[];
  readonly sessions: readonly Row[];
}) {
  const { t } = useTranslation(['scheduling', 'staff', 'refusals']);
  const me = useOwnRecord();
  if (reasons.length === 0) return null;
  return (
    <Notice tone="bad" live title={title}>
      <ul>
        {reasons.map(({ sessionId, code, seat, alternatives = [] }) => {
          const session = sessions.find((each) => each.sessionId === sessionId);
          if (session === undefined) return null;
          return (
            <li key={sessionId}>
              <Link to={`/sessions/${sessionId}`}>
                <Moment at={session.start} zone={me.zone} />
              </Link>
              {' – '}
              {t(`refusals:${code}.title`)}{' '}
              {seat !== undefined && (seat === 'room' ? t('room.title') : t(`staff:roles.${seat}`))}
              {alternatives.length > 0 && (
                <ul aria-label={t('series.near')}>
                  {alternatives.map(({ local, offset }) => (
                    <li key={local + offset}>
                      <Moment
                        at={parseInstant(new Date(local + offset).toISOString())}
                        zone={session.venue.zone}
                      />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

/** How a shift went, while the page is open; what waits is shown to everybody. */
export function HowItWent({ went, sessions }: { readonly went: Went; readonly sessions: readonly Row[] }) {
  const { t } = useTranslation('scheduling');
  const { length } = went.moved;
  return (
    <>
      {length > 0 && <Notice tone="good" live title={`${t('series.moved')}: ${length}`} />}
      <NotDone title={t('series.notMoved')} reasons={went.notMoved} sessions={sessions} />
    </>
  );
}
