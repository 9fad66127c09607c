import { useTranslation } from 'react-i18next';
import { countries } from '../../../../functions/shared/values/countries.ts';
import { documentKinds, keepIdentity, waysToReach } from '../../../../functions/witnesses/vault/contract.ts';
import { useAction } from '../../api/hooks.ts';
import { Group, Select, TextBox, Ticks } from '../../parts/fields.tsx';
import { Form } from '../../parts/form.tsx';
import { Rows } from '../../parts/rows.tsx';
import { useNames } from '../../parts/state-and-language-names.ts';
import { Task } from '../../parts/task.tsx';
import { identityFrom } from './identity-from.ts';
import type { OfVault } from './vault.ts';

/** The holder enters it whole: what is kept comes back to no form, since nobody reads it alone. Nothing is kept as a draft. */
export function KeepIdentity({ params, vault }: OfVault) {
  const { t } = useTranslation('witness');
  const names = useNames();
  const action = useAction(keepIdentity);
  const states = countries.map(({ code }) => ({ value: code, label: names.country(code) }));
  const labels = {
    name: t('vault.fields.name'),
    otherNames: t('vault.fields.otherNames'),
    born: t('vault.fields.born'),
    nationality: t('vault.fields.nationality'),
    documents: t('vault.fields.documents'),
    'reach.ways': t('vault.fields.ways'),
    'reach.phones': t('vault.fields.phones'),
    'reach.mail': t('vault.fields.mail'),
    'reach.address': t('vault.fields.address'),
    'reach.safely': t('vault.fields.safely'),
    note: t('vault.fields.note'),
  };
  return (
    <Task
      title={t('vault.keep.title')}
      done={vault.state === 'kept'}
      summary={vault.state === 'kept' && <p className="hint">{t('vault.keep.whole')}</p>}
      again={t('vault.keep.anew')}
    >
      <Form
        route={keepIdentity}
        read={identityFrom}
        labels={labels}
        onSend={(body) => action.run({ params, body })}
        problem={action.problem}
        sending={action.running}
        button={t('vault.keep.send')}
      >
        <Group title={t('vault.keep.who')}>
          <TextBox name="name" label={labels.name} hint={t('vault.keep.nameHint')} maxLength={160} />
          <TextBox
            name="otherNames"
            label={labels.otherNames}
            hint={t('vault.keep.lines')}
            lines={2}
            maxLength={900}
          />
          <TextBox name="born" label={labels.born} hint={t('vault.keep.bornHint')} maxLength={10} />
          <Select name="nationality" label={labels.nationality} options={states} />
          <fieldset className="group">
            <legend>{labels.documents}</legend>
            <Rows name="documents" max={6}>
              {(at) => (
                <>
                  <Select
                    name={`${at}.kind`}
                    label={t('vault.fields.documentKind')}
                    options={documentKinds.map((value) => ({ value, label: t(`vault.documents.${value}`) }))}
                  />
                  <TextBox name={`${at}.number`} label={t('vault.fields.documentNumber')} maxLength={40} />
                  <Select name={`${at}.country`} label={t('vault.fields.documentState')} options={states} />
                </>
              )}
            </Rows>
          </fieldset>
        </Group>
        <Group title={t('vault.keep.reach')}>
          <Ticks
            name="reach.ways"
            label={labels['reach.ways']}
            options={waysToReach.map((value) => ({ value, label: t(`vault.ways.${value}`) }))}
          />
          <TextBox
            name="reach.phones"
            label={labels['reach.phones']}
            hint={t('vault.keep.phonesHint')}
            lines={2}
            maxLength={80}
          />
          <TextBox name="reach.mail" label={labels['reach.mail']} maxLength={254} />
          <TextBox name="reach.address" label={labels['reach.address']} lines={2} maxLength={300} />
          <TextBox
            name="reach.safely"
            label={labels['reach.safely']}
            hint={t('vault.keep.safelyHint')}
            lines={2}
            maxLength={400}
          />
        </Group>
        <TextBox name="note" label={labels.note} lines={2} maxLength={600} />
      </Form>
    </Task>
  );
}
