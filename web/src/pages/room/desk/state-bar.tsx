import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../../functions/shared/values/instants.ts';
import { Icon, type IconName } from '../../../parts/icon.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { clockSpan, stateOf, type Said, type StateFact } from './state-of.ts';

const looks: Readonly<Record<StateFact['is'], readonly [IconName, string]>> = {
  'on-record': ['record', 'state state-record'],
  'off-record': ['hidden', 'state state-off'],
  open: ['doorOpen', 'state state-open'],
  recess: ['clock', 'state state-off'],
  paused: ['pause', 'state state-off'],
  adjourned: ['calendar', 'state state-off'],
  closed: ['door', 'state state-off'],
};

/** How the session stands, in one place and the same for everybody; and how long it has gone on. */
export function StateBar({ view }: { readonly view: Said }) {
  const { t } = useTranslation('desk');
  const state = stateOf(view);
  const [icon, look] = looks[state.is];
  return (
    <div className="state-bar">
      <p className={look} role="status" data-testid="session-state" data-state={state.is}>
        <Icon name={icon} />
        <span>{t(`state.${state.is}`)}</span>
      </p>
      {'until' in state && state.until !== undefined && (
        <Until at={state.until} counts={state.is === 'recess'} />
      )}
      {view.inCameraNow === true && (
        <p className="state state-off" role="status" data-testid="in-camera-now">
          <Icon name="lock" />
          <span>{t('state.in-camera')}</span>
        </p>
      )}
      <Elapsed start={Date.parse(view.start)} end={Date.parse(view.end)} />
    </div>
  );
}

/** Milliseconds since 1970, each second anew. */
function useSecond(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Until when, on the reader's own clock, and how long that is. The seconds are not read out one by one. */
function Until({ at, counts }: { readonly at: Instant; readonly counts: boolean }) {
  const { t } = useTranslation('desk');
  const { zone } = useOwnRecord();
  const left = Date.parse(at) - useSecond();
  return (
    <p data-testid="until">
      {t('state.until')} <Moment at={at} zone={zone} />{' '}
      {counts && <strong aria-hidden="true">{left > 0 ? clockSpan(left) : t('state.recessOver')}</strong>}
    </p>
  );
}

/** Since the time that was booked, and of how much. */
function Elapsed({ start, end }: { readonly start: number; readonly end: number }) {
  const { t } = useTranslation('desk');
  const gone = useSecond() - start;
  const length = end - start;
  return (
    <p className={gone > length ? 'elapsed elapsed-over' : 'elapsed'} data-testid="elapsed">
      <Icon name="clock" />
      <span>{gone < 0 ? t('elapsed.before') : t('elapsed.since')}</span>{' '}
      <span className="elapsed-clock">{clockSpan(Math.abs(gone))}</span>
      {gone >= 0 && <span className="quiet"> / {clockSpan(length)}</span>}
    </p>
  );
}
