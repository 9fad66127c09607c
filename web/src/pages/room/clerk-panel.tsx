import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { admit, endSession, openRoom, remove } from '../../../../functions/rooms/contract.ts';
import { useAction } from '../../api/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { ConfirmButton } from '../../parts/confirm.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { IdentityBadge } from '../session/identity-badge.tsx';
import type { RoomView } from '../../video/room-view.ts';
import { AtWork } from './at-work.tsx';
import { Alarms } from './alarms.tsx';

type Seat = RoomView['seats'][number];
type WhyPutOut = NonNullable<RoomView['putOut']>;
const named = ({ seat, pseudonym }: Seat) => ({ seat, pseudonym });

/** What the clerk runs the session with: the room itself, and who is at the door. */
export function ClerkPanel({ view }: { readonly view: RoomView }) {
  const { t } = useTranslation('staff');
  const { sessionId, phase } = view;
  const params = { sessionId };
  const opening = useAction(openRoom);
  const ending = useAction(endSession);
  const admitting = useAction(admit);
  const removing = useAction(remove);
  const busy = [opening, ending, admitting, removing].some(({ running }) => running);
  const problem = opening.problem ?? ending.problem ?? admitting.problem ?? removing.problem;
  const others = view.seats.filter(({ pseudonym }) => pseudonym !== view.myPseudonym);
  return (
    <aside className="clerk-panel" aria-labelledby="clerk-panel-title">
      <h2 id="clerk-panel-title">{t('clerk.title')}</h2>
      <p>
        <span className={phase === 'open' ? 'badge badge-good' : 'badge badge-wait'} data-testid="room-phase">
          {t(`clerk.phases.${phase}`)}
        </span>
      </p>
      {view.alarms !== undefined && <Alarms sessionId={sessionId} alarms={view.alarms} />}
      <ProblemNotice problem={problem} />
      {view.doorOpen === false && <Notice tone="wait" title={t('clerk.gatesClosed')} />}
      {phase === 'closed' && (
        <Button disabled={busy} onClick={() => opening.start({ params, body: {} })}>
          <Icon name="doorOpen" />
          {t('clerk.open')}
        </Button>
      )}
      <AtWork view={view} />
      <h3 id="at-door-title">{t('clerk.door')}</h3>
      {/* It scrolls where many wait; while nobody can be let in, nothing in it takes the focus that would scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls is moved by the arrow keys */}
      <ul className="at-door" aria-live="polite" aria-labelledby="at-door-title" tabIndex={0}>
        {others.map((taken) => (
          <AtDoor
            key={taken.pseudonym}
            seat={taken}
            busy={busy}
            mayAdmit={phase === 'open' || phase === 'paused'}
            onAdmit={() => admitting.start({ params, body: named(taken) })}
            onRemove={(why) =>
              removing.start({ params, body: { ...named(taken), ...(why === undefined ? {} : { why }) } })
            }
          />
        ))}
      </ul>
      {phase !== 'closed' && (
        <ConfirmButton
          label={t('clerk.end')}
          icon="stop"
          question={t('clerk.endQuestion')}
          consequence={t('clerk.endConsequence')}
          confirm={t('clerk.endConfirm')}
          disabled={busy}
          onConfirm={() => ending.start({ params, body: {} })}
        />
      )}
    </aside>
  );
}

function AtDoor({
  seat: { seat, pseudonym, state, device, asksTooOften, keptApart, inCamera, today, identified },
  busy,
  mayAdmit,
  onAdmit,
  onRemove,
}: {
  readonly seat: Seat;
  readonly busy: boolean;
  readonly mayAdmit: boolean;
  readonly onAdmit: () => void;
  readonly onRemove: (why?: WhyPutOut) => void;
}) {
  const { t } = useTranslation('staff');
  const who = `${t(`roles.${seat}`)} ${pseudonym}`;
  const [why, setWhy] = useState<WhyPutOut | ''>('');
  return (
    <li data-testid={`door-${seat}`} data-state={state}>
      <p className="at-door-who">
        <strong>{t(`roles.${seat}`)}</strong> <span className="pseudonym">{pseudonym}</span>
      </p>
      <p className="badges">
        <span
          className={
            state === 'away' ? 'badge' : state === 'waiting' ? 'badge badge-wait' : 'badge badge-good'
          }
        >
          {t(`clerk.states.${state}`)}
        </span>
        {today !== undefined && (
          <span
            className={
              today === 'yes'
                ? 'badge badge-good'
                : today === 'asked'
                  ? 'badge badge-wait'
                  : 'badge badge-bad'
            }
          >
            {t(`today.states.${today}`)}
          </span>
        )}
        <IdentityBadge state={identified} />
        {keptApart && <span className="badge badge-bad">{t('clerk.keptApart')}</span>}
        {inCamera && <span className="badge badge-bad">{t('clerk.inCamera')}</span>}
        {asksTooOften && <span className="badge badge-bad">{t('clerk.asksTooOften')}</span>}
        {device !== undefined && state !== 'away' && (
          <>
            <DeviceFact icon="camera" works={device.camera} name={t('device.camera')} />
            <DeviceFact icon="microphone" works={device.microphone} name={t('device.microphone')} />
            <DeviceFact icon="signal" works={device.connection === 'good'} name={t('device.connection')} />
          </>
        )}
      </p>
      {state === 'waiting' && keptApart !== true && inCamera !== true && (
        <Button
          small
          disabled={busy || !mayAdmit}
          onClick={onAdmit}
          aria-label={t('clerk.admitWho', { who })}
        >
          {t('clerk.admit')}
        </Button>
      )}
      {state === 'admitted' && (
        <>
          <ConfirmButton
            label={t('clerk.remove')}
            question={t('clerk.removeQuestion', { who })}
            consequence={t('clerk.removeConsequence')}
            confirm={t('clerk.remove')}
            disabled={busy}
            onConfirm={() => onRemove(why === '' ? undefined : why)}
          />
          <label className="at-door-why">
            <span className="unseen">{t('clerk.removeWhy', { who })}</span>
            <select value={why} onChange={({ currentTarget: { value } }) => setWhy(reasonOf(value))}>
              <option value="">{t('clerk.noReason')}</option>
              {reasons.map((reason) => (
                <option key={reason} value={reason}>
                  {t(`room.putOutWhy.${reason}`)}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
    </li>
  );
}

/** Why somebody can be put out; no reason is one too. */
const reasons: readonly WhyPutOut[] = ['disturbs', 'order-of-court', 'not-needed-now', 'device'];
const reasonOf = (value: string): WhyPutOut | '' => reasons.find((reason) => reason === value) ?? '';

function DeviceFact({
  icon,
  works,
  name,
}: {
  readonly icon: 'camera' | 'microphone' | 'signal';
  readonly works: boolean;
  readonly name: string;
}) {
  const { t } = useTranslation('staff');
  return (
    <span className={works ? 'device-fact' : 'device-fact device-fact-not'}>
      <Icon name={icon} />
      <span className="unseen">
        {name}: {t(works ? 'device.works' : 'device.not')}
      </span>
      {!works && <Icon name="cross" />}
    </span>
  );
}
