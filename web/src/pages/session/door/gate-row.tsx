import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon, type IconName } from '../../../parts/icon.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import type { DoorGate } from './door-gate.ts';
import { RestoreGate, SetAside } from './set-aside.tsx';

/** What was set aside is neither open nor waited for, and looks like neither. */
type Looks = DoorGate['state'] | 'aside';

const icons: Readonly<Record<Looks, IconName>> = {
  open: 'check',
  missing: 'clock',
  refused: 'cross',
  untested: 'question',
  aside: 'warning',
};
const badges: Readonly<Record<Looks, string>> = {
  open: 'badge badge-good',
  missing: 'badge badge-wait',
  refused: 'badge badge-bad',
  untested: 'badge',
  aside: 'badge badge-wait',
};

/** One gate: how it stands, and what follows from that. */
export function GateRow({ sessionId, gate: of }: { readonly sessionId: string; readonly gate: DoorGate }) {
  const { t } = useTranslation(['door', 'staff']);
  const me = useOwnRecord();
  const { gate, state, lacks, marks, since, aside, maySetAside, mayRestore } = of;
  const looks: Looks = aside === undefined ? state : 'aside';
  const waits = looks === 'missing';
  return (
    <li className={`card door-gate door-gate-${looks}`} data-testid={`door-${gate}`} data-state={looks}>
      <h2>
        <Icon name={icons[looks]} /> {t(`staff:gates.${gate}.name`)}
      </h2>
      <p>
        <span className={badges[looks]}>
          {looks === 'aside' ? t('aside.state') : t(`staff:gates.state.${looks}`)}
        </span>{' '}
        {marks.map((mark) => (
          <span key={mark} className="badge badge-wait">
            {t(`marks.${mark}`)}
          </span>
        ))}
      </p>
      {lacks !== undefined && <p>{t(`lacks.${lacks}`)}</p>}
      {since !== undefined && looks !== 'missing' && (
        <p className="quiet">
          {t('since')} <Moment at={since} zone={me.zone} />
        </p>
      )}
      {waits && <Waiting sessionId={sessionId} of={of} />}
      {aside !== undefined && (
        <>
          <p>
            {t('aside.by', { role: t(`staff:roles.${aside.by}`), pseudonym: aside.pseudonym })}
            <br />
            <Moment at={aside.at} zone={me.zone} />
            <br />
            {t(`aside.reasons.${aside.reason}`)}
          </p>
          <p className="hint">{t('aside.holds')}</p>
        </>
      )}
      {maySetAside && <SetAside sessionId={sessionId} gate={gate} />}
      {mayRestore && <RestoreGate sessionId={sessionId} gate={gate} />}
    </li>
  );
}

/** Who must do it, and by when; with the way to where it is done, for whoever can. */
function Waiting({
  sessionId,
  of: { turn, only, who, dueBy, late, mine, myTurn },
}: {
  readonly sessionId: string;
  readonly of: DoorGate;
}) {
  const { t } = useTranslation(['door', 'staff']);
  const me = useOwnRecord();
  const role = t(`staff:roles.${turn}`);
  const whose =
    only === undefined || turn === 'prosecutor' ? 'staff:gates.turn' : `staff:gates.turnOnly.${only}`;
  return (
    <>
      <p>{t(whose as 'staff:gates.turn', { role })}</p>
      {who.length === 0 ? (
        <p className="hint">{t('nobody')}</p>
      ) : (
        <dl className="facts">
          <div>
            <dt>{t('who')}</dt>
            <dd>
              <ul className="door-who">
                {who.map((each) => (
                  <li key={each.pseudonym}>
                    {each.label} <span className="reference">{each.pseudonym}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        </dl>
      )}
      {dueBy !== undefined && (
        <p className={late ? 'door-late' : undefined}>
          {t(late ? 'late' : 'dueBy')} <Moment at={dueBy} zone={me.zone} />
        </p>
      )}
      {(mine || myTurn) && (
        <p>
          <Link to={`/sessions/${sessionId}`}>{t('doIt')}</Link>
        </p>
      )}
    </>
  );
}
