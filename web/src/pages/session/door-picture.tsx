import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../parts/icon.tsx';
import type { Gate } from './session-view.ts';

const icons: Readonly<Record<Gate['state'], IconName>> = {
  open: 'check',
  missing: 'clock',
  refused: 'cross',
};

/** The way into the room: five gates in a row, then the door. Each gate says its state and whose turn it is. */
export function DoorPicture({ gates }: { readonly gates: readonly Gate[] }) {
  const { t } = useTranslation('staff');
  const open = gates.every(({ state }) => state === 'open');
  const closed = gates.filter(({ state }) => state !== 'open').length;
  return (
    <>
      <ol className="gates">
        {gates.map(({ gate, state, turn, only, mine }) => (
          <li key={gate} className={`gate gate-${state}`} data-testid={`gate-${gate}`} data-state={state}>
            <span className="gate-sign">
              <Icon name={icons[state]} large />
            </span>
            <strong>{t(`gates.${gate}.name`)}</strong>
            <span className="gate-state">{t(`gates.state.${state}`)}</span>
            {state !== 'open' && (
              <span className="gate-turn">
                {mine
                  ? t('gates.yourTurn')
                  : t(only === undefined ? 'gates.turn' : `gates.turnOnly.${only}`, {
                      role: t(`roles.${turn}`),
                    })}
              </span>
            )}
          </li>
        ))}
        <li className={open ? 'gate gate-door gate-open' : 'gate gate-door'}>
          <span className="gate-sign">
            <Icon name={open ? 'doorOpen' : 'lock'} large />
          </span>
          <strong>{t('door.room')}</strong>
          <span className="gate-state" role="status">
            {open ? t('door.open') : t('door.closed', { number: closed })}
          </span>
        </li>
      </ol>
    </>
  );
}
