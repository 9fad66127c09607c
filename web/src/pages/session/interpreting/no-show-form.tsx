import { useTranslation } from 'react-i18next';
import { noShowReasons, reportNoShow } from '../../../../../functions/interpreting/times/contract.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { Radios } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';

/** That an interpreter did not come: the gate closes until somebody else is there, or they are confirmed anew. */
export function NoShowForm({
  sessionId,
  pseudonym,
}: {
  readonly sessionId: string;
  readonly pseudonym: string;
}) {
  const { t } = useTranslation('interpreting');
  const action = useAction(reportNoShow);
  return (
    <Form
      route={reportNoShow}
      read={(values) => ({ pseudonym, why: answersOf(values).text('why') })}
      labels={{ why: t('noShow.label') }}
      onSend={(body) => action.run({ params: { sessionId }, body })}
      problem={action.problem}
      sending={action.running}
      button={t('noShow.send')}
    >
      <p>{t('noShow.what')}</p>
      <Radios
        name="why"
        label={t('noShow.label')}
        options={noShowReasons.map((value) => ({ value, label: t(`noShow.why.${value}`) }))}
      />
    </Form>
  );
}
