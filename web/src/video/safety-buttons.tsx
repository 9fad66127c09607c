import { useEffect, useRef, useState } from 'react';
import type { Standing } from './hearing-state.ts';
import type { RoomWords } from './room-words.ts';
import type { PauseKind } from './room-view.ts';

interface SafetyParts {
  /** Whether they can stop for today, too: a guest. */
  readonly mayStop?: boolean;
  readonly standing: Standing['name'];
  readonly words: RoomWords;
  readonly pause: () => void;
  readonly release: () => void;
  readonly onPause: (kind: PauseKind) => void;
}

/** Somebody who pressed stop and then cannot answer is left paused, not sent back into the room. */
const NO_ANSWER_MS = 15_000;

/**
 * Pause, and for the witness stop. Both silence her before anything is asked or sent; stop then asks one question, on
 * the page and not over it, and a press on nothing at all leaves her paused.
 */
export function SafetyButtons(parts: SafetyParts) {
  const { words, pause, release, onPause, standing, mayStop = false } = parts;
  const [asking, setAsking] = useState(false);
  const unanswered = useUnanswered(asking, setAsking, onPause);

  const answer = (kind: PauseKind) => {
    unanswered.current = false;
    setAsking(false);
    pause();
    onPause(kind);
  };
  if (asking)
    return (
      <div className="safety safety-ask" role="group" aria-label={words.stopAsk}>
        <p className="safety-question" role="alert">
          {words.stopAsk}
        </p>
        <SafetyButton kind="stop" word={words.stopYes} press={() => answer('stop')} />
        <SafetyButton kind="pause" word={words.stopOnlyPause} press={() => answer('pause')} />
        <SafetyButton
          kind="go"
          word={words.stopNo}
          press={() => {
            unanswered.current = false;
            setAsking(false);
            release();
          }}
        />
      </div>
    );
  if (standing === 'paused') return null;
  return (
    <div className="safety">
      <SafetyButton kind="pause" word={words.pause} press={() => answer('pause')} />
      {mayStop ? (
        <SafetyButton
          kind="stop"
          word={words.stop}
          press={() => {
            pause();
            unanswered.current = true;
            setAsking(true);
          }}
        />
      ) : null}
    </div>
  );
}

/** While the question stands unanswered, time running out or the page moving on both mean: paused. */
function useUnanswered(
  asking: boolean,
  setAsking: (asking: boolean) => void,
  onPause: (kind: PauseKind) => void,
) {
  const unanswered = useRef(false);
  const tell = useRef(onPause);
  useEffect(() => {
    tell.current = onPause;
  });
  useEffect(() => {
    if (!asking) return undefined;
    const pause = () => {
      if (!unanswered.current) return;
      unanswered.current = false;
      tell.current('pause');
    };
    const timer = setTimeout(() => {
      pause();
      setAsking(false);
    }, NO_ANSWER_MS);
    return () => {
      clearTimeout(timer);
      pause();
    };
  }, [asking, setAsking]);
  return unanswered;
}

const signs = {
  pause: 'M16 12h8v40h-8zM40 12h8v40h-8z',
  stop: 'M14 14h36v36H14z',
  go: 'M18 10l34 22-34 22z',
} as const;

function SafetyButton(parts: {
  readonly kind: keyof typeof signs;
  readonly word: string;
  readonly press: () => void;
}) {
  return (
    <button type="button" className={`safety-button safety-${parts.kind}`} onClick={parts.press}>
      <svg viewBox="0 0 64 64" aria-hidden="true">
        <path d={signs[parts.kind]} />
      </svg>
      <span>{parts.word}</span>
    </button>
  );
}
