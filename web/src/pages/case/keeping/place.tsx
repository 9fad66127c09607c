import { useTranslation } from 'react-i18next';
import { protectWitness } from '../../../../../functions/cases/contract.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { Radios, Select, Ticks } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { Notice } from '../../../parts/notice.tsx';
import type { OfWitness } from './file.ts';
import { useZones } from './zones.ts';

/** Where they are, and who may know it: what the one who opened the case typed counts no more. */
export function Place({ file, witness }: OfWitness) {
  const { t } = useTranslation(['witness', 'staff']);
  const action = useAction(protectWitness);
  const labels = {
    protected: t('staff:newCase.protected'),
    zone: t('staff:newCase.zone'),
    mayKnow: t('staff:newCase.mayKnow'),
  };
  const others = file.members.filter(
    ({ personId, role }) => personId !== witness.holder && role !== 'interpreter',
  );
  return (
    <section className="section">
      <h2>{t('keep.place')}</h2>
      {action.answer !== undefined && <Notice tone="good" title={t('keep.saved')} />}
      <Form
        route={protectWitness}
        read={(values) => {
          const { text, yes, all } = answersOf(values);
          return { protected: yes('protected'), zone: text('zone'), mayKnow: all('mayKnow') };
        }}
        labels={labels}
        onSend={(body) => action.run({ params: { caseId: file.caseId, party: witness.pseudonym }, body })}
        problem={action.problem}
        sending={action.running}
        button={t('keep.save')}
      >
        <Radios
          name="protected"
          label={labels.protected}
          hint={t('staff:newCase.protectedHint')}
          inRow
          initial={witness.protected ? 'yes' : 'no'}
          options={(['yes', 'no'] as const).map((value) => ({
            value,
            label: t(`staff:answers.protected.${value}`),
          }))}
        />
        <Select
          name="zone"
          label={labels.zone}
          hint={t('staff:newCase.zoneHint')}
          options={useZones(witness.zone)}
          initial={witness.zone ?? ''}
        />
        <Ticks
          name="mayKnow"
          label={labels.mayKnow}
          hint={t('staff:newCase.mayKnowHint')}
          initial={witness.mayKnow}
          options={others.map(({ personId, role, pseudonym, label }) => ({
            value: personId,
            label: `${t(`staff:roles.${role}`)} ${pseudonym}: ${label}`,
          }))}
        />
      </Form>
    </section>
  );
}
