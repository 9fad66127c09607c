import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { zonePlace } from '../../../../functions/shared/values/zone-places.ts';
import type { OwnSession } from '../../own-day/at-door.ts';
import { Moment, Span } from '../../parts/moment.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { useReader } from '../../parts/reader.tsx';
import { spanForPeople } from '../../../../functions/shared/values/times-for-people.ts';
import { StatusBadge } from '../session/status-badge.tsx';

/** One session of the reader: when, of which case, what kind, where; and what of it waits for them. */
export function SessionCard({
  session,
  waiting = false,
}: {
  readonly session: OwnSession;
  readonly waiting?: boolean;
}) {
  const { t } = useTranslation(['staff', 'daily']);
  const { zone } = useOwnRecord();
  const waits = session.waits
    .map((wait) => (wait === 'confirmation' ? t('daily:home.confirmation') : t(`gates.${wait}.name`)))
    .join(' · ');
  const rooms = session.rooms.flatMap(({ label, city }) => (label === undefined ? [] : `${label}, ${city}`));
  return (
    <Link className="card card-link" to={`/sessions/${session.sessionId}`}>
      {waiting && <strong>{waits}</strong>}
      <span className={waiting ? undefined : 'card-when'}>
        <Span start={session.start} end={session.end} zone={zone} />
      </span>
      <span className="row">
        <span className="reference">{session.reference}</span>
        <span>{t(`session.kind.${session.kind}`)}</span>
        <StatusBadge status={session.status} />
      </span>
      {rooms.length > 0 && <span className="quiet">{rooms.join(' · ')}</span>}
      {session.heldUntil !== undefined && session.status === 'held' && (
        <span>
          {t('daily:home.heldUntil')} <Moment at={session.heldUntil} zone={zone} />
        </span>
      )}
    </Link>
  );
}

/** All by which a session is found in the reader's language: case, people, kind, state, day, rooms and place. */
export function useSearchWords(): (session: OwnSession) => string {
  const { t } = useTranslation('staff');
  const reader = useReader();
  const { zone } = useOwnRecord();
  return (session) =>
    [
      session.reference,
      ...session.pseudonyms,
      t(`session.kind.${session.kind}`),
      t(`session.status.${session.status}`),
      ...session.days.flatMap((day) => [
        day.start.slice(0, 10),
        spanForPeople(day, zone, reader),
        spanForPeople(day, zone, { ...reader, length: 'long' }),
      ]),
      ...session.rooms.flatMap(({ label, city }) => [label ?? '', city ?? '']),
      zonePlace(session.venue.zone, reader.language),
      zonePlace(session.venue.zone, 'en'),
    ].join(' ');
}
