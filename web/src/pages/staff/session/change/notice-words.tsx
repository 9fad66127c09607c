import type * as z from 'zod';
import { useTranslation } from 'react-i18next';
import type { noticeRow } from '../../../../../../functions/notices/contract.ts';

type Notice = Pick<z.infer<typeof noticeRow>, 'seat' | 'pseudonym' | 'kind' | 'through' | 'subject' | 'text'>;

/** One message: to whom, through whom, and word for word what it says. */
export function NoticeWords({ notice, open = false }: { readonly notice: Notice; readonly open?: boolean }) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const { seat, pseudonym, kind, through, subject, text } = notice;
  return (
    <details open={open}>
      <summary>
        {t(`sent.kinds.${kind}`)}: {t(`staff:roles.${seat}`)} <span className="pseudonym">{pseudonym}</span>
        {through !== undefined && <span> {t('sent.through', { role: t(`staff:roles.${through}`) })}</span>}
      </summary>
      <p>
        <strong>{subject}</strong>
      </p>
      <p className="message-text">{text}</p>
    </details>
  );
}
