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
  const named = (some: (each: Gate) => boolean) =>
    gates.filter(some).map(({ gate }) => t(`gates.${gate}.name`));
  // What keeps no door closed is no yes either, and is said to be none.
  const aside = named((each) => each.aside === true);
  const untested = named((each) => each.state === 'untested' && each.aside !== true);
  return (
    <>
      <ol className="gates">
        {gates.map(({ gate, state, turn, only, mine, myTurn, aside: isAside, byOrder }) => (
          <li key={gate} className={`gate gate-${state}`} data-testid={`gate-${gate}`} data-state={state}>
            <span className="gate-sign">
              <Icon name={isAside === true ? 'warning' : icons[state]} large />
            </span>
            <strong>{t(`gates.${gate}.name`)}</strong>
            <span className="gate-state">
              {/* Never shown as consent, which it is not. */}
              {byOrder !== undefined && state === 'open'
                ? `${t('gates.byOrder')}: ${byOrder.join(', ')}`
                : isAside === true
                  ? t('gates.aside')
                  : t(`gates.state.${state}`)}
            </span>
            {keepsClosed(state) && isAside !== true && (
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
            {!open
              ? t('door.closed', { number: closed })
              : [...untested, ...aside].length === 0
                ? t('door.open')
                : t('door.passable')}
          </span>
          {open && untested.length > 0 && (
            <span className="gate-turn">{t('door.butUntested', { gates: untested.join(', ') })}</span>
          )}
          {open && aside.length > 0 && (
            <span className="gate-turn">{t('door.butAside', { gates: aside.join(', ') })}</span>
          )}
        </li>
      </ol>
    </>
  );
}
