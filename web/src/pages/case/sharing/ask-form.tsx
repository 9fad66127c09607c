import { useTranslation } from 'react-i18next';
import { askedPurposes, askForCopy } from '../../../../../functions/sharing/contract.ts';
import type { BodyIn } from '../../../../../functions/shared/http/contract.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { Select, TextBox } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { usePurposeName, type About } from './told.ts';

/** An authority asks for what somebody told; the person is asked by the one who holds contact. */
export function AskForm({ about }: { readonly about: About }) {
  const { t } = useTranslation('sharing');
  const action = useAction(askForCopy);
  const nameOf = usePurposeName();
  return (
    <details>
      <summary>{t('asks.ask')}</summary>
      <p className="hint">{t('asks.hint')}</p>
      <Form
        route={askForCopy}
        read={(values) => {
          const { text } = answersOf(values);
          return {
            purpose: text('purpose') as BodyIn<typeof askForCopy>['purpose'] | undefined,
            why: text('why'),
          };
        }}
        labels={{ purpose: t('asks.purpose'), why: t('asks.why') }}
        onSend={(body) => action.run({ params: about, body })}
        problem={action.problem}
        sending={action.running}
        button={t('asks.send')}
      >
        <Select
          name="purpose"
          label={t('asks.purpose')}
          options={askedPurposes.map((value) => ({ value, label: nameOf(value) }))}
        />
        <TextBox name="why" label={t('asks.why')} lines={3} maxLength={600} />
      </Form>
    </details>
  );
}
