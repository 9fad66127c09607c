import { useState } from 'react';
import type { askTechnical as contract } from '../../../../functions/help/technical/contract.ts';
import type { BodyIn } from '../../../../functions/shared/http/contract.ts';
import { askTechnical, readOwnTechnical, type GuestSeat } from './guest-api.ts';
import type { GuestStep } from './guest-step.ts';
import type { GuestWords } from './guest-words.ts';
import { Picture, type PictureName } from './pictures.tsx';
import { useCallForHelp } from './use-call-for-help.ts';

type Trouble = NonNullable<BodyIn<typeof contract>['what']>;

const troubles: readonly (readonly [Trouble, PictureName, 'techSound' | 'techPicture' | 'techLine'])[] = [
  ['sound', 'microphone', 'techSound'],
  ['picture', 'camera', 'techPicture'],
  ['line', 'line', 'techLine'],
];
/** Where a device is in use: at the check, at the door, in the room and in a pause. */
const uses = (step: GuestStep): boolean =>
  step === 'check' || step === 'waiting' || step === 'room' || step.includes('-by-');

const road = {
  read: readOwnTechnical,
  send: (sessionId: string, what: Trouble | undefined, key: string) =>
    askTechnical(sessionId, what === undefined ? {} : { what }, key),
};

/** Help with the device, for everybody who comes by invitation: one press asks, and a picture says what does not work. */
export function TechnicalHelp({
  seat,
  step,
  words,
}: {
  readonly seat: GuestSeat | undefined;
  readonly step: GuestStep;
  readonly words: GuestWords;
}) {
  return seat === undefined || !uses(step) ? null : <Asking sessionId={seat.sessionId} words={words} />;
}

function Asking({ sessionId, words }: { readonly sessionId: string; readonly words: GuestWords }) {
  const [help, press] = useCallForHelp(sessionId, road);
  const [said, setSaid] = useState<Trouble>();
  const saying = {
    none: null,
    sending: words.helpSending,
    called: words.techCalled,
    coming: words.techComing,
  }[help];
  return (
    <aside className="technical" aria-label={words.tech}>
      {help === 'none' && (
        <button type="button" data-testid="technical" onClick={() => press(undefined)}>
          <Picture name="browser" size="small" />
          <span>{words.tech}</span>
        </button>
      )}
      <p role="status">{saying}</p>
      {(help === 'called' || help === 'sending') && said === undefined && (
        <div className="technical-what">
          {troubles.map(([trouble, picture, word]) => (
            <button
              key={trouble}
              type="button"
              onClick={() => {
                setSaid(trouble);
                press(trouble);
              }}
            >
              <Picture name={picture} size="small" />
              <span>{words[word]}</span>
            </button>
          ))}
        </div>
      )}
    </aside>
  );
}
