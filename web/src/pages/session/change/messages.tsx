import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listNotices } from '../../../../../functions/notices/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { NoticeWords } from './notice-words.tsx';

const tones = {
  planned: '',
  waiting: 'badge-wait',
  sent: 'badge-good',
  failed: 'badge-bad',
  returned: 'badge-bad',
  unreachable: 'badge-bad',
} as const;

/** What was and what will be sent about the session. What could not be sent, somebody must tell in another way. */
export function Messages({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('scheduling');
  const me = useOwnRecord();
  const [open, setOpen] = useState(false);
  // People are told a moment after the change itself.
  const found = useAnswer(listNotices, { query: { sessionId } }, { when: open, every: () => 5_000 });
  return (
    <details className="section" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('sent.title')}</summary>
      <Answer of={found}>
        {({ notices }) =>
          notices.length === 0 ? (
            <p>{t('sent.none')}</p>
          ) : (
            <ul className="messages">
              {notices.map((notice) => (
                <li key={`${notice.seat} ${notice.pseudonym} ${notice.kind} ${notice.dueAt}`}>
                  <p className="row">
                    <span className={`badge ${tones[notice.state]}`}>{t(`sent.states.${notice.state}`)}</span>
                    <Moment at={notice.sentAt ?? notice.dueAt} zone={me.zone} />
                  </p>
                  <NoticeWords notice={notice} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </details>
  );
}
