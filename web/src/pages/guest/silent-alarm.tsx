import { callHelp, readOwnCall, type GuestSeat } from './guest-api.ts';
import type { GuestStep } from './guest-step.ts';
import type { GuestWords } from './guest-words.ts';
import { Picture } from './pictures.tsx';
import { useCallForHelp } from './use-call-for-help.ts';

const callers: readonly string[] = ['witness', 'guardian', 'support-person'];
/** There is somebody behind this page, and a session that is not over. */
const hasSeat = (step: GuestStep): boolean => !['loading', 'no-link', 'pin', 'over'].includes(step);

const road = {
  read: readOwnCall,
  send: (sessionId: string, _: undefined, key: string) => callHelp(sessionId, key),
};

/**
 * The silent alarm, on every page of whoever is heard and of those beside them. What it does is shown here alone, in a word; there
 * is no sound, nothing moves, and nothing of it goes by way of the room.
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
  const [help, press] = useCallForHelp(sessionId, road);
  const said = {
    none: null,
    sending: words.helpSending,
    called: words.helpCalled,
    coming: words.helpComing,
  }[help];
  return (
    <div className="help">
      <button type="button" data-testid="help" onClick={() => press(undefined)}>
        <Picture name="hand" size="small" />
        <span>{words.help}</span>
      </button>
      <p role="status">{said}</p>
    </div>
  );
}
