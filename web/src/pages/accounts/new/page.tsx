import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { invitePerson, listAgencyPeople } from '../../../../../functions/accounts/contract.ts';
import { zoneName } from '../../../../../functions/shared/values/zones.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction, useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Field, FieldPart } from '../../../parts/field.tsx';
import { Form } from '../../../parts/form.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { Page } from '../../../parts/page.tsx';
import { ZoneChooser } from '../../calendar/zone-chooser.tsx';
import { PersonFields, usePersonLabels } from '../person-fields.tsx';

/** Invites somebody into the reader's agency. Nothing of it is kept while it is typed: an address stands in it. */
export default function NewPersonPage() {
  const { t } = useTranslation('keeping');
  const found = useAnswer(listAgencyPeople);
  return (
    <Page title={t('accounts.newTitle')} above={{ to: '/people', label: t('accounts.title') }}>
      <p>{t('accounts.newWhat')}</p>
      <Answer of={found}>{({ mayBe }) => <NewPersonForm mayBe={mayBe} />}</Answer>
    </Page>
  );
}

function NewPersonForm({ mayBe }: Pick<Parameters<typeof PersonFields>[0], 'mayBe'>) {
  const { t } = useTranslation('keeping');
  const go = useNavigate();
  const me = useOwnRecord();
  const [zone, setZone] = useState(() => zoneName.parse(me.zone));
  const labels = { ...usePersonLabels(), email: t('accounts.email') };
  const action = useAction(invitePerson, ({ personId }) => void go(`/people/${personId}`, { replace: true }));
  return (
    <Form
      route={invitePerson}
      read={(values) => {
        const said = answersOf(values);
        return {
          role: said.text('role'),
          label: said.text('label'),
          language: said.text('language'),
          atProtectedSite: said.yes('atProtectedSite') === true,
          email: said.text('email'),
          zone,
        };
      }}
      labels={labels}
      onSend={(body) => action.run({ body })}
      problem={action.problem}
      sending={action.running}
      button={t('accounts.send')}
    >
      <PersonFields mayBe={mayBe} />
      <FieldPart name="zone">
        <ZoneChooser zone={zone} onZone={setZone} />
      </FieldPart>
      <Field name="email" label={labels.email} hint={t('accounts.emailHint')}>
        {(control) => (
          <input type="text" inputMode="email" {...control} name="email" maxLength={254} autoComplete="off" />
        )}
      </Field>
    </Form>
  );
}
