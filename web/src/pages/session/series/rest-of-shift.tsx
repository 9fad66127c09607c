import type * as z from 'zod';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { sessionRow } from '../../../../../functions/sessions/contract.ts';
import { type readSeries, restOfShift } from '../../../../../functions/sessions/series/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import { useAction } from '../../../api/hooks.ts';
import { Button } from '../../../parts/button.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import type { Went } from './how-it-went.tsx';

/** What a shift has not moved: it waits to be tried again, or to be left where it is. */
export function RestOfShift({
  sessionId,
  shift,
  sessions,
  onDone,
}: {
  readonly sessionId: string;
  readonly shift: NonNullable<AnswerOf<typeof readSeries>['shift']>;
  readonly sessions: readonly z.infer<typeof sessionRow>[];
  readonly onDone: (went: Went) => void;
}) {
  const { t } = useTranslation('scheduling');
  const me = useOwnRecord();
  const action = useAction(restOfShift, onDone);
  const start = (what: 'try' | 'leave') => action.start({ params: { sessionId }, body: { what } });
  const waiting = sessions.filter((each) => shift.waiting.some((one) => one.sessionId === each.sessionId));
  return (
    <>
      <ProblemNotice problem={action.problem} />
      <Notice tone="wait" title={t('series.waiting', { days: shift.byDays })}>
        <ul>
          {waiting.map((each) => (
            <li key={each.sessionId}>
              <Link to={`/sessions/${each.sessionId}`}>
                <Moment at={each.start} zone={me.zone} />
              </Link>
            </li>
          ))}
        </ul>
        <p className="row">
          <Button busy={action.running} onClick={() => start('try')}>
            {t('series.tryAgain')}
          </Button>
          <Button quiet busy={action.running} onClick={() => start('leave')}>
            {t('series.leaveRest')}
          </Button>
        </p>
      </Notice>
    </>
  );
}
