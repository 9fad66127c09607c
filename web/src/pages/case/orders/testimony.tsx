import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orderToTestify } from '../../../../../functions/orders/contract.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { DateBox } from '../../../parts/date-time.tsx';
import { Select, TextBox } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { addDays, dayStart } from '../../../parts/local-day.ts';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import type { Testimony } from './values.ts';

/** Witnesses whom a summons compels: whether a court's order stands in the place of their consent, and what they want. */
export function TestimonyList({
  caseId,
  of,
  decides,
}: {
  readonly caseId: string;
  readonly of: readonly Testimony[];
  readonly decides: boolean;
}) {
  const { t } = useTranslation(['orders', 'staff']);
  if (of.length === 0) return null;
  return (
    <section className="section">
      <h2>{t('testimony.title')}</h2>
      <p className="hint">{t('testimony.about')}</p>
      {of.map((each) => (
        <section key={each.party} className="card" aria-label={each.party}>
          <h3>
            {t('staff:roles.witness')} <span className="pseudonym">{each.party}</span>
          </h3>
          <p className="badges">
            <span className={each.byOrder ? 'badge badge-wait' : 'badge'}>
              {each.byOrder ? t('staff:gates.byOrder') : t(`staff:gates.state.${each.state}`)}
            </span>
          </p>
          {each.basis !== undefined && <p>{each.basis}</p>}
          {each.wishes !== undefined && (
            <p className="lines">
              <strong>{t('testimony.wishes')}:</strong> {each.wishes}
            </p>
          )}
          {decides && (
            <details>
              <summary>{t('form.decideTitle')}</summary>
              <TestimonyForm key={each.read} caseId={caseId} of={each} />
            </details>
          )}
        </section>
      ))}
    </section>
  );
}

const decisions = ['ordered', 'lifted'] as const;

function TestimonyForm({
  caseId,
  of: { party, byOrder, read },
}: {
  readonly caseId: string;
  readonly of: Testimony;
}) {
  const { t } = useTranslation('orders');
  const me = useOwnRecord();
  const action = useAction(orderToTestify);
  const [decision, setDecision] = useState<(typeof decisions)[number] | ''>('');
  const labels = {
    'decision.is': t('form.decision'),
    'decision.basis': t('testimony.basis'),
    'decision.wishes': t('testimony.wishes'),
    'decision.until': t('form.untilDay'),
    reasons: t('form.reasons'),
  };
  return (
    <Form
      route={orderToTestify}
      read={(values) => {
        const { text } = answersOf(values);
        const until = text('decision.until');
        return {
          decision:
            decision === 'lifted'
              ? { is: decision }
              : {
                  is: text('decision.is'),
                  basis: text('decision.basis'),
                  wishes: text('decision.wishes'),
                  ...(until === undefined ? {} : { until: dayStart(me.zone, addDays(until, 1)) }),
                },
          read,
          reasons: text('reasons'),
        };
      }}
      labels={labels}
      onSend={(body) => action.run({ params: { caseId, party }, body })}
      problem={action.problem}
      sending={action.running}
      button={t('form.decide')}
    >
      <Select
        name="decision.is"
        label={labels['decision.is']}
        none={t('form.decision')}
        options={decisions
          .filter((each) => each === 'ordered' || byOrder)
          .map((value) => ({ value, label: t(`testimony.${value}`) }))}
        value={decision}
        onChoose={setDecision}
      />
      {decision === 'ordered' && (
        <>
          <TextBox name="decision.basis" label={labels['decision.basis']} maxLength={200} />
          <TextBox
            name="decision.wishes"
            label={labels['decision.wishes']}
            hint={t('testimony.wishesHint')}
            maxLength={1_200}
            lines={3}
          />
          <DateBox name="decision.until" label={labels['decision.until']} hint={t('form.untilDayHint')} />
        </>
      )}
      <TextBox name="reasons" label={labels.reasons} maxLength={1_200} lines={3} />
    </Form>
  );
}
