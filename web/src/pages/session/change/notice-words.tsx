import type * as z from 'zod';
import { useTranslation } from 'react-i18next';
import type { noticeRow } from '../../../../../functions/notices/contract.ts';

type Words = Pick<z.infer<typeof noticeRow>, 'seat' | 'kind' | 'through' | 'subject' | 'text'>;
/** Whoever joins the case with a booking has no pseudonym before it. */
type Notice = Words & { readonly pseudonym?: string | undefined };

/** One message: to whom, through whom, and word for word what it says. */
export function NoticeWords({ notice, open = false }: { readonly notice: Notice; readonly open?: boolean }) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const { seat, pseudonym, kind, through, subject, text } = notice;
  return (
    <details open={open}>
      <summary>
        {t(`sent.kinds.${kind}`)}: {t(`staff:roles.${seat}`)}{' '}
        {pseudonym !== undefined && <span className="pseudonym">{pseudonym}</span>}
        {through !== undefined && <span> {t('sent.through', { role: t(`staff:roles.${through}`) })}</span>}
      </summary>
      <p>
        <strong>{subject}</strong>
      </p>
      <p className="message-text">{text}</p>
    </details>
  );
}
