import { useTranslation } from 'react-i18next';
import { crossBorder } from '../../../../../functions/cases/contract.ts';
import { countries } from '../../../../../functions/shared/values/countries.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { Select } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { useNames } from '../../../parts/state-and-language-names.ts';
import type { OfWitness } from './file.ts';
import { useZones } from './zones.ts';

/** That they are in another State now: what the one before permitted falls. */
export function OtherState({ file, witness }: OfWitness) {
  const { t } = useTranslation(['witness', 'staff']);
  const names = useNames();
  const action = useAction(crossBorder);
  const labels = { hostState: t('keep.state'), zone: t('staff:newCase.zone') };
  return (
    <section className="section">
      <h2>{t('keep.border')}</h2>
      <p className="hint">{t('keep.borderConsequence')}</p>
      {action.answer !== undefined && (
        <Notice
          tone="good"
          title={t('keep.borderEntered', { state: names.country(action.answer.hostState) })}
        />
      )}
      <Form
        route={crossBorder}
        read={(values) => ({
          hostState: answersOf(values).text('hostState'),
          zone: answersOf(values).text('zone'),
        })}
        labels={labels}
        onSend={(body) => action.run({ params: { caseId: file.caseId, party: witness.pseudonym }, body })}
        problem={action.problem}
        sending={action.running}
        button={t('keep.borderEnter')}
      >
        <Select
          name="hostState"
          label={labels.hostState}
          options={countries.map(({ code }) => ({ value: code, label: names.country(code) }))}
        />
        <Select name="zone" label={labels.zone} hint={t('staff:newCase.zoneHint')} options={useZones()} />
      </Form>
    </section>
  );
}
