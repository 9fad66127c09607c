import type { ReactNode } from 'react';
import type * as z from 'zod';
import { useTranslation } from 'react-i18next';
import { listRooms } from '../../../../functions/directory/contract.ts';
import { previewSession } from '../../../../functions/availability/preview/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { useQuestion } from '../../api/use-question.ts';
import { Availability } from '../../parts/free-or-booked.tsx';
import { Span } from '../../parts/moment.tsx';
import { OneRoom } from '../../parts/one-room.tsx';
import type { Proposal } from '../../parts/proposal.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { SeatTimes } from '../../parts/seat-times.tsx';
import { useSettled } from '../../parts/use-settled.ts';
import { roomName } from './room-fields.tsx';

/** What the chosen time means for each seat on each day, asked again whenever the choice has stood still for a moment. */
export function Preview({
  question,
  zone,
  children,
}: {
  readonly question: Proposal | undefined;
  /** The reader's own. */
  readonly zone: string;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('staff');
  const asked = useSettled(JSON.stringify(question), 350);
  const body = asked === undefined ? undefined : (JSON.parse(asked) as Proposal);
  const shown = useQuestion(previewSession, body, { keepLast: true });
  const days = shown.data === undefined ? [] : [shown.data, ...shown.data.moreDays];
  return (
    <section className="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{t('book.preview')}</h2>
      {question === undefined && <p className="quiet">{t('book.previewEmpty')}</p>}
      {question !== undefined && shown.error !== null && <ProblemNotice problem={shown.error} />}
      {question !== undefined && shown.isPending && <p className="quiet">{t('common.loading')}</p>}
      {question !== undefined && shown.error === null && shown.data !== undefined && (
        <div aria-busy={shown.isFetching} aria-live="polite">
          <OneRoom of={shown.data.oneRoom} />
          {days.length === 1 ? (
            <>
              <p>
                <Span start={shown.data.start} end={shown.data.end} zone={zone} />
              </p>
              <PreviewDay day={shown.data} />
            </>
          ) : (
            days.map((day, at) => (
              <details key={day.start} className="preview-day" open={at === 0}>
                <summary>
                  <Span start={day.start} end={day.end} zone={zone} /> <AllFree day={day} />
                </summary>
                <PreviewDay day={day} />
              </details>
            ))
          )}
        </div>
      )}
      {children}
    </section>
  );
}

type Day = z.output<typeof previewSession.answer>['moreDays'][number];

function PreviewDay({ day }: { readonly day: Day }) {
  return (
    <>
      <SeatTimes seats={day.seats} start={day.start} end={day.end} />
      {day.rooms.length > 0 && <RoomRows rooms={day.rooms} />}
    </>
  );
}

function RoomRows({ rooms }: Pick<Day, 'rooms'>) {
  const { t } = useTranslation('scheduling');
  const known = useAnswer(listRooms).data?.rooms ?? [];
  return (
    <ul className="seat-times">
      {rooms.map(({ roomId, availability }) => {
        const room = known.find((each) => each.roomId === roomId);
        return (
          <li key={roomId} className="seat-row" data-testid="seat-room">
            <div className="seat-who">
              <strong>{t('room.title')}</strong>
              {room !== undefined && <span className="quiet">{roomName(room)}</span>}
            </div>
            <Availability of={availability} />
          </li>
        );
      })}
    </ul>
  );
}

/** Whether a day would do, for the line that stands for it while it is folded away. */
function AllFree({ day: { seats, rooms } }: { readonly day: Day }) {
  const taken = [...seats, ...rooms].some(({ availability }) => availability === 'booked');
  return <Availability of={taken ? 'booked' : 'available'} />;
}
