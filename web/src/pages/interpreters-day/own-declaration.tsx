import { useTranslation } from 'react-i18next';
import { conflictKinds, declareConflict } from '../../../../functions/interpreting/contract.ts';
import { answersOf } from '../../api/check-body.ts';
import { useAction } from '../../api/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { TextBox, Ticks } from '../../parts/fields.tsx';
import { Form } from '../../parts/form.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';

/** The interpreter’s own word: that nothing binds them, or a conflict, which can be said at any time. */
export function OwnDeclaration({
  sessionId,
  isFree,
}: {
  readonly sessionId: string;
  /** They have said that nothing binds them. */
  readonly isFree: boolean;
}) {
  const { t } = useTranslation('interpreting');
  const none = useAction(declareConflict);
  const action = useAction(declareConflict);
  const labels = { 'declaration.kinds': t('conflict.kinds'), 'declaration.reason': t('own.reason') };
  return (
    <>
      {!isFree && (
        <section className="group">
          <h4>{t('own.noConflictTitle')}</h4>
          <p>{t('own.noConflictWhat')}</p>
          <ProblemNotice problem={none.problem} />
          <Button
            busy={none.running}
            onClick={() => none.start({ params: { sessionId }, body: { declaration: { conflict: 'none' } } })}
          >
            {t('own.noConflict')}
          </Button>
        </section>
      )}
      <details className="text-used">
        <summary>{t('own.conflictTitle')}</summary>
        <Form
          route={declareConflict}
          read={(values) => {
            const { text, all } = answersOf(values);
            const reason = text('declaration.reason');
            const kinds = all('declaration.kinds');
            return {
              declaration: { conflict: 'declared', kinds, ...(reason === undefined ? {} : { reason }) },
            };
          }}
          labels={labels}
          onSend={(body) => action.run({ params: { sessionId }, body })}
          problem={action.problem}
          sending={action.running}
          button={t('own.conflict')}
        >
          <p>{t('own.conflictWhat')}</p>
          <Ticks
            name="declaration.kinds"
            label={labels['declaration.kinds']}
            options={conflictKinds.map((value) => ({ value, label: t(`conflict.kind.${value}`) }))}
          />
          <TextBox name="declaration.reason" label={labels['declaration.reason']} lines={3} maxLength={600} />
        </Form>
      </details>
    </>
  );
}
