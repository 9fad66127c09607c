import { useQueries } from '@tanstack/react-query';
import { createContext, use, useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { readRoom } from '../../../functions/rooms/contract.ts';
import { listOwnSessions } from '../../../functions/sessions/contract.ts';
import { call } from '../api/call.ts';
import { useAnswer, useLine } from '../api/hooks.ts';
import { TitleMark } from '../parts/page.tsx';
import { useNow } from '../parts/use-now.ts';
import { atDoorOf, callers, keepsDoor, ringsAgain, somebodyCame, type AtDoor } from './at-door.ts';
import { bellIsOn, hangBell, notify, ring } from './bell.ts';

/** Milliseconds until the list is read again: what is new on it is new for days. */
const listEvery = 300_000;
/** Milliseconds until a door is listened at again. */
const doorEvery = 10_000;

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

const useOwnSessions = () => useAnswer(listOwnSessions, {}, { every: () => listEvery, unseenToo: true });

/** Keeps the reader's list and listens at the doors that they keep, also while the page is hidden; the title says how much waits. */
export function OwnDayProvider({ children }: { readonly children: ReactNode }) {
  const sessions = useOwnSessions();
  const atDoor = useAtDoor(sessions.data?.sessions ?? []);
  useBell(atDoor);
  const waits = (sessions.data?.sessions ?? []).reduce((sum, each) => sum + each.waits.length, 0);
  return (
    <OwnDayContext value={{ sessions, atDoor }}>
      <TitleMark value={waits + atDoor.length}>{children}</TitleMark>
    </OwnDayContext>
  );
}

function useAtDoor(sessions: NonNullable<ReturnType<typeof useOwnSessions>['data']>['sessions']) {
  const line = useLine();
  const now = useNow();
  const { pathname } = useLocation();
  const kept = sessions.filter((session) => keepsDoor(session, now));
  const rooms = useQueries({
    queries: kept.map(({ sessionId }) => {
      // The same question as the room's page asks: while that is open it asks, and this only listens.
      const params = { sessionId };
      const isOpen = pathname === `/sessions/${sessionId}/room`;
      return {
        queryKey: [readRoom.path, params, null],
        queryFn: ({ signal }: { signal: AbortSignal }) => call(line, readRoom, { params, signal }),
        enabled: !isOpen,
        refetchInterval: doorEvery,
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
