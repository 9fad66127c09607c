import { useTranslation } from 'react-i18next';
import { previewNotices } from '../../../../../functions/notices/contract.ts';
import type { BodyIn } from '../../../../../functions/shared/http/contract.ts';
import { useQuestion } from '../../../api/use-question.ts';
import { Answer } from '../../../parts/answer.tsx';
import { PlannedMessages } from './planned-messages.tsx';

/** What would be sent, to whom and through whom, before anything is done. */
export function WillBeSent({
  sessionId,
  change,
}: {
  readonly sessionId: string;
  readonly change: BodyIn<typeof previewNotices>['change'];
}) {
  const { t } = useTranslation('scheduling');
  const found = useQuestion(previewNotices, { sessionId, change }, { keepLast: true });
  return (
    <section className="will-be-sent" aria-label={t('sent.will')}>
      <h3>{t('sent.will')}</h3>
      <Answer of={found}>{({ notices }) => <PlannedMessages notices={notices} open />}</Answer>
    </section>
  );
}
