import { useTranslation } from 'react-i18next';
import { giveAccount } from '../../../../../functions/accounts/contract.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { Field } from '../../../parts/field.tsx';
import { Form } from '../../../parts/form.tsx';
import type { AgencyPerson } from '../person-fields.tsx';

/** An account for an interpreter who came by invitation alone. Nothing of it is kept while it is typed: an address stands in it. */
export function GiveAccount({ person: { personId, version } }: { readonly person: AgencyPerson }) {
  const { t } = useTranslation('keeping');
  const labels = { email: t('accounts.email') };
  const action = useAction(giveAccount);
  return (
    <section className="task" aria-labelledby="give-account">
      <h2 id="give-account">{t('accounts.giveTitle')}</h2>
      <p>{t('accounts.giveWhat')}</p>
      <Form
        route={giveAccount}
        read={(values) => ({ version, email: answersOf(values).text('email') })}
        labels={labels}
        onSend={(body) => action.run({ params: { personId }, body })}
        problem={action.problem}
        sending={action.running}
        button={t('accounts.give')}
      >
        <Field name="email" label={labels.email} hint={t('accounts.emailHint')}>
          {(control) => (
            <input
              type="text"
              inputMode="email"
              {...control}
              name="email"
              maxLength={254}
              autoComplete="off"
            />
          )}
        </Field>
      </Form>
    </section>
  );
}
