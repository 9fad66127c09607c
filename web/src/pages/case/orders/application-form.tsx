import { useTranslation } from 'react-i18next';
import { applyForOrder } from '../../../../../functions/orders/contract.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { TextBox } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { wantedFrom, type Person } from './values.ts';
import { useWantedLabels, WantedFields } from './wanted-fields.tsx';

/** Somebody who speaks for a person of the case asks the court for a measure. */
export function ApplicationForm({
  caseId,
  people,
  mayAskFor,
}: {
  readonly caseId: string;
  readonly people: readonly Person[];
  readonly mayAskFor: readonly string[] | undefined;
}) {
  const { t } = useTranslation('orders');
  const action = useAction(applyForOrder);
  const labels = {
    ...useWantedLabels('wanted'),
    ground: t('form.ground'),
    forTheJudge: t('form.forTheJudge'),
  };
  return (
    <Form
      keep={`order asked for ${caseId}`}
      route={applyForOrder}
      read={(values) => {
        const { text } = answersOf(values);
        const secret = text('forTheJudge');
        return {
          wanted: wantedFrom(values, 'wanted', undefined),
          ground: text('ground'),
          ...(secret === undefined ? {} : { forTheJudge: secret }),
        };
      }}
      labels={labels}
      onSend={(body) => action.run({ params: { caseId }, body })}
      problem={action.problem}
      sending={action.running}
      button={t('form.ask')}
    >
      <WantedFields caseId={caseId} people={people} mayAskFor={mayAskFor} prefix="wanted" />
      <TextBox name="ground" label={labels.ground} hint={t('form.groundHint')} maxLength={1_200} lines={3} />
      <TextBox name="forTheJudge" label={labels.forTheJudge} maxLength={1_200} lines={2} />
    </Form>
  );
}
