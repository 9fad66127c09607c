import { useTranslation } from 'react-i18next';
import { previewOfBooking } from '../../../../functions/notices/contract.ts';
import { useQuestion } from '../../api/use-question.ts';
import type { Proposal } from '../../parts/proposal.ts';
import { Answer } from '../../parts/answer.tsx';
import { useSettled } from '../../parts/use-settled.ts';
import { PlannedMessages } from '../session/change/planned-messages.tsx';
import '../session/change/change.css';

/** What the booking would tell everybody, at once and later, before it is made. Of a hold nobody is told. */
export function BookingMessages({ question, held }: { readonly question: Proposal; readonly held: boolean }) {
  const { t } = useTranslation('scheduling');
  const body = JSON.parse(useSettled(JSON.stringify(question), 700)) as Proposal;
  const found = useQuestion(previewOfBooking, held ? undefined : body, { keepLast: true });
  return (
    <section className="section will-be-sent" aria-labelledby="will-be-sent">
      <h2 id="will-be-sent">{t('sent.will')}</h2>
      {held ? (
        <p>{t('booking.heldSilently')}</p>
      ) : (
        <Answer of={found}>{({ notices }) => <PlannedMessages notices={notices} />}</Answer>
      )}
    </section>
  );
}
