import { useTranslation } from 'react-i18next';
import { previewNotices } from '../../../../../functions/notices/contract.ts';
import type { Instant } from '../../../../../functions/shared/values/instants.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { PlannedMessages } from './planned-messages.tsx';

/** What would be sent, to whom and through whom, before anything is done. */
export function WillBeSent({
  sessionId,
  change,
  start,
  minutes,
}: {
  readonly sessionId: string;
  readonly change: 'cancel' | 'move';
  readonly start?: Instant;
  readonly minutes?: number;
}) {
  const { t } = useTranslation('scheduling');
  const found = useAnswer(
    previewNotices,
    {
      query: {
        sessionId,
        change,
        ...(start === undefined ? {} : { start }),
        ...(minutes === undefined ? {} : { minutes }),
      },
    },
    { keepLast: true },
  );
  return (
    <section className="will-be-sent" aria-label={t('sent.will')}>
      <h3>{t('sent.will')}</h3>
      <Answer of={found}>{({ notices }) => <PlannedMessages notices={notices} open />}</Answer>
    </section>
  );
}
