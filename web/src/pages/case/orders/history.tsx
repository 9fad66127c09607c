import { useTranslation } from 'react-i18next';
import { Moment } from '../../../parts/moment.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { Measures, type Two } from './measures.tsx';
import type { Matter } from './values.ts';

type Step = Matter['steps'][number];

/** All that was asked for, said and decided, the last one first. */
export function History({ steps, two }: { readonly steps: readonly Step[]; readonly two: Two }) {
  const { t } = useTranslation(['orders', 'staff']);
  const me = useOwnRecord();
  return (
    <ol className="cards">
      {steps.map((step) => (
        <li key={step.step} className="card">
          <p>
            <strong>
              {t(`staff:roles.${step.by.role}`)} <span className="pseudonym">{step.by.pseudonym}</span>
            </strong>{' '}
            {step.kind === 'decision' ? t(`steps.${step.decision}`) : t(`steps.${step.kind}`)}
          </p>
          <p className="quiet small">
            <Moment at={step.at} zone={me.zone} />
          </p>
          <Said step={step} two={two} />
        </li>
      ))}
    </ol>
  );
}

/** From when until when a decision holds. */
export function Validity({ from, until }: Pick<Extract<Step, { kind: 'decision' }>, 'from' | 'until'>) {
  const { t } = useTranslation('orders');
  const { zone } = useOwnRecord();
  const rows = [
    { name: t('since'), at: from },
    { name: t('until'), at: until },
  ].flatMap(({ name, at }) => (at === undefined ? [] : [{ name, at }]));
  return rows.length === 0 ? null : (
    <dl className="facts">
      {rows.map(({ name, at }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Moment at={at} zone={zone} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Said({ step, two }: { readonly step: Step; readonly two: Two }) {
  const { t } = useTranslation('orders');
  if (step.kind === 'statement') return <p className="lines">{step.statement}</p>;
  if (step.kind === 'application')
    return (
      <>
        {step.measures !== undefined && <Measures measures={step.measures} {...two} />}
        <p className="lines">{step.ground}</p>
        {step.forTheJudge !== undefined && (
          <p className="lines">
            <strong>{t('form.forTheJudge')}:</strong> {step.forTheJudge}
          </p>
        )}
      </>
    );
  const { measures, reasons, defence, overPlan } = step;
  return (
    <>
      {measures !== undefined && <Measures measures={measures} {...two} />}
      <Validity from={step.from} until={step.until} />
      <p className="lines">{reasons}</p>
      {defence !== undefined && (
        <p>
          {defence.was === 'heard'
            ? t('steps.defenceHeard')
            : t('steps.defenceNotHeard', { why: defence.reason })}
        </p>
      )}
      {overPlan === true && <p>{t('steps.overPlan')}</p>}
    </>
  );
}
