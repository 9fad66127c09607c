import { useQueryClient } from '@tanstack/react-query';
import { use, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import {
  arrive,
  pause,
  readRoom,
  requestPass,
  resume,
  tellLine,
} from '../../../../functions/rooms/contract.ts';
import { reportStall } from '../../../../functions/rooms/machines/contract.ts';
import { listInvitations } from '../../../../functions/rooms/invitations/contract.ts';
import { randomKey } from '../../api/action-key.ts';
import { call } from '../../api/call.ts';
import { mayCall } from '../../api/may-call.ts';
import { useAction, useAnswer, useLine } from '../../api/hooks.ts';
import { useRoomNudges } from '../../api/use-room-nudges.ts';
import { Answer } from '../../parts/answer.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page, TitleMark } from '../../parts/page.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useReader } from '../../parts/reader.tsx';
import { passBody, placesOf } from '../../video/places.ts';
import { AskTechnical, TechnicalCalls } from '../../on-call/technical.tsx';
import type { RoomView } from '../../video/room-view.ts';
import { ClerkPanel } from './clerk-panel.tsx';
import { TimeForRest } from './at-work.tsx';
import { Exhibits } from '../exhibits/exhibit-list.tsx';
import { ShownToStaff, useShownToStaff } from '../exhibits/shown-to-staff.tsx';
import { HearingActs } from '../hearing-acts/panel.tsx';
import { Identify } from '../session/identify.tsx';
import { Arrival } from './arrival.tsx';
import { useCalls } from './attention.ts';
import { Desk } from './desk/desk.tsx';
import { StateBar } from './desk/state-bar.tsx';
import { Presiding } from './presiding/panel.tsx';
import { Pauses } from './pauses.tsx';
import { Today } from './today.tsx';
import { roomRhythm } from './rhythm.ts';
import { WrongPins } from './wrong-pins.tsx';

/** The room as staff see it: from the device check, through the wait at the door, into the hearing. */
export default function RoomPage() {
  const { t } = useTranslation('staff');
  const { sessionId = '' } = useParams();
  const found = useRoom(sessionId);
  const called = useCalls(found.data);
  return (
    <TitleMark value={use(TitleMark) + called}>
      <Page wide title={t('room.title')} above={{ to: `/sessions/${sessionId}`, label: t('session.title') }}>
        <Answer of={found}>
          {(view) => <Room view={view} looks={found.dataUpdatedAt} onDoubt={() => void found.refetch()} />}
        </Answer>
      </Page>
    </TitleMark>
  );
}

/** The room as it stands, looked at whenever the page is told to and now and then. */
function useRoom(sessionId: string) {
  const known = useQueryClient();
  const wait = useRef(2_000);
  const [chance] = useState(() => Math.random());
  const isOver = known.getQueryData<RoomView>([readRoom.path, { sessionId }, null])?.phase === 'ended';
  const nudges = useRoomNudges(isOver ? undefined : sessionId);
  const every = useCallback(
    (view: RoomView | undefined) => {
      const pace = { last: wait.current, listens: nudges.listens(), chance };
      const next = roomRhythm(view, pace);
      if (next !== false && !pace.listens) wait.current = next;
      return next;
    },
    [nudges, chance],
  );
  const room = useAnswer(readRoom, { params: { sessionId } }, { every, unseenToo: true });
  const { data } = room;
  useEffect(() => {
    if (data !== undefined) nudges.found();
  }, [data, nudges]);
  return room;
}

