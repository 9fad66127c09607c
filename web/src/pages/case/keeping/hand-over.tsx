import { useTranslation } from 'react-i18next';
import { handOverWitness } from '../../../../../functions/cases/contract.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { Select } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import type { OfWitness } from './file.ts';

/** Another support officer of the case holds contact from now on. */
export function HandOver({ file, witness, isHolder }: OfWitness & { readonly isHolder: boolean }) {
  const { t } = useTranslation(['witness', 'staff']);
  const action = useAction(handOverWitness);
  const labels = { to: t('keep.handOverTo') };
  const colleagues = file.members.filter(
    ({ role, personId }) => role === 'support-officer' && personId !== witness.holder,
  );
  return (
    <section className="section">
      <h2>{t('keep.handOver')}</h2>
      <p className="hint">{t(isHolder ? 'keep.handOverConsequence' : 'keep.takeOver')}</p>
      {colleagues.length === 0 ? (
        <p>{t('keep.noColleague')}</p>
      ) : (
        <Form
          route={handOverWitness}
          read={(values) => ({ to: answersOf(values).text('to') })}
          labels={labels}
          onSend={(body) => action.run({ params: { caseId: file.caseId, party: witness.pseudonym }, body })}
          problem={action.problem}
          sending={action.running}
          button={t('keep.handOverEnter')}
        >
          <Select
            name="to"
            label={labels.to}
            options={colleagues.map(({ personId, pseudonym, label }) => ({
              value: personId,
              label: `${pseudonym}: ${label}`,
            }))}
          />
        </Form>
      )}
    </section>
  );
}
