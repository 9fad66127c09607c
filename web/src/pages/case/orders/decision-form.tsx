import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decideOrder } from '../../../../../functions/orders/contract.ts';
import { useAction } from '../../../api/hooks.ts';
import { DateBox } from '../../../parts/date-time.tsx';
import { Select, TextBox, Ticks } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { useKeptValue } from '../../../parts/kept-values.ts';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { MeasureFields } from './measures.tsx';
import { decisionFrom, sameAbout, type About, type Matter, type Person } from './values.ts';
import { useWantedLabels, WantedFields } from './wanted-fields.tsx';

interface DecisionProps {
  readonly caseId: string;
  readonly people: readonly Person[];
  /** All that the judge has read. */
  readonly matters: readonly Matter[];
  /** Where it is about one of them; else it is of the court's own motion. */
  readonly on?: Matter;
}

/** A judge decides, on what they have read. */
export function DecisionForm({ caseId, people, matters, on }: DecisionProps) {
  const { t } = useTranslation('orders');
  const me = useOwnRecord();
  const action = useAction(decideOrder);
  const labels = {
    'ruling.decision': t('form.decision'),
    ...useWantedLabels('ruling.wanted'),
    overPlan: t('form.rules'),
    'ruling.from': t('form.fromDay'),
    'ruling.until': t('form.untilDay'),
    'ruling.defence.was': t('form.defence'),
    'ruling.defence.reason': t('form.whyNot'),
    reasons: t('form.reasons'),
  };
  const read = (of: About) => matters.find(({ about }) => sameAbout(about, of))?.read ?? 0;
  return (
    <Form
      keep={`order ${caseId} ${JSON.stringify(on?.about ?? 'own')}`}
      route={decideOrder}
      read={(values) => decisionFrom(values, { zone: me.zone, about: on?.about, plan: on?.plan, read })}
      labels={labels}
      onSend={(body) => action.run({ params: { caseId }, body })}
      problem={action.problem}
      sending={action.running}
      button={t('form.decide')}
    >
      <Fields caseId={caseId} people={people} on={on} />
    </Form>
  );
}

const decisions = ['order', 'lift', 'decline'] as const;

function Fields({
  caseId,
  people,
  on,
}: Pick<DecisionProps, 'caseId' | 'people'> & { readonly on: Matter | undefined }) {
  const { t } = useTranslation('orders');
  const kept = useKeptValue('ruling.decision');
  const [chosen, setChosen] = useState<(typeof decisions)[number] | ''>(
    decisions.find((each) => each === kept) ?? '',
  );
  const decision = on === undefined ? 'order' : chosen;
  const about = on?.about;
  const possible = decisions.filter(
    (each) =>
      each === 'order' ||
      (each === 'lift' && (on?.now !== undefined || (on?.ahead.length ?? 0) > 0)) ||
      (each === 'decline' && on?.waits === true),
  );
  return (
    <>
      {on !== undefined && (
        <Select
          name="ruling.decision"
          label={t('form.decision')}
          none={t('form.decision')}
          options={possible.map((value) => ({ value, label: t(`form.decisions.${value}`) }))}
          value={chosen}
          onChoose={setChosen}
        />
      )}
      {decision === 'order' && about === undefined && (
        <WantedFields caseId={caseId} people={people} mayAskFor={undefined} prefix="ruling.wanted" />
      )}
      {decision === 'order' && about?.kind === 'pair' && (
        <MeasureFields one={about.protected} from={about.from} prefix="ruling.wanted.measures" />
      )}
      {decision === 'order' && on?.plan !== undefined && (
        <Ticks
          name="overPlan"
          label={t('form.rules')}
          options={[{ value: 'yes', label: t('form.overPlan') }]}
        />
      )}
      {(decision === 'order' || decision === 'lift') && (
        <>
          <DateBox name="ruling.from" label={t('form.fromDay')} hint={t('form.fromDayHint')} />
          {decision === 'order' && (
            <DateBox name="ruling.until" label={t('form.untilDay')} hint={t('form.untilDayHint')} />
          )}
          <Defence said={on?.defenceSaid === true} />
        </>
      )}
      {decision !== '' && <TextBox name="reasons" label={t('form.reasons')} maxLength={1_200} lines={3} />}
    </>
  );
}

function Defence({ said }: { readonly said: boolean }) {
  const { t } = useTranslation('orders');
  const kept = useKeptValue('ruling.defence.was');
  const [was, setWas] = useState(kept ?? '');
  const options = [
    // What was said is read before it is decided; where nothing was said, there is nothing to have read.
    said ? { value: 'heard', label: t('form.heard') } : { value: 'not-heard', label: t('form.notHeard') },
  ];
  return (
    <>
      <Select
        name="ruling.defence.was"
        label={t('form.defence')}
        none={t('form.defence')}
        options={options}
        value={was}
        onChoose={setWas}
      />
      {was === 'not-heard' && (
        <TextBox name="ruling.defence.reason" label={t('form.whyNot')} maxLength={400} lines={2} />
      )}
    </>
  );
}
