import { useCallback, useEffect, useRef, useState } from 'react';
import type { HelpState } from '../../../../functions/help/alarm/contract.ts';
import { callHelp, GuestProblem, newKey, readOwnCall, type GuestSeat } from './guest-api.ts';
import type { GuestStep } from './guest-step.ts';
import type { GuestWords } from './guest-words.ts';
import { Picture } from './pictures.tsx';

/** Milliseconds until it is tried again to send it, and until it is asked again whether somebody comes. */
const againAfter = { sending: 2_000, called: 5_000, coming: 30_000 };

const callers: readonly string[] = ['witness', 'guardian', 'support-person'];
/** There is somebody behind this page, and a session that is not over. */
const hasSeat = (step: GuestStep): boolean => !['loading', 'no-link', 'pin', 'over'].includes(step);

/**
 * The silent alarm, on every page of whoever is heard and of those beside them. What it does is shown here alone, in a word; there
 * is no sound, nothing moves, and nothing of it goes by way of the room. A press that did not get through is sent until it does.
 */
export function SilentAlarm({
  seat,
  step,
  words,
}: {
  readonly seat: GuestSeat | undefined;
  readonly step: GuestStep;
  readonly words: GuestWords;
}) {
  const may = seat !== undefined && callers.includes(seat.seat) && hasSeat(step);
  return may ? <Alarm sessionId={seat.sessionId} words={words} /> : null;
}

function Alarm({ sessionId, words }: { readonly sessionId: string; readonly words: GuestWords }) {
  const [help, press] = useOwnCall(sessionId);
  const said = {
    none: null,
    sending: words.helpSending,
    called: words.helpCalled,
    coming: words.helpComing,
  }[help];
  return (
    <div className="help">
      <button type="button" data-testid="help" onClick={press}>
        <Picture name="hand" size="small" />
        <span>{words.help}</span>
      </button>
      <p role="status">{said}</p>
    </div>
  );
}

type Shown = HelpState | 'sending';

/** How the own alarm stands, and what presses it. */
function useOwnCall(sessionId: string): readonly [Shown, () => void] {
  const [help, setHelp] = useState<Shown>('none');
  const key = useRef<string>(undefined);
  const send = useCallback(async () => {
    try {
      const pressed = key.current;
      const answer =
        pressed === undefined ? await readOwnCall(sessionId) : await callHelp(sessionId, pressed);
      // Another press meanwhile is sent too.
      if (key.current === pressed) key.current = undefined;
      setHelp(key.current === undefined ? answer.help : 'sending');
    } catch (error) {
      if (!(error instanceof GuestProblem)) throw error;
      // Whatever the answer was, there is no seat here any more: the page itself says so.
      if (error.code === 'offline' || error.code === 'busy') return;
      key.current = undefined;
      setHelp('none');
    }
  }, [sessionId]);
  // It may have been pressed before the page was loaded anew.
  useEffect(() => void send(), [send]);
  useEffect(() => {
    if (help === 'none') return undefined;
    const timer = setInterval(() => void send(), againAfter[help]);
    return () => clearInterval(timer);
  }, [help, send]);
  const press = () => {
    key.current ??= newKey();
    setHelp('sending');
    void send();
  };
  return [help, press];
}
