import type * as z from 'zod';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cancellationReason, type sessionRow } from '../../../../../functions/sessions/contract.ts';
import { cancelSeries } from '../../../../../functions/sessions/series/contract.ts';
import { useAction } from '../../../api/hooks.ts';
import { ConfirmButton } from '../../../parts/confirm.tsx';
import { Select } from '../../../parts/fields.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { NotDone } from './how-it-went.tsx';

const reasons = cancellationReason.options;
type Reason = (typeof reasons)[number];

/** Cancels every session of the series that is not over, with one reason. */
export function CancelSeries({
  sessionId,
  sessions,
}: {
  readonly sessionId: string;
  readonly sessions: readonly z.infer<typeof sessionRow>[];
}) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const action = useAction(cancelSeries);
  const [reason, setReason] = useState<Reason | ''>('');
  return (
    <details className="change">
      <summary>{t('series.cancel')}</summary>
      <ProblemNotice problem={action.problem} />
      {action.answer !== undefined && (
        <NotDone title={t('series.notCancelled')} reasons={action.answer.notCancelled} sessions={sessions} />
      )}
      <Select<Reason | ''>
        label={t('staff:cancel.reason')}
        options={reasons.map((value) => ({ value, label: t(`staff:cancel.reasons.${value}`) }))}
        none={t('staff:form.pleaseChoose')}
        value={reason}
        onChoose={setReason}
      />
      <ConfirmButton
        label={t('series.cancelDo')}
        question={t('series.cancelAsk')}
        consequence={`${t('staff:cancel.consequence')} ${t('series.toldOnce')}`}
        confirm={t('series.cancelDo')}
        disabled={reason === '' || action.running}
        onConfirm={() => {
          if (reason !== '') action.start({ params: { sessionId }, body: { reason } });
        }}
      />
    </details>
  );
}
