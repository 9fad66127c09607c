import { useTranslation } from 'react-i18next';
import { instantOf } from '../../../../functions/shared/values/instants.ts';
import { timeForPeople } from '../../../../functions/shared/values/times-for-people.ts';
import { approveRiskPlan } from '../../../../functions/witnesses/contract.ts';
import {
  aftercare,
  dangers,
  mayHalt,
  planMeasures,
  planPhases,
  relations,
  riskLevels,
  threats,
} from '../../../../functions/witnesses/plan/contract.ts';
import { useAction } from '../../api/hooks.ts';
import { DateBox, TimeBox } from '../../parts/date-time.tsx';
import { Group, Radios, Select, TextBox, Ticks } from '../../parts/fields.tsx';
import { Form } from '../../parts/form.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { useReader } from '../../parts/reader.tsx';
import { Rows } from '../../parts/rows.tsx';
import type { WitnessParams } from './consent-from.ts';
import { maxContacts, maxLovedOnes, maxOnCall, nameOfLoved, planFrom } from './plan-from.ts';
import { usePlanLabels, usePlanNames } from './plan-labels.ts';

interface Labelled {
  readonly label: (name: string) => string;
}

/** The plan for the risks, in the order in which it is made: what the witness sees, what threatens when, and what is done. */
export function PlanForm({ params }: { readonly params: WitnessParams }) {
  const { t } = useTranslation(['witness', 'staff']);
  const me = useOwnRecord();
  const action = useAction(approveRiskPlan);
  const labels = usePlanLabels();
  const label = (name: string) => labels[name] ?? name;
  return (
    <Form
      keep={`risk plan ${Object.values(params).join(' ')} 3`}
      route={approveRiskPlan}
      read={planFrom(me.zone)}
      labels={labels}
      onSend={(body) => action.run({ params, body })}
      problem={action.problem}
      sending={action.running}
      button={t('staff:risk.enter')}
    >
      <OwnView label={label} />
      <BestInterests label={label} />
      <Phases label={label} />
      <Measures label={label} />
      <OnCall label={label} />
      <Reachable label={label} />
      <TextBox name="fallback" label={label('fallback')} maxLength={300} lines={2} />
      <Afterwards label={label} />
      <Radios
        name="decision"
        label={label('decision')}
        options={(['go', 'no-go'] as const).map((value) => ({
          value,
          label: t(`staff:risk.decisions.${value}`),
        }))}
      />
    </Form>
  );
}

function OwnView({ label }: Labelled) {
  const { t } = useTranslation('witness');
  return (
    <Group title={t('plan.ownView.title')}>
      <Radios
        name="ownView.danger"
        label={label('ownView.danger')}
        inRow
        options={dangers.map((value) => ({ value, label: t(`plan.ownView.${value}`) }))}
      />
      <TextBox
        name="ownView.words"
        label={label('ownView.words')}
        hint={t('common.holderOnly')}
        maxLength={800}
        lines={3}
      />
      <div className="when-great">
        <TextBox name="ownView.answered" label={label('ownView.answered')} maxLength={400} lines={2} />
      </div>
    </Group>
  );
}

/** Of a child alone; who is one the service knows, and says what is missing. */
function BestInterests({ label }: Labelled) {
  const { t } = useTranslation('witness');
  return (
    <Group title={t('plan.bestInterests.title')}>
      <p className="hint">{t('plan.bestInterests.hint')}</p>
      <TextBox
        name="bestInterests.how"
        label={label('bestInterests.how')}
        hint={t('common.holderOnly')}
        maxLength={400}
        lines={2}
      />
      <TextBox
        name="bestInterests.by"
        label={label('bestInterests.by')}
        hint={t('common.byRole')}
        maxLength={80}
      />
      <TextBox name="bestInterests.result" label={label('bestInterests.result')} maxLength={600} lines={3} />
    </Group>
  );
}

function Phases({ label }: Labelled) {
  const { t } = useTranslation(['witness', 'staff']);
  const names = usePlanNames();
  return planPhases.map((phase) => (
    <Group key={phase} title={names.phase(phase)}>
      <Ticks
        name={`phases.${phase}.threats`}
        label={t('plan.threats.label')}
        options={threats.map((value) => ({ value, label: t(`plan.threats.${value}`) }))}
      />
      <Radios
        name={`phases.${phase}.remains`}
        label={label(`phases.${phase}.remains`)}
        inRow
        options={riskLevels.map((value) => ({ value, label: t(`staff:risk.levels.${value}`) }))}
      />
    </Group>
  ));
}

