import { useTranslation } from 'react-i18next';
import type { BodyIn } from '../../../../../functions/shared/http/contract.ts';
import { approveRiskPlan, readWitness, riskPlan } from '../../../../../functions/witnesses/contract.ts';
import { answersOf, type Unsaid } from '../../../api/check-body.ts';
import { useAction, useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Task } from '../../../parts/task.tsx';
import { Group, Radios, TextBox, Ticks, YesNo } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { gateOf } from '../gate-of.ts';
import { heardIn } from '../heard-in.ts';
import type { SessionProps } from '../session-view.ts';

type RiskPlan = BodyIn<typeof approveRiskPlan>;
const phases = ['before', 'travel', 'inSession', 'after'] as const;
const levels = ['low', 'medium', 'high'] as const;
const measures = riskPlan.shape.measures.element.options;

/** The risk that remains in each phase after the measures, and whether the session may go ahead. */
export default function RiskPlanTask({ session }: SessionProps) {
  const { t } = useTranslation('staff');
  const me = useOwnRecord();
  const whose = heardIn(session);
  const stands = useAnswer(readWitness, { params: whose });
  return (
    <Answer of={stands}>
      {({ riskPlan: plan }) => (
        <Task
          title={t('risk.title')}
          done={plan !== undefined || gateOf(session, 'riskPlan') !== 'missing'}
          summary={
            plan !== undefined && (
              <p>
                {t(`risk.decisions.${plan.decision}`)} · <Moment at={plan.recordedAt} zone={me.zone} />
              </p>
            )
          }
          again={t('risk.anew')}
        >
          <RiskPlanForm {...whose} />
        </Task>
      )}
    </Answer>
  );
}

function RiskPlanForm(whose: ReturnType<typeof heardIn>) {
  const { t } = useTranslation('staff');
  const action = useAction(approveRiskPlan);
  const phaseLabels = phases.map((phase) => [`phases.${phase}`, t(`risk.phases.${phase}`)] as const);
  const labels = {
    ...Object.fromEntries(phaseLabels),
    measures: t('risk.measures'),
    herViewHeard: t('risk.herView'),
    decision: t('risk.decision'),
  };
  return (
    <Form
      keep={`risk plan ${whose.caseId} ${whose.party} 1`}
      route={approveRiskPlan}
      read={planFrom}
      needs={['measures']}
      labels={{ ...labels, note: t('risk.note') }}
      onSend={(body) => action.run({ params: whose, body })}
      problem={action.problem}
      sending={action.running}
      button={t('risk.enter')}
    >
      <Group title={t('risk.phasesTitle')}>
        {phaseLabels.map(([name, label]) => (
          <Radios
            key={name}
            name={name}
            label={label}
            inRow
            options={levels.map((value) => ({ value, label: t(`risk.levels.${value}`) }))}
          />
        ))}
      </Group>
      <Ticks
        name="measures"
        label={labels.measures}
        options={measures.map((value) => ({ value, label: t(`risk.measureNames.${value}`) }))}
      />
      <YesNo asked="heard" name="herViewHeard" label={labels.herViewHeard} />
      <TextBox name="note" label={t('risk.note')} hint={t('risk.noteHint')} lines={3} maxLength={400} />
      <Radios
        name="decision"
        label={labels.decision}
        options={(['go', 'no-go'] as const).map((value) => ({ value, label: t(`risk.decisions.${value}`) }))}
      />
    </Form>
  );
}

function planFrom(values: FormData): Unsaid<RiskPlan> {
  const { text, yes, all } = answersOf(values);
  return {
    decision: text('decision'),
    phases: Object.fromEntries(
      phases.map((phase) => [phase, text(`phases.${phase}`)]),
    ) as Unsaid<RiskPlan>['phases'],
    measures: all('measures'),
    herViewHeard: yes('herViewHeard'),
    note: text('note'),
  };
}
