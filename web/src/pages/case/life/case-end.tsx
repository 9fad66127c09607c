import { useTranslation } from 'react-i18next';
import type { readCase } from '../../../../../functions/cases/contract.ts';
import {
  appealReason,
  closeCase,
  closingReason,
  holdCase,
  reopenCase,
  reopeningReason,
} from '../../../../../functions/cases/life/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { mayCall } from '../../../api/may-call.ts';
import { Select, TextBox } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';

type File = AnswerOf<typeof readCase>;

/** How the case ends and goes on: what can be done from where it stands, by those who answer for it. */
export function CaseEnd({ file: { caseId, state } }: { readonly file: File }) {
  const { t } = useTranslation('life');
  const me = useOwnRecord();
  if (!mayCall(closeCase, me.role)) return null;
  const isCourt = me.role === 'clerk' || me.role === 'judge';
  return (
    <section className="section">
      <h2>{t('title')}</h2>
      {state === 'open' && <p>{t('endHint')}</p>}
      {(state === 'open' || (state === 'appeal' && isCourt)) && (
        <Ending
          route={closeCase}
          caseId={caseId}
          reasons={closingReason.options.filter(
            (each) => (each === 'appeal-decided') === (state === 'appeal'),
          )}
          title={t('close')}
        />
      )}
      {state !== 'appeal' && (
        <Ending route={holdCase} caseId={caseId} reasons={appealReason.options} title={t('hold')} />
      )}
      {(state === 'closed' || (state === 'appeal' && isCourt)) && (
        <Ending
          route={reopenCase}
          caseId={caseId}
          reasons={reopeningReason.options}
          title={t('reopen')}
          hint={t('reopenHint')}
        />
      )}
    </section>
  );
}

type EndRoute = typeof closeCase | typeof holdCase | typeof reopenCase;
type Reason = (typeof closingReason | typeof appealReason | typeof reopeningReason)['options'][number];

function Ending<R extends EndRoute>({
  route,
  caseId,
  reasons,
  title,
  hint,
}: {
  readonly route: R;
  readonly caseId: string;
  readonly reasons: readonly Reason[];
  readonly title: string;
  readonly hint?: string;
}) {
  const { t } = useTranslation('life');
  const action = useAction<EndRoute>(route);
  const labels = { reason: t('reason'), note: t('note') };
  return (
    <details>
      <summary>{title}</summary>
      {hint !== undefined && <p>{hint}</p>}
      <Form
        route={route as typeof closeCase}
        read={(values) => {
          const { text } = answersOf(values);
          const note = text('note');
          return {
            reason: text('reason') as (typeof closingReason)['options'][number] | undefined,
            ...(note === undefined ? {} : { note }),
          };
        }}
        labels={labels}
        onSend={(body) => action.run({ params: { caseId }, body })}
        problem={action.problem}
        sending={action.running}
        button={title}
      >
        <Select
          name="reason"
          label={labels.reason}
          options={reasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        />
        <TextBox name="note" label={labels.note} hint={t('noteHint')} maxLength={400} />
      </Form>
    </details>
  );
}
