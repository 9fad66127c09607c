import { useTranslation } from 'react-i18next';
import { restoreSession } from '../../../../../functions/sessions/changing/contract.ts';
import { useAction } from '../../../api/hooks.ts';
import { ConfirmButton } from '../../../parts/confirm.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { TimeProblem } from '../../../parts/time-problem.tsx';
import type { SessionProps } from '../session-view.ts';
import { SecondWord } from './second-word.tsx';

/** Takes a cancellation back, if everybody still has the time. */
export function RestoreSession({ session }: SessionProps) {
  const { t } = useTranslation('scheduling');
  const { sessionId, venue } = session;
  const action = useAction(restoreSession);
  return (
    <div className="change">
      <SecondWord session={session} problem={action.problem} />
      <ProblemNotice problem={action.problem} />
      <TimeProblem
        problem={action.problem}
        zone={venue.zone}
        onOverride={(overrides) => action.start({ params: { sessionId }, body: { overrides } })}
      />
      <ConfirmButton
        label={t('restore.restore')}
        question={t('restore.question')}
        consequence={t('restore.consequence')}
        confirm={t('restore.restore')}
        disabled={action.running}
        onConfirm={() => action.start({ params: { sessionId }, body: {} })}
      />
    </div>
  );
}