function Room({
  view,
  looks,
  onDoubt,
}: {
  readonly view: RoomView;
  /** Changes each time the page looked. */
  readonly looks: number;
  readonly onDoubt: () => void;
}) {
  const { t } = useTranslation('staff');
  const { language } = useReader();
  const { sessionId } = view;
  const pass = useRequestPass(sessionId);
  const pausing = useAction(pause);
  const resuming = useAction(resume);
  const stalling = useAction(reportStall);
  const telling = useAction(tellLine);
  const wasIn = useWasIn(view.myState === 'admitted');
  const screen = useShownToStaff(sessionId, looks);
  const [shownAt] = useState(() => Date.now());
  if (view.phase === 'ended') {
    return (
      <Notice tone="good" live title={t('room.ended')}>
        <p>{t('room.endedNext')}</p>
      </Notice>
    );
  }
  const runsIt = view.runs === true;
  const present = view.myState !== 'away';
  // Whoever confers with a client goes on doing so while the hearing is paused.
  const inRoom = view.myState === 'admitted' && (view.phase === 'open' || placesOf(view).others.length > 0);
  // On the day itself it is opened as on any other.
  const isAdjourned = view.adjournedTo !== undefined && Date.parse(view.adjournedTo) > shownAt;
  const isOut = view.keptApart === true || view.inCamera === true;
  return (
    <div className={runsIt && !inRoom ? 'room room-run' : 'room'}>
      <div className="room-stage">
        <ProblemNotice problem={pausing.problem ?? resuming.problem} />
        {mayCall(listInvitations, view.mySeat) && <WrongPins view={view} />}
        {!present && wasIn && (
          <Notice tone="wait" live title={t('room.putOut')}>
            {view.putOut !== undefined && <p>{t(`room.putOutWhy.${view.putOut}`)}</p>}
            <p>{t('room.putOutNext')}</p>
          </Notice>
        )}
        {view.keptApart === true && (
          <Notice tone="wait" live title={t('room.keptApart')}>
            <p>{t('room.keptApartNext')}</p>
          </Notice>
        )}
        {view.inCamera === true && (
          <Notice tone="wait" live title={t('room.inCamera')}>
            <p>{t('room.inCameraNext')}</p>
          </Notice>
        )}
        {!inRoom && view.adjournedTo !== undefined && <StateBar view={view} />}
        <TechnicalCalls view={view} />
        <TimeForRest view={view} />
        {!inRoom && <Today view={view} />}
        {!inRoom && <Identify view={view} />}
        {!present && mayCall(arrive, view.mySeat) && <Arrival sessionId={sessionId} />}
        {present && !inRoom && view.phase !== 'paused' && !isOut && !isAdjourned && (
          <Notice tone="wait" live title={t(runsIt ? 'room.toOpen' : 'room.waiting')}>
            <p>{t(runsIt ? 'room.toOpenNext' : 'room.waitingNext')}</p>
          </Notice>
        )}
        {view.phase === 'paused' && present && (
          <Pauses
            view={view}
            busy={resuming.running}
            onResume={() => resuming.start({ params: { sessionId }, body: {} })}
          />
        )}
        {inRoom && (
          <Desk
            view={view}
            requestPass={pass}
            language={language}
            onDoubt={onDoubt}
            onPictures={(pictures) => telling.start({ params: { sessionId }, body: { pictures } })}
            onStall={(milliseconds) => stalling.start({ params: { sessionId }, body: { milliseconds } })}
            side={
              <>
                {/* Who presides first has what the hearing goes by, a clerk who is at the door. */}
                {runsIt && view.mySeat !== 'judge' && <ClerkPanel view={view} />}
                <Presiding view={view} />
                {runsIt && view.mySeat === 'judge' && <ClerkPanel view={view} />}
                <HearingActs view={view} />
              </>
            }
            below={<Exhibits view={view} screen={screen} />}
            shown={<ShownToStaff sessionId={sessionId} screen={screen} />}
            {...(view.mayPause === true
              ? {
                  onPause: (kind: 'pause' | 'stop') =>
                    pausing.start({ params: { sessionId }, body: { kind } }),
                }
              : {})}
          />
        )}
        <AskTechnical view={view} />
      </div>
      {runsIt && !inRoom && <ClerkPanel view={view} />}
      {!inRoom && <Presiding view={view} />}
      {!inRoom && <HearingActs view={view} />}
      {!inRoom && <Exhibits view={view} screen={screen} />}
    </div>
  );
}

/** Whether this page has been in the room before, so that being put out can be told from not having come yet. */
function useWasIn(isIn: boolean): boolean {
  const [wasIn, setWasIn] = useState(isIn);
  if (isIn && !wasIn) setWasIn(true);
  return wasIn;
}

/** Asks for a pass, of one room where there are several; each asking is an action of its own. */
function useRequestPass(sessionId: string) {
  const line = useLine();
  return useCallback(
    (room?: string) =>
      call(line, requestPass, { params: { sessionId }, body: passBody(room), key: randomKey() }),
    [line, sessionId],
  );
}
