import { useQueries } from '@tanstack/react-query';
import { createContext, use, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { readRoom } from '../../../functions/rooms/contract.ts';
import { listOwnSessions } from '../../../functions/sessions/contract.ts';
import { call } from '../api/call.ts';
import { useAnswer, useLine } from '../api/hooks.ts';
import { mayCall } from '../api/may-call.ts';
import { useRoomNudges } from '../api/use-room-nudges.ts';
import type { Listening } from '../nudges/keep-listening.ts';
import { useOwnRecord } from '../parts/own-record.tsx';
import { TitleMark } from '../parts/page.tsx';
import { useNow } from '../parts/use-now.ts';
import { atDoorOf, callers, keepsDoor, ringsAgain, somebodyCame, type AtDoor } from './at-door.ts';
import { bellIsOn, hangBell, notify, ring } from './bell.ts';

/** Milliseconds until the list is read again: what is new on it is new for days. */
const listEvery = 300_000;
/** Milliseconds until a door is listened at again; the longer one while the page is told of who comes. */
const doorEvery = { told: 30_000, asking: 10_000 };

interface OwnDay {
  readonly sessions: ReturnType<typeof useOwnSessions>;
  readonly atDoor: readonly AtDoor[];
}

const OwnDayContext = createContext<OwnDay | undefined>(undefined);

/** What the reader has to do, on whatever page they are. */
export function useOwnDay(): OwnDay {
  const day = use(OwnDayContext);
  if (day === undefined) throw new Error('Nobody keeps a list above this part of the page.');
  return day;
}

/** Whoever has no part in sessions, such as an agency's administrator, has no list to be asked for. */
const useOwnSessions = () => {
  const { role } = useOwnRecord();
  const when = mayCall(listOwnSessions, role);
  return useAnswer(listOwnSessions, {}, { every: () => listEvery, unseenToo: true, when });
};

/** Keeps the reader's list and listens at the doors that they keep, also while the page is hidden; the title says how much waits. */
export function OwnDayProvider({ children }: { readonly children: ReactNode }) {
  const sessions = useOwnSessions();
  const doors = useDoors(sessions.data?.sessions ?? []);
  const [ears] = useState<Ears>(() => new Map());
  const atDoor = useAtDoor(doors, ears);
  useBell(atDoor);
  const waits = (sessions.data?.sessions ?? []).reduce((sum, each) => sum + each.waits.length, 0);
  return (
    <OwnDayContext value={{ sessions, atDoor }}>
      {doors.map(({ sessionId, isOpen }) =>
        isOpen ? null : <Ear key={sessionId} sessionId={sessionId} ears={ears} />,
      )}
      <TitleMark value={waits + atDoor.length}>{children}</TitleMark>
    </OwnDayContext>
  );
}

/** Whether a page is told of who comes to a door, by the door's session. */
type Ears = Map<string, Pick<Listening, 'listens'>>;

/** The doors that the reader keeps now, and whether that room is open on this page, which then listens by itself. */
function useDoors(sessions: NonNullable<ReturnType<typeof useOwnSessions>['data']>['sessions']) {
  const now = useNow();
  const { pathname } = useLocation();
  return sessions
    .filter((session) => keepsDoor(session, now))
    .map(({ sessionId }) => ({ sessionId, isOpen: pathname === `/sessions/${sessionId}/room` }));
}

/** One at each door. */
function Ear({ sessionId, ears }: { readonly sessionId: string; readonly ears: Ears }) {
  const nudges = useRoomNudges(sessionId);
  useEffect(() => {
    ears.set(sessionId, nudges);
    return () => void ears.delete(sessionId);
  }, [ears, sessionId, nudges]);
  return null;
}

function useAtDoor(doors: ReturnType<typeof useDoors>, ears: Ears) {
  const line = useLine();
  const rooms = useQueries({
    queries: doors.map(({ sessionId, isOpen }) => {
      // The same question as the room's page asks: while that is open it asks, and this only listens.
      const params = { sessionId };
      return {
        queryKey: [readRoom.path, params, null],
        queryFn: ({ signal }: { signal: AbortSignal }) => call(line, readRoom, { params, signal }),
        enabled: !isOpen,
        refetchInterval: () => doorEvery[ears.get(sessionId)?.listens() === true ? 'told' : 'asking'],
        refetchIntervalInBackground: true,
      };
    }),
  });
  return rooms.flatMap(({ data }) => (data === undefined ? [] : atDoorOf(data)));
}

/** Rings for whoever has come, and again while they wait and nobody looks. */
function useBell(atDoor: readonly AtDoor[]): void {
  const { t } = useTranslation('daily');
  const here = callers(atDoor).join('\n');
  const before = useRef<readonly string[]>([]);
  useEffect(() => hangBell(), []);
  useEffect(() => {
    const now = here === '' ? [] : here.split('\n');
    const came = somebodyCame(before.current, now);
    before.current = now;
    if (now.length === 0) return undefined;
    const sound = () => {
      if (!bellIsOn()) return;
      ring();
      if (document.hidden) notify(t('bell.somebody'));
    };
    if (came) sound();
    const timer = setInterval(() => document.hidden && sound(), ringsAgain);
    return () => clearInterval(timer);
  }, [here, t]);
}
