import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { keepsClosed } from './gate-of.ts';
import type { Gate } from './session-view.ts';

const icons: Readonly<Record<Gate['state'], IconName>> = {
  open: 'check',
  missing: 'clock',
  refused: 'cross',
  untested: 'question',
};

/** The way into the room: the gates in a row, then the door. Each gate says its state and whose turn it is. */
export function DoorPicture({ gates }: { readonly gates: readonly Gate[] }) {
  const { t } = useTranslation('staff');
  const closed = gates.filter(({ state, aside }) => keepsClosed(state) && aside !== true).length;
  const open = closed === 0;
  return (
    <>
      <ol className="gates">
        {gates.map(({ gate, state, turn, only, mine, myTurn, aside, byOrder }) => (
          <li key={gate} className={`gate gate-${state}`} data-testid={`gate-${gate}`} data-state={state}>
            <span className="gate-sign">
              <Icon name={aside === true ? 'warning' : icons[state]} large />
            </span>
            <strong>{t(`gates.${gate}.name`)}</strong>
            <span className="gate-state">
              {/* Never shown as consent, which it is not. */}
              {byOrder !== undefined && state === 'open'
                ? `${t('gates.byOrder')}: ${byOrder.join(', ')}`
                : aside === true
                  ? t('gates.aside')
                  : t(`gates.state.${state}`)}
            </span>
            {keepsClosed(state) && aside !== true && (
              <span className="gate-turn">
                {myTurn || (mine && state === 'refused')
                  ? t('gates.yourTurn')
                  : t(only === undefined || turn === 'prosecutor' ? 'gates.turn' : `gates.turnOnly.${only}`, {
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
