import { useTranslation } from 'react-i18next';
import { notUnderstoodReasons, reportNotUnderstood } from '../../../../../functions/interpreting/contract.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { Radios } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';

/** That an interpreter and whoever is heard do not understand each other, as a rehearsal shows. */
export function NotUnderstoodForm({
  sessionId,
  pseudonym,
}: {
  readonly sessionId: string;
  readonly pseudonym: string;
}) {
  const { t } = useTranslation('interpreting');
  const action = useAction(reportNotUnderstood);
  return (
    <Form
      route={reportNotUnderstood}
      read={(values) => ({ pseudonym, why: answersOf(values).text('why') })}
      labels={{ why: t('understood.why') }}
      onSend={(body) => action.run({ params: { sessionId }, body })}
      problem={action.problem}
      sending={action.running}
      button={t('understood.send')}
    >
      <p>{t('understood.what')}</p>
      <Radios
        name="why"
        label={t('understood.why')}
        options={notUnderstoodReasons.map((value) => ({
          value,
          label: t(`understood.reason.${value}`),
        }))}
      />
    </Form>
  );
}
