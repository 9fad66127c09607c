import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameParty, type readCase } from '../../../../functions/cases/contract.ts';
import { partyRole, type PartyRole } from '../../../../functions/shared/access/roles.ts';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import { answersOf } from '../../api/check-body.ts';
import { useAction } from '../../api/hooks.ts';
import { mayCall } from '../../api/may-call.ts';

import { Select, TextBox } from '../../parts/fields.tsx';
import { Form } from '../../parts/form.tsx';
import { countries } from '../../../../functions/shared/values/countries.ts';
import { useNames } from '../../parts/state-and-language-names.ts';
import { useOwnRecord } from '../../parts/own-record.tsx';

/** Names somebody whom the case has beside those who are heard as witnesses. */
export function AddParty({ file }: { readonly file: AnswerOf<typeof readCase> }) {
  const { t } = useTranslation('staff');
  const me = useOwnRecord();
  const names = useNames();
  const [role, setRole] = useState<PartyRole>();
  const action = useAction(nameParty, () => setRole(undefined));
  if (!mayCall(nameParty, me.role)) return null;
  const labels = {
    role: t('case.partyRole'),
    label: t('case.partyLabel'),
    for: t('case.partyFor'),
    inState: t('case.expertState'),
  };
  return (
    <details>
      <summary>{t('case.addParty')}</summary>
      <Form
        // Somebody was added: the next one begins with an empty form.
        key={file.parties.length}
        route={nameParty}
        read={(values) => {
          const { text } = answersOf(values);
          const whose = text('for');
          const inState = text('inState');
          return {
            role: text('role') as PartyRole | undefined,
            label: text('label'),
            ...(whose === undefined ? {} : { for: whose }),
            ...(inState === undefined ? {} : { inState }),
          };
        }}
        labels={labels}
        onSend={(body) => action.run({ params: { caseId: file.caseId }, body })}
        problem={action.problem}
        sending={action.running}
        button={t('case.partyAdd')}
      >
        <Select
          name="role"
          label={labels.role}
          onChoose={setRole}
          options={partyRole.options.map((value) => ({ value, label: t(`roles.${value}`) }))}
        />
        <TextBox name="label" label={labels.label} hint={t('case.partyLabelHint')} maxLength={60} />
        {(role === 'guardian' || role === 'support-person') && (
          <Select
            name="for"
            label={labels.for}
            options={file.witnesses.map(({ pseudonym: value }) => ({ value, label: value }))}
          />
        )}
        {role === 'expert' && (
          <Select
            name="inState"
            label={labels.inState}
            hint={t('case.expertStateHint')}
            options={countries.map(({ code }) => ({ value: code, label: names.country(code) }))}
          />
        )}
      </Form>
    </details>
  );
}
