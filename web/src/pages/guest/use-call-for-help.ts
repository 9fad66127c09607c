import { useCallback, useEffect, useRef, useState } from 'react';
import type { HelpState } from '../../../../functions/help/alarm/contract.ts';
import { GuestProblem, newKey } from './guest-api.ts';

/** Milliseconds until it is tried again to send it, and until it is asked again whether somebody comes. */
const againAfter = { sending: 2_000, called: 5_000, coming: 30_000 };

export type Shown = HelpState | 'sending';

/** How a call for help is read and sent; `Said` is what is said with it. */
interface Road<Said> {
  readonly read: (sessionId: string) => Promise<{ readonly help: HelpState }>;
  readonly send: (sessionId: string, said: Said, key: string) => Promise<{ readonly help: HelpState }>;
}

/**
 * How the own call for help stands, and what presses it. A press that did not get through is sent until it does, with the same key.
 * @param road must be the same at each call
 */
export function useCallForHelp<Said>(
  sessionId: string,
  road: Road<Said>,
): readonly [Shown, (said: Said) => void] {
  const [help, setHelp] = useState<Shown>('none');
  const pressed = useRef<{ readonly said: Said; readonly key: string }>(undefined);
  const ask = useCallback(async () => {
    const now = pressed.current;
    try {
      const answer =
        now === undefined ? await road.read(sessionId) : await road.send(sessionId, now.said, now.key);
      // Another press meanwhile is sent too.
      if (pressed.current !== now) return;
      pressed.current = undefined;
      setHelp(answer.help);
    } catch (error) {
      if (!(error instanceof GuestProblem)) throw error;
      if (error.code === 'offline' || error.code === 'busy' || pressed.current !== now) return;
      // There is no seat here any more, or no session: the page itself says so.
      pressed.current = undefined;
      setHelp('none');
    }
  }, [sessionId, road]);
  // It may have been pressed before the page was loaded anew.
  useEffect(() => void ask(), [ask]);
  useEffect(() => {
    if (help === 'none') return undefined;
    const timer = setInterval(() => void ask(), againAfter[help]);
    return () => clearInterval(timer);
  }, [help, ask]);
  const press = (said: Said) => {
    pressed.current = { said, key: newKey() };
    setHelp('sending');
    void ask();
  };
  return [help, press];
}
