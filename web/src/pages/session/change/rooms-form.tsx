import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listRoomChoices, setRooms } from '../../../../../functions/sessions/changing/contract.ts';
import { mostRooms } from '../../../../../functions/sessions/proposal/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import { useAction, useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Button } from '../../../parts/button.tsx';
import { FieldGroup } from '../../../parts/field.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import type { SessionProps } from '../session-view.ts';
import { SecondWord } from './second-word.tsx';

type Choice = AnswerOf<typeof listRoomChoices>['rooms'][number];

/** Gives a session its rooms: those that the reader may choose, each free at that time or not. */
export function RoomsForm({ session }: SessionProps) {
  const { t } = useTranslation('scheduling');
  const [open, setOpen] = useState(false);
  const found = useAnswer(listRoomChoices, { params: { sessionId: session.sessionId } }, { when: open });
  return (
    <details className="change" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('rooms.title')}</summary>
      {open && <Answer of={found}>{({ rooms }) => <Choices session={session} choices={rooms} />}</Answer>}
    </details>
  );
}

function Choices({ session, choices }: SessionProps & { readonly choices: readonly Choice[] }) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const action = useAction(setRooms);
  const before = session.rooms.flatMap(({ roomId }) => roomId ?? []);
  const [picked, setPicked] = useState<ReadonlySet<string>>(() => new Set(before));
  // Rooms that others chose, and that this reader cannot take away, stay.
  const offered = choices.map(({ roomId }) => roomId);
  const rooms = [
    ...before.filter((roomId) => !offered.includes(roomId)),
    ...offered.filter((roomId) => picked.has(roomId)),
  ];
  const same = rooms.length === before.length && rooms.every((roomId) => before.includes(roomId));
  if (choices.length === 0) return <p>{t('rooms.nothing')}</p>;
  return (
    <>
      <p className="hint">{t('rooms.hint')}</p>
      <SecondWord session={session} problem={action.problem} />
      <ProblemNotice problem={action.problem} />
      {action.answer !== undefined && <Notice tone="good" live title={t('change.done')} />}
      <FieldGroup label={t('rooms.which', { number: mostRooms })}>
        <div className="choices">
          {choices.map(({ roomId, label, city, agency, vetted, chosen, availability }) => (
            <label key={roomId} className="choice">
              <input
                type="checkbox"
                checked={picked.has(roomId)}
                disabled={!picked.has(roomId) && (availability === 'booked' || rooms.length >= mostRooms)}
                onChange={(event) => {
                  const next = new Set(picked);
                  if (event.currentTarget.checked) next.add(roomId);
                  else next.delete(roomId);
                  setPicked(next);
                }}
              />
              <span>
                {[label, city, agency].filter(Boolean).join(', ')}{' '}
                <span className="quiet">
                  {[
                    ...(vetted ? [t('room.vettedShort')] : []),
                    chosen ? t('rooms.chosen') : t(`staff:availability.${availability}`),
                  ].join(' · ')}
                </span>
              </span>
            </label>
          ))}
        </div>
      </FieldGroup>
      <Button
        disabled={same || action.running}
        onClick={() => action.start({ params: { sessionId: session.sessionId }, body: { rooms } })}
      >
        {t('rooms.set')}
      </Button>
    </>
  );
}
