import { useTranslation } from 'react-i18next';
import { listRooms } from '../../../../functions/directory/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/fields.tsx';
import { Icon } from '../../parts/icon.tsx';
import { mostRooms } from '../../../../functions/sessions/proposal/contract.ts';

/** The rooms that are booked along: each that was chosen with a way to take it out, and one more to choose. */
export function RoomFields({
  rooms,
  onRooms,
}: {
  readonly rooms: readonly string[];
  readonly onRooms: (rooms: readonly string[]) => void;
}) {
  const { t } = useTranslation('scheduling');
  const found = useAnswer(listRooms);
  return (
    <Answer of={found}>
      {(answer) => {
        const named = answer.rooms.map((room) => ({ value: room.roomId as string, label: roomName(room) }));
        const left = named.filter(({ value }) => !rooms.includes(value));
        return (
          <div>
            {rooms.length > 0 && (
              <ul className="chosen-ones" aria-label={t('booking.rooms')}>
                {rooms.map((roomId) => {
                  const room = named.find(({ value }) => value === roomId)?.label ?? '';
                  return (
                    <li key={roomId}>
                      <span>{room}</span>
                      <Button quiet small onClick={() => onRooms(rooms.filter((each) => each !== roomId))}>
                        <Icon name="cross" />
                        <span className="unseen">{t('booking.remove', { what: room })}</span>
                      </Button>
                    </li>
                  );
                })}
              </ul>
            )}
            {rooms.length < mostRooms && left.length > 0 && (
              <Select
                label={rooms.length === 0 ? t('room.title') : t('booking.addRoom')}
                options={[
                  { value: '', label: rooms.length === 0 ? t('room.none') : t('booking.noMoreRooms') },
                  ...left,
                ]}
                value=""
                onChoose={(roomId) => roomId !== '' && onRooms([...rooms, roomId])}
              />
            )}
          </div>
        );
      }}
    </Answer>
  );
}

/** A room as it is called where somebody chooses it. */
export const roomName = ({
  label,
  city,
  agency,
}: {
  readonly label: string;
  readonly city?: string | undefined;
  readonly agency: string;
}): string => [label, city, agency].filter((each) => each !== undefined).join(', ');
