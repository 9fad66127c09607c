import { useState } from 'react';
import type { RoomView } from '../../video/room-view.ts';
import { GuestProblem, newKey, waiveWish } from './guest-api.ts';
import type { GuestWords } from './guest-words.ts';
import { BigButton, Sheet } from './sheet.tsx';

/**
 * Whoever wished for a woman as interpreter, where somebody else waits: that it is theirs to say, a quiet button under it, and
 * one question. To wait is what happens when nothing is pressed.
 */
export function useWomanWished(parts: {
  readonly view: RoomView | undefined;
  readonly words: GuestWords;
  /** Shows what has become of it. */
  readonly told: () => void;
}) {
  const { view, words, told } = parts;
  const [asks, setAsks] = useState(false);
  const [busy, setBusy] = useState(false);
  const [saying, setSaying] = useState<string>();
  // One key for one wish: sent again after a lost answer, it counts once.
  const [key] = useState(newKey);
  if (view?.womanWished !== true) return {};
  const waive = async () => {
    setBusy(true);
    setSaying(undefined);
    try {
      await waiveWish(view.sessionId, key);
      setAsks(false);
      told();
    } catch (error) {
      if (!(error instanceof GuestProblem)) throw error;
      setSaying(error.code === 'offline' ? words.noAnswer : words.tryAgain);
    } finally {
      setBusy(false);
    }
  };
  if (asks)
    return {
      sheet: (
        <Sheet name="woman-wished" picture="wait" title={words.womanSure}>
          <p>{words.womanMay}</p>
          <p className="saying" role="alert">
            {saying}
          </p>
          <BigButton press={() => setAsks(false)}>{words.womanWait}</BigButton>
          <BigButton press={() => void waive()} busy={busy} quiet>
            {words.womanWaive}
          </BigButton>
        </Sheet>
      ),
    };
  return {
    note: (
      <section className="today" aria-labelledby="woman-title">
        <h2 id="woman-title">{words.womanTitle}</h2>
        <p>{words.womanText}</p>
        <button type="button" className="leave-button" onClick={() => setAsks(true)}>
          {words.womanWaive}
        </button>
      </section>
    ),
  };
}
