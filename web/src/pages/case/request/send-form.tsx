import { useTranslation } from 'react-i18next';
import type { LegalBasis } from '../../../../../functions/requests/law/contract.ts';
import { transmitRequest } from '../../../../../functions/requests/sending/contract.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { DateBox } from '../../../parts/date-time.tsx';
import { TextBox } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import type { Whose } from '../permission/whose.ts';

/** That the request was sent, on the basis whose checklist stands above. */
export function SendForm({ basis, ...whose }: Whose & { readonly basis: LegalBasis }) {
  const { t } = useTranslation('request');
  const action = useAction(transmitRequest);
  const labels = { reference: t('sending.requestReference'), sentOn: t('sending.sentOn') };
  return (
    <section className="section" aria-labelledby="send-title">
      <h2 id="send-title">{t('sending.send')}</h2>
      <Form
        route={transmitRequest}
        read={(values) => {
          const { text } = answersOf(values);
          return { basis, reference: text('reference'), sentOn: text('sentOn') };
        }}
        labels={labels}
        onSend={(body) => action.run({ params: whose, body })}
        problem={action.problem}
        sending={action.running}
        button={t('sending.send')}
      >
        <TextBox
          name="reference"
          label={labels.reference}
          hint={t('permission.referenceHint')}
          maxLength={60}
        />
        <DateBox name="sentOn" label={labels.sentOn} />
      </Form>
    </section>
  );
}
