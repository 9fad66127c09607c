import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { readCase } from '../../../../functions/cases/contract.ts';
import { readOnCall } from '../../../../functions/help/on-call/contract.ts';
import { readTimes } from '../../../../functions/interpreting/times/contract.ts';
import { identify, readRoom } from '../../../../functions/rooms/contract.ts';
import { addMinutes } from '../../../../functions/shared/values/instants.ts';
import { readPreparation } from '../../../../functions/preparation/contract.ts';
import { readSession } from '../../../../functions/sessions/contract.ts';
import { readDoor } from '../../../../functions/sessions/door/contract.ts';
import { readWitness } from '../../../../functions/witnesses/contract.ts';
import { listSessionReadings } from '../../../../functions/custody/access/contract.ts';
import { listEntries } from '../../../../functions/custody/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { OnCallList } from '../../on-call/on-call-list.tsx';
import { mayCall } from '../../api/may-call.ts';
import { Answer } from '../../parts/answer.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Span } from '../../parts/moment.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { Page } from '../../parts/page.tsx';
import { useReference } from '../../parts/use-reference.ts';
import { SeatTimes } from '../../parts/seat-times.tsx';
import { StatusBadge } from './status-badge.tsx';
import { isHeldHere } from './kind-seats.ts';
import { dayMinutes } from './change/length.ts';
import { ChangeSession } from './change/change-session.tsx';
import { Series } from './series/series.tsx';
import { InterpretersTimes } from './interpreting/times.tsx';
import { interpretersOf } from './interpreters.ts';
import type { SessionView } from './session-view.ts';
import { SessionDays } from './session-days.tsx';
import { DoorPicture } from './door-picture.tsx';
import { NeededInSession } from './plan-of-session.tsx';
import { SessionRooms } from './session-rooms.tsx';
import { IdentifyInSession } from './identify.tsx';
import { YourTurn } from './your-turn.tsx';

/** Whether there is anything to say of when somebody interpreted. */
const hasBegun = (session: SessionView): boolean =>
  interpretersOf(session).length > 0 && Date.parse(session.opensAt) <= Date.now();

/** One session: its time in everybody's zone, its door with its gates, and what the reader can do now. */
export default function SessionPage() {
  const { t } = useTranslation(['staff', 'scheduling', 'preparation', 'witness']);
  const me = useOwnRecord();
  const { sessionId = '' } = useParams();
  // Others open gates while this page is looked at.
  const found = useAnswer(readSession, { params: { sessionId } }, { every: () => 10_000 });
  const caseId = found.data?.caseId;
  const reference = useReference(caseId);
  const above =
    caseId === undefined
      ? { to: '/', label: t('cases.title') }
      : { to: `/cases/${caseId}`, label: t('case.title') };
  return (
    <Page
      wide
      title={t('session.title')}
      above={above}
      reference={[reference, sessionId].filter(Boolean).join(' · ')}
    >
      <Answer of={found}>
        {(session) => (
          <>
            <div className="session-head">
              <p className="lead">
                <strong>{t(`session.kind.${session.kind}`)}</strong>
                <br />
                <Span start={session.start} end={session.end} zone={me.zone} />
              </p>
              <StatusBadge status={session.status} />
            </div>
            <nav className="row" aria-label={t('session.ways')}>
              {mayCall(readRoom, me.role) && session.mySeat !== undefined && isHeldHere(session.kind) && (
                <ButtonLink to={`/sessions/${sessionId}/room`}>
                  <Icon name="door" />
                  {t('session.toRoom')}
                </ButtonLink>
              )}
              {mayCall(readPreparation, me.role) &&
                session.gates.some(({ gate }) => gate === 'rehearsal') && (
                  <ButtonLink quiet to={`/sessions/${sessionId}/preparation`}>
                    <Icon name="calendar" />
                    {t('preparation:open')}
                  </ButtonLink>
                )}
              {mayCall(listEntries, me.role) && (
                <ButtonLink quiet to={`/sessions/${sessionId}/log`}>
                  <Icon name="record" />
                  {t('session.toLog')}
                </ButtonLink>
              )}
              {mayCall(listSessionReadings, me.role) && (
                <ButtonLink quiet to={`/sessions/${sessionId}/readings`}>
                  <Icon name="record" />
                  {t('readings.titleOfSession')}
                </ButtonLink>
              )}
            </nav>
            {session.status === 'cancelled' && <Notice tone="bad" title={t('session.cancelled')} />}
            {isHeldHere(session.kind) ? (
              <section className="section">
                <h2>{t('door.title')}</h2>
                <DoorPicture gates={session.gates} />
                {mayCall(readDoor, me.role) && (
                  <p>
                    <Link to={`/sessions/${sessionId}/door`}>{t('door.see')}</Link>
                  </p>
                )}
              </section>
            ) : (
              <p className="hint">{t(`scheduling:booking.about.${session.kind}`)}</p>
            )}
            {mayCall(readCase, me.role) &&
              session.seats
                .filter(({ seat }) => seat === 'witness')
                .map(({ pseudonym }) => (
                  <p key={pseudonym}>
                    <Link to={`/cases/${session.caseId}/people/${pseudonym}`}>
                      {t('witness:keep.of', { who: pseudonym })}
                    </Link>
                  </p>
                ))}
            <SessionDays session={session} />
            {session.gates.some(({ gate }) => gate === 'consent') && mayCall(readWitness, me.role) && (
              <NeededInSession session={session} />
            )}
            {(session.status === 'booked' || session.status === 'ready') && <YourTurn session={session} />}
            {(session.status === 'booked' || session.status === 'ready') &&
              mayCall(readOnCall, me.role) &&
              session.mySeat !== undefined &&
              isHeldHere(session.kind) && <OnCallList sessionId={sessionId} />}
            {mayCall(readTimes, me.role) && hasBegun(session) && <InterpretersTimes session={session} />}
            {(session.status === 'booked' || session.status === 'ready') &&
              mayCall(identify, me.role) &&
              session.mySeat !== undefined &&
              isHeldHere(session.kind) && <IdentifyInSession session={session} />}
            <section className="section">
              <h2>{t('times.title')}</h2>
              <SeatTimes
                seats={session.seats}
                start={session.start}
                end={addMinutes(session.start, dayMinutes(session))}
              />
              <SessionRooms session={session} />
              <p className="hint">{t('times.venue', { version: session.venue.zoneTable })}</p>
            </section>
            <Series session={session} />
            <ChangeSession session={session} />
          </>
        )}
      </Answer>
    </Page>
  );
}
