import { useTranslation } from 'react-i18next';
import { conflictKinds, declareConflict } from '../../../../../functions/interpreting/contract.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { TextBox, Ticks } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';

/** A conflict of interest in the interpreter’s own words, which nobody but the log of the case keeps. */
export function ConflictForm({
  sessionId,
  pseudonym,
}: {
  readonly sessionId: string;
  readonly pseudonym: string;
}) {
  const { t } = useTranslation('interpreting');
  const action = useAction(declareConflict);
  const labels = { 'declaration.kinds': t('conflict.kinds'), 'declaration.reason': t('conflict.reason') };
  return (
    <Form
      route={declareConflict}
      read={(values) => {
        const { text, all } = answersOf(values);
        const reason = text('declaration.reason');
        const kinds = all('declaration.kinds');
        return {
          pseudonym,
          declaration: { conflict: 'declared', kinds, ...(reason === undefined ? {} : { reason }) },
        };
      }}
      labels={labels}
      onSend={(body) => action.run({ params: { sessionId }, body })}
      problem={action.problem}
      sending={action.running}
      button={t('conflict.send')}
    >
      <p>{t('conflict.what')}</p>
      <Ticks
        name="declaration.kinds"
        label={labels['declaration.kinds']}
        options={conflictKinds.map((value) => ({ value, label: t(`conflict.kind.${value}`) }))}
      />
      <TextBox name="declaration.reason" label={labels['declaration.reason']} lines={3} maxLength={600} />
    </Form>
  );
}
