import { nobodyOnCall } from '../../../../../functions/shared/values/on-call.ts';
import { readWitness } from '../../../../../functions/witnesses/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { PlanTask } from '../../witness/plan-task.tsx';
import { heardIn } from '../heard-in.ts';
import type { SessionProps } from '../session-view.ts';

/** The plan of whom a session hears, and whether somebody is on call while it is held. */
export default function RiskPlanTask({ session }: SessionProps) {
  const whose = heardIn(session);
  const stands = useAnswer(readWitness, { params: whose });
  return (
    <Answer of={stands}>
      {({ riskPlan: plan }) => {
        const spans = [{ start: session.start, end: session.end }];
        const alone = plan?.plan?.decision === 'go' && nobodyOnCall(plan.plan.onCall, spans) !== undefined;
        return <PlanTask whose={whose} plan={plan} alone={alone} />;
      }}
    </Answer>
  );
}
