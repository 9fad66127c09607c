import { useState } from 'react';
import type { RoomView } from '../../video/room-view.ts';
import { GuestProblem, newKey, waiveWish } from './guest-api.ts';
import type { GuestWords } from './guest-words.ts';
import { BigButton, Sheet } from './sheet.tsx';

/**
 * Whoever wished for a woman as interpreter, where somebody else waits, or for a supporter, while nobody has come: that it is theirs
 * to say, a quiet button under it, and one question. To wait is what happens when nothing is pressed.
 */
export function useOwnWish(parts: {
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
  const [keys] = useState(() => ({ womanInterpreter: newKey(), supporter: newKey() }));
  const wish =
    view?.womanWished === true
      ? 'womanInterpreter'
      : view?.supporterWished === true
        ? 'supporter'
        : undefined;
  if (view === undefined || wish === undefined) return {};
  const said = saidOf(words)[wish];
  const titleId = wish === 'supporter' ? 'supporter-title' : 'woman-title';
  const waive = async () => {
    setBusy(true);
    setSaying(undefined);
    try {
      await waiveWish(view.sessionId, wish, keys[wish]);
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
        <Sheet
          name={wish === 'supporter' ? 'supporter-wished' : 'woman-wished'}
          picture="wait"
          title={said.sure}
        >
          <p>{said.may}</p>
          <p className="saying" role="alert">
            {saying}
          </p>
          <BigButton press={() => setAsks(false)}>{said.wait}</BigButton>
          <BigButton press={() => void waive()} busy={busy} quiet>
            {said.waive}
          </BigButton>
        </Sheet>
      ),
    };
  return {
    note: (
      <section className="today" aria-labelledby={titleId}>
        <h2 id={titleId}>{said.title}</h2>
        <p>{said.text}</p>
        <button type="button" className="leave-button" onClick={() => setAsks(true)}>
          {said.waive}
        </button>
      </section>
    ),
  };
}

const saidOf = (words: GuestWords) => ({
  womanInterpreter: {
    title: words.womanTitle,
    text: words.womanText,
    waive: words.womanWaive,
    sure: words.womanSure,
    may: words.womanMay,
    wait: words.womanWait,
  },
  supporter: {
    title: words.supporterTitle,
    text: words.supporterText,
    waive: words.supporterWaive,
    sure: words.womanSure,
    may: words.womanMay,
    wait: words.supporterWait,
  },
});
