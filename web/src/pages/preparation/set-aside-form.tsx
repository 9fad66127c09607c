import { useTranslation } from 'react-i18next';
import { setTestAside } from '../../../../functions/preparation/contract.ts';
import { answersOf } from '../../api/check-body.ts';
import { useAction } from '../../api/hooks.ts';
import { TextBox } from '../../parts/fields.tsx';
import { Form } from '../../parts/form.tsx';

/** For whoever answers for holding the session although its last test failed. */
export function SetAsideForm({ sessionId, number }: { readonly sessionId: string; readonly number: number }) {
  const { t } = useTranslation('preparation');
  const action = useAction(setTestAside);
  return (
    <section className="task" aria-label={t('aside.title')}>
      <h3>{t('aside.title')}</h3>
      <p className="hint">{t('aside.hint')}</p>
      <Form
        route={setTestAside}
        read={(values) => ({ number, reason: answersOf(values).text('reason') })}
        labels={{ reason: t('aside.reason') }}
        onSend={(body) => action.run({ params: { sessionId }, body })}
        problem={action.problem}
        sending={action.running}
        button={t('aside.send')}
      >
        <TextBox name="reason" label={t('aside.reason')} lines={2} maxLength={300} />
      </Form>
    </section>
  );
}
