import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { previewOfBooking } from '../../../../../functions/notices/contract.ts';
import { Moment } from '../../../parts/moment.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { NoticeWords } from './notice-words.tsx';

type Planned = z.output<typeof previewOfBooking.answer>['notices'][number];

/** Messages that are not sent yet: to whom and through whom, when, and word for word what they say. */
export function PlannedMessages({
  notices,
  open = false,
}: {
  readonly notices: readonly Planned[];
  readonly open?: boolean;
}) {
  const { t } = useTranslation('scheduling');
  const [first] = notices;
  if (first === undefined) return <p>{t('sent.nothing')}</p>;
  const later = notices.filter(({ dueAt }) => dueAt !== first.dueAt);
  return (
    <>
      <Messages notices={notices.filter(({ dueAt }) => dueAt === first.dueAt)} open={open} />
      {later.length > 0 && (
        <details>
          <summary>{t('sent.later', { number: later.length })}</summary>
          <Messages notices={later} open={false} />
        </details>
      )}
    </>
  );
}

function Messages({ notices, open }: { readonly notices: readonly Planned[]; readonly open: boolean }) {
  const me = useOwnRecord();
  return (
    <ul className="messages">
      {[...Map.groupBy(notices, ({ dueAt }) => dueAt)].map(([dueAt, together]) => (
        <li key={dueAt}>
          <p className="quiet">
            <Moment at={dueAt} zone={me.zone} />
          </p>
          {together.map((notice) => (
            <NoticeWords
              key={`${notice.seat} ${notice.pseudonym} ${notice.kind} ${notice.text}`}
              notice={notice}
              open={open}
            />
          ))}
        </li>
      ))}
    </ul>
  );
}
