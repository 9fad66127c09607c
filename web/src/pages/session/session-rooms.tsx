import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/icon.tsx';
import type { SessionProps } from './session-view.ts';

/** In which rooms a session is, in a row like those of the seats; nothing where it needs none. */
export function SessionRooms({ session: { rooms, roomState } }: SessionProps) {
  const { t } = useTranslation('scheduling');
  if (roomState === 'not-needed' && rooms.length === 0) return null;
  return (
    <ul className="seat-times">
      <li className="seat-row" data-testid="session-rooms">
        <div className="seat-who">
          <strong>{t('room.title')}</strong>
        </div>
        {rooms.length === 0 ? (
          <p className="badges">
            <span className="badge badge-wait">
              <Icon name="clock" />
              {t('rooms.none')}
            </span>
          </p>
        ) : (
          <p>
            {rooms
              .map(({ label = t('rooms.unseen'), city }) => [label, city].filter(Boolean).join(', '))
              .join(' · ')}
          </p>
        )}
      </li>
    </ul>
  );
}
