import { useTranslation } from 'react-i18next';
import { stateDefence } from '../../../../../functions/orders/contract.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { TextBox } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import type { About } from './values.ts';

/** Counsel of the defence is heard. */
export function StatementForm({ caseId, about }: { readonly caseId: string; readonly about: About }) {
  const { t } = useTranslation('orders');
  const action = useAction(stateDefence);
  return (
    <Form
      keep={`defence ${caseId} ${JSON.stringify(about)}`}
      route={stateDefence}
      read={(values) => ({ about, statement: answersOf(values).text('statement') })}
      labels={{ statement: t('form.statement') }}
      onSend={(body) => action.run({ params: { caseId }, body })}
      problem={action.problem}
      sending={action.running}
      button={t('form.state')}
    >
      <TextBox name="statement" label={t('form.statement')} maxLength={1_200} lines={4} />
    </Form>
  );
}
