import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cancelSession } from '../../../../../functions/sessions/booking/contract.ts';
import { cancellationReason } from '../../../../../functions/sessions/contract.ts';
import { useAction } from '../../../api/hooks.ts';
import { ConfirmButton } from '../../../parts/confirm.tsx';
import { Select } from '../../../parts/fields.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import type { SessionProps } from '../session-view.ts';
import { WillBeSent } from './will-be-sent.tsx';

const reasons = cancellationReason.options;
type Reason = (typeof reasons)[number];

/** Cancels the session, with a reason, after showing what everybody will be told. */
export function CancelSession({ session }: SessionProps) {
  const { t } = useTranslation('staff');
  const action = useAction(cancelSession);
  const [reason, setReason] = useState<Reason | ''>('');
  const [open, setOpen] = useState(false);
  const { sessionId } = session;
  return (
    <details className="change" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('cancel.title')}</summary>
      <ProblemNotice problem={action.problem} />
      <Select<Reason | ''>
        name="reason"
        label={t('cancel.reason')}
        options={reasons.map((value) => ({ value, label: t(`cancel.reasons.${value}`) }))}
        none={t('form.pleaseChoose')}
        value={reason}
        onChoose={setReason}
      />
      {open && session.status !== 'held' && (
        <WillBeSent sessionId={sessionId} change={{ what: 'cancellation' }} />
      )}
      <ConfirmButton
        label={t('cancel.cancel')}
        question={t('cancel.question')}
        consequence={t('cancel.consequence')}
        confirm={t('cancel.cancel')}
        disabled={reason === '' || action.running}
        onConfirm={() => {
          if (reason !== '') action.start({ params: { sessionId }, body: { reason } });
        }}
      />
    </details>
  );
}
