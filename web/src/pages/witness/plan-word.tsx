import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import { decideOnRiskPlan, readWitness, reopenRiskPlan } from '../../../../functions/witnesses/contract.ts';
import { reviewTriggers, type ReviewTrigger } from '../../../../functions/witnesses/plan/contract.ts';
import { answersOf } from '../../api/check-body.ts';
import { useAction, useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';
import { Radios } from '../../parts/fields.tsx';
import { Form } from '../../parts/form.tsx';
import { Task } from '../../parts/task.tsx';
import type { WitnessParams } from './consent-from.ts';
import { PlanInShort, PlanStands } from './plan-shown.tsx';

type Plan = AnswerOf<typeof readWitness>['riskPlan'];

/** The prosecutor's word on the plan, for the plan that is shown and no newer one. */
export function PlanWord({ params }: { readonly params: WitnessParams }) {
  const { t } = useTranslation(['witness', 'staff']);
  const stands = useAnswer(readWitness, { params });
  return (
    <Answer of={stands}>
      {({ riskPlan: plan }) => (
        <Task
          title={t('plan.word.title')}
          done={plan?.reason !== 'second-word'}
          // No tick beside a plan that is not there, or that lets nobody in.
          waits={plan === undefined || plan.reason !== undefined}
          summary={
            plan === undefined ? (
              <p>{t('plan.reasons.nothing-entered')}</p>
            ) : (
              <>
                <PlanStands plan={plan} />
                {plan.forProsecutor !== undefined && <PlanInShort plan={plan.forProsecutor} />}
              </>
            )
          }
          again={t('staff:risk.anew')}
        >
          <p className="hint">{t('plan.word.hint')}</p>
          <WordForm params={params} plan={plan} />
          <ReopenForm params={params} />
        </Task>
      )}
    </Answer>
  );
}

function WordForm({ params, plan }: { readonly params: WitnessParams; readonly plan: Plan }) {
  const { t } = useTranslation(['witness', 'staff']);
  const action = useAction(decideOnRiskPlan);
  return (
    <Form
      route={decideOnRiskPlan}
      read={(values) => ({
        decision: answersOf(values).text('decision'),
        ...(plan !== undefined && { plan: plan.number }),
      })}
      labels={{ decision: t('staff:risk.decision') }}
      onSend={(body) => action.run({ params, body })}
      problem={action.problem}
      sending={action.running}
      button={t('plan.word.enter')}
    >
      <Radios
        name="decision"
        label={t('staff:risk.decision')}
        options={(['go', 'no-go'] as const).map((value) => ({
          value,
          label: t(`staff:risk.decisions.${value}`),
        }))}
      />
    </Form>
  );
}

/**
 * Something happened: whoever hears of it closes the gate until the plan was looked at again.
 * @param of what this reader may say: the court, and whoever keeps an accused, say of a release
 */
export function ReopenForm({
  params,
  of = reviewTriggers,
}: {
  readonly params: WitnessParams;
  readonly of?: readonly ReviewTrigger[];
}) {
  const { t } = useTranslation('witness');
  const action = useAction(reopenRiskPlan);
  return (
    <Form
      route={reopenRiskPlan}
      read={(values) => ({ trigger: answersOf(values).text('trigger') as ReviewTrigger | undefined })}
      labels={{ trigger: t('plan.review.label') }}
      onSend={(body) => action.run({ params, body })}
      problem={action.problem}
      sending={action.running}
      button={t('plan.review.enter')}
    >
      <Radios
        name="trigger"
        label={t('plan.review.label')}
        options={of.map((value) => ({ value, label: t(`plan.review.${value}`) }))}
      />
    </Form>
  );
}

/** That an accused was released, by those who learn of it first: nobody who is heard is to learn of it from them in the street. */
export function SayReleased({ params }: { readonly params: WitnessParams }) {
  const { t } = useTranslation('witness');
  return (
    <div className="task-end">
      <p>{t('plan.review.releaseHint')}</p>
      <ReopenForm params={params} of={['release']} />
    </div>
  );
}
