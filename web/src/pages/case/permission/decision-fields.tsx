import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalGround } from '../../../../../functions/requests/permission/contract.ts';
import { legalBases } from '../../../../../functions/requests/law/contract.ts';
import { DateBox } from '../../../parts/date-time.tsx';
import { Select, TextBox } from '../../../parts/fields.tsx';
import { useKeptValue } from '../../../parts/kept-values.ts';
import { GrantFields } from './grant-fields.tsx';
import type { Whose } from './whose.ts';

interface DecisionFieldsProps extends Whose {
  readonly prefix: string;
  readonly labels: Readonly<Record<string, string>>;
}
const decisions = ['granted', 'refused', 'postponed'] as const;
type Decision = (typeof decisions)[number];

/** The fields of a host State’s decision: those that every one has, and those of its kind. */
export function DecisionFields({ prefix, labels, ...whose }: DecisionFieldsProps) {
  const { t } = useTranslation(['request', 'staff']);
  const kept = useKeptValue(`${prefix}decision`);
  const [decision, setDecision] = useState<Decision | ''>(decisions.find((each) => each === kept) ?? '');
  const of = (name: string) => ({ name: `${prefix}${name}`, label: labels[`${prefix}${name}`] ?? '' });
  return (
    <>
      <Select
        {...of('decision')}
        none={t('staff:form.pleaseChoose')}
        options={decisions.map((value) => ({ value, label: t(`permission.decisions.${value}`) }))}
        value={decision}
        onChoose={setDecision}
      />
      <Select
        {...of('legalBasis')}
        options={legalBases.map((value) => ({ value, label: t(`bases.${value}`) }))}
      />
      <TextBox {...of('reference')} hint={t('permission.referenceHint')} maxLength={60} />
      <DateBox {...of('receivedOn')} />
      <DateBox {...of('decidedOn')} />
      {decision === 'refused' && (
        <Select
          {...of('ground')}
          options={refusalGround.options.map((value) => ({ value, label: t(`permission.grounds.${value}`) }))}
        />
      )}
      {decision === 'postponed' && <DateBox {...of('until')} hint={t('permission.untilHint')} />}
      {decision === 'granted' && <GrantFields {...whose} of={of} />}
    </>
  );
}
