import type * as z from 'zod';
import { useTranslation } from 'react-i18next';
import type { sessionRow } from '../../../../../functions/sessions/contract.ts';
import { confirmSeries } from '../../../../../functions/sessions/series/contract.ts';
import { useAction } from '../../../api/hooks.ts';
import { Button } from '../../../parts/button.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { NotDone } from './how-it-went.tsx';

/** Books every session of the series that is only held, so that whoever is told is told once. */
export function BookSeries({
  sessionId,
  sessions,
}: {
  readonly sessionId: string;
  readonly sessions: readonly z.infer<typeof sessionRow>[];
}) {
  const { t } = useTranslation('scheduling');
  const action = useAction(confirmSeries);
  return (
    <>
      <ProblemNotice problem={action.problem} />
      {action.answer !== undefined && (
        <NotDone title={t('series.notBooked')} reasons={action.answer.notBooked} sessions={sessions} />
      )}
      <p className="row">
        <Button busy={action.running} onClick={() => action.start({ params: { sessionId }, body: {} })}>
          {t('series.book')}
        </Button>
        <span className="hint">{t('series.toldOnce')}</span>
      </p>
    </>
  );
}
