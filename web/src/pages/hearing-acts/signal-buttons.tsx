import { useState } from 'react';
import type { GuestPart } from './guest-part.ts';

/** Our own pictures: an ear to which something comes again, and a mouth whose words are a question. */
const signs = {
  'say-again':
    'M24 40c-6-4-10-8-10-16a14 14 0 0 1 28 0c0 10-10 10-10 20a7 7 0 0 1-13 3M22 24a6 6 0 0 1 12 0c0 4-4 5-4 8M48 14a22 22 0 0 1 0 24M54 20l-6-6 8-3',
  'not-understood': 'M8 10h48v32H30L18 54V42H8zM26 22a6 6 0 1 1 8 6c-2 1-2 2-2 4M32 37v.1',
} as const;

/** A press is shown as heard for a moment, so that nobody presses on and on. */
const HEARD_MS = 3_000;

/** Two large pictured buttons. They say something and change nothing: nobody is asked whether they meant it. */
export function SignalButtons({ words, press }: Pick<GuestPart, 'words' | 'press'>) {
  const [heard, setHeard] = useState<keyof typeof signs>();
  const give = (what: keyof typeof signs) => {
    if (heard === what) return;
    setHeard(what);
    setTimeout(() => setHeard(undefined), HEARD_MS);
    press('giveSignal', { what }, { said: words.signalSent });
  };
  const word = { 'say-again': words.sayAgain, 'not-understood': words.notUnderstood };
  return (
    <div className="signals">
      {(Object.keys(signs) as (keyof typeof signs)[]).map((what) => (
        <button
          key={what}
          type="button"
          className="signal-button"
          data-signal={what}
          aria-disabled={heard === what}
          onClick={() => give(what)}
        >
          <svg viewBox="0 0 64 64" aria-hidden="true">
            <path d={signs[what]} />
          </svg>
          <span>{word[what]}</span>
        </button>
      ))}
    </div>
  );
}