function Measures({ label }: Labelled) {
  const { t } = useTranslation(['witness', 'staff']);
  const names = usePlanNames();
  const alone = t('common.holderOnly');
  return (
    <Group title={t('staff:risk.measures')}>
      <Ticks
        name="measures"
        label={label('measures')}
        options={planMeasures.map((value) => ({ value, label: names.measure(value) }))}
      />
      <TextBox name="stopSignal" label={label('stopSignal')} hint={alone} maxLength={80} />
      <TextBox name="escapeWord" label={label('escapeWord')} hint={alone} maxLength={40} />
      <Ticks
        name="mayHalt"
        label={label('mayHalt')}
        options={mayHalt.map((value) => ({ value, label: t(`staff:roles.${value}`) }))}
      />
      <TextBox
        name="noContact"
        label={label('noContact')}
        hint={t('plan.noContactHint')}
        maxLength={2_400}
        lines={3}
      />
    </Group>
  );
}

/** 1 January 2024 was a Monday. */
const dayOfWeek = (weekday: number) => instantOf(Date.UTC(2024, 0, weekday, 12));
const weekdays = [1, 2, 3, 4, 5, 6, 7];

function OnCall({ label }: Labelled) {
  const { t } = useTranslation('witness');
  const reader = useReader();
  const nameOf = (weekday: number) =>
    timeForPeople(dayOfWeek(weekday), 'Etc/UTC', { ...reader, length: 'long' }).weekday;
  return (
    <Group title={t('plan.onCall.title')}>
      <p className="hint">{t('plan.onCall.hint')}</p>
      <Rows name="onCall" max={maxOnCall}>
        {(at) => (
          <>
            <TextBox name={`${at}.who`} label={label(`${at}.who`)} hint={t('common.byRole')} maxLength={80} />
            <Ticks
              name={`${at}.weekdays`}
              label={label(`${at}.weekdays`)}
              options={weekdays.map((weekday) => ({ value: String(weekday), label: nameOf(weekday) }))}
            />
            <TimeBox name={`${at}.from`} label={label(`${at}.from`)} />
            <TimeBox name={`${at}.until`} label={label(`${at}.until`)} />
          </>
        )}
      </Rows>
    </Group>
  );
}

function Reachable({ label }: Labelled) {
  const { t } = useTranslation(['witness', 'staff']);
  return (
    <>
      <Group title={t('plan.contacts.title')}>
        <p className="hint">{t('common.holderOnly')}</p>
        <Rows name="emergencyContacts" max={maxContacts}>
          {(at) => (
            <>
              <TextBox name={`${at}.who`} label={label(`${at}.who`)} maxLength={80} />
              <TextBox name={`${at}.reach`} label={label(`${at}.reach`)} maxLength={80} />
              <TextBox name={`${at}.hours`} label={label(`${at}.hours`)} maxLength={80} />
            </>
          )}
        </Rows>
      </Group>
      <Group title={t('plan.lovedOnes.title')}>
        <p className="hint">{t('plan.lovedOnes.hint')}</p>
        <Rows name="lovedOnes" max={maxLovedOnes}>
          {(at) => (
            <>
              <Select
                name={`${at}.relation`}
                label={`${nameOfLoved(at)} · ${label(`${at}.relation`)}`}
                options={relations.map((value) => ({ value, label: t(`plan.relations.${value}`) }))}
              />
              <Radios
                name={`${at}.danger`}
                label={label(`${at}.danger`)}
                inRow
                options={riskLevels.map((value) => ({ value, label: t(`staff:risk.levels.${value}`) }))}
              />
              <TextBox name={`${at}.measures`} label={label(`${at}.measures`)} maxLength={300} lines={2} />
            </>
          )}
        </Rows>
      </Group>
    </>
  );
}

function Afterwards({ label }: Labelled) {
  const { t } = useTranslation('witness');
  return (
    <>
      <Ticks
        name="aftercare"
        label={label('aftercare')}
        options={aftercare.map((value) => ({ value, label: t(`plan.aftercare.${value}`) }))}
      />
      <DateBox name="nextReview" label={label('nextReview')} />
      <TextBox
        name="dissent"
        label={label('dissent')}
        hint={t('common.holderOnly')}
        maxLength={400}
        lines={2}
      />
    </>
  );
}
