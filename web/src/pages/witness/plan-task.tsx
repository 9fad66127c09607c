import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import type { readWitness } from '../../../../functions/witnesses/contract.ts';
import { Notice } from '../../parts/notice.tsx';
import { Task } from '../../parts/task.tsx';
import type { WitnessParams } from './consent-from.ts';
import { PlanForm } from './plan-form.tsx';
import { PlanStands } from './plan-shown.tsx';
import { ReopenForm } from './plan-word.tsx';

/** The support officer's plan: done when nothing more is for them to do, though the prosecutor may still have to speak. */
export function PlanTask({
  whose,
  plan,
  alone = false,
}: {
  readonly whose: WitnessParams;
  readonly plan: AnswerOf<typeof readWitness>['riskPlan'];
  /** Whether a session is at an hour when nobody is on call. */
  readonly alone?: boolean;
}) {
  const { t } = useTranslation(['staff', 'witness']);
  const mine = plan === undefined || alone || !['second-word', 'no-go'].includes(plan.reason ?? 'no-go');
  return (
    <Task
      title={t('risk.title')}
      done={!mine}
      summary={
        plan !== undefined && (
          <>
            <PlanStands plan={plan} />
            {alone && <Notice tone="bad" title={t('witness:plan.reasons.nobody-on-call')} />}
            {plan.decision === 'go' && <ReopenForm params={whose} />}
          </>
        )
      }
      again={t('risk.anew')}
    >
      <PlanForm params={whose} />
    </Task>
  );
}
