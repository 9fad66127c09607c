import { useTranslation } from 'react-i18next';
import { nobodyOnCall } from '../../../../../functions/shared/values/on-call.ts';
import { readWitness } from '../../../../../functions/witnesses/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { Task } from '../../../parts/task.tsx';
import { PlanForm } from '../../witness/plan-form.tsx';
import { PlanStands } from '../../witness/plan-shown.tsx';
import { ReopenForm } from '../../witness/plan-word.tsx';
import { heardIn } from '../heard-in.ts';
import type { SessionProps } from '../session-view.ts';

/** The support officer's plan: done when nothing more is for them to do, though the prosecutor may still have to speak. */
export default function RiskPlanTask({ session }: SessionProps) {
  const { t } = useTranslation(['staff', 'witness']);
  const whose = heardIn(session);
  const stands = useAnswer(readWitness, { params: whose });
  return (
    <Answer of={stands}>
      {({ riskPlan: plan }) => {
        const spans = [{ start: session.start, end: session.end }];
        const alone = plan?.plan?.decision === 'go' && nobodyOnCall(plan.plan.onCall, spans) !== undefined;
        const mine =
          plan === undefined || alone || !['second-word', 'no-go'].includes(plan.reason ?? 'no-go');
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
      }}
    </Answer>
  );
}
