import { useCallback, useEffect, useRef, useState } from 'react';
import { GuestProblem } from '../guest/guest-api.ts';
import { GuestOath } from './guest-oath.tsx';
import { press, readActs } from './guest-line.ts';
import type { GuestActsProps, GuestPart, Press } from './guest-part.ts';
import type { Hearing } from './hearing.ts';
import { InterpreterActs } from './interpreter-acts.tsx';
import { SignalButtons } from './signal-buttons.tsx';
import './guest-acts.css';

/** What is shown of the hearing to somebody who came by invitation: a promise that waits, a light, and their own few buttons. */
export default function GuestActs({ view, looks, words }: GuestActsProps) {
  const { sessionId, mySeat } = view;
  const [hearing, setHearing] = useState<Hearing>();
  const [saying, setSaying] = useState<string>();
  const [own, setOwn] = useState(0);
  // An answer that was asked for before a newer one was shown is out of date.
  const turn = looks + own;
  const shown = useRef(0);
  useEffect(() => {
    readActs(sessionId).then(
      (found) => {
        if (turn < shown.current) return;
        shown.current = turn;
        setHearing(found);
      },
      // Asked again with the next look at the room, which says by itself when there is no line.
      (fault: unknown) => {
        if (!(fault instanceof GuestProblem)) throw fault;
      },
    );
  }, [sessionId, turn]);
  const presses: Press = useCallback(
    (verb, body, { act, said } = {}) => {
      setSaying(undefined);
      press(verb, sessionId, body, act).then(
        () => {
          setSaying(said);
          setOwn((last) => last + 1);
        },
        (fault: unknown) => {
          if (!(fault instanceof GuestProblem)) throw fault;
          setSaying(fault.code === 'offline' ? words.noAnswer : words.tryAgain);
        },
      );
    },
    [sessionId, words],
  );
  const parts: GuestPart = {
    words,
    hearing: hearing ?? { acts: [] },
    seat: mySeat,
    me: view.myPseudonym,
    press: presses,
  };
  return (
    <section className="guest-acts" data-testid="guest-acts">
      <WaitLight hearing={parts.hearing} words={words} />
      <GuestOath {...parts} />
      {mySeat === 'interpreter' && <InterpreterActs {...parts} />}
      {(mySeat === 'witness' || mySeat === 'expert') && <SignalButtons words={words} press={presses} />}
      <p className="saying" role="status">
        {saying}
      </p>
    </section>
  );
}

/** Goes out by itself: by the phone’s own clock, and not before it was seen. */
function WaitLight({ hearing: { wait }, words }: Pick<GuestPart, 'hearing' | 'words'>) {
  const [over, setOver] = useState<string>();
  useEffect(() => {
    if (wait === undefined) return undefined;
    const timer = setTimeout(() => setOver(wait.until), LIT_MS);
    return () => clearTimeout(timer);
  }, [wait]);
  return wait === undefined || over === wait.until ? null : (
    <p className="wait-light" role="status">
      {words.pleaseWait}
    </p>
  );
}

/** As long as the service shows it at the most. */
const LIT_MS = 30_000;
