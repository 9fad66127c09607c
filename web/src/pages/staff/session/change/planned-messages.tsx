import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { previewOfBooking } from '../../../../../../functions/notices/contract.ts';
import { Moment } from '../../../../parts/moment.tsx';
import { useOwnRecord } from '../../../../parts/own-record.tsx';
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
  const me = useOwnRecord();
  if (notices.length === 0) return <p>{t('sent.nothing')}</p>;
  return (
    <ul className="messages">
      {[...Map.groupBy(notices, ({ dueAt }) => dueAt)].map(([dueAt, together]) => (
        <li key={dueAt}>
          <p className="quiet">
            <Moment at={dueAt} zone={me.zone} />
          </p>
          {together.map((notice) => (
            <NoticeWords
              key={`${notice.seat} ${notice.pseudonym} ${notice.kind}`}
              notice={notice}
              open={open}
            />
          ))}
        </li>
      ))}
    </ul>
  );
}
