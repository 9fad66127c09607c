import { useEffect, useRef, useState } from 'react';
import { keepListening, type Listening, type Ticket } from './keep-listening.ts';

type Nudges = Pick<Listening, 'listens' | 'found'>;

/**
 * Listens for as long as there is a session to listen to.
 * @param ticket asks for a ticket of the caller's seat
 * @param lookAgain called when something may be new
 */
export function useNudges(
  sessionId: string | undefined,
  ticket: (sessionId: string) => Promise<Ticket>,
  lookAgain: () => void,
): Nudges {
  const means = useRef({ ticket, lookAgain });
  const listening = useRef<Listening>(undefined);
  useEffect(() => {
    means.current = { ticket, lookAgain };
  });
  useEffect(() => {
    if (sessionId === undefined) return undefined;
    const kept = keepListening({
      ticket: () => means.current.ticket(sessionId),
      lookAgain: () => means.current.lookAgain(),
    });
    listening.current = kept;
    globalThis.addEventListener('online', kept.anew);
    return () => {
      globalThis.removeEventListener('online', kept.anew);
      listening.current = undefined;
      kept.stop();
    };
  }, [sessionId]);
  return useState<Nudges>(() => ({
    listens: () => listening.current?.listens() === true,
    found: () => listening.current?.found(),
  }))[0];
}
