import { useState } from 'react';
import type { RoomView } from '../../video/room-view.ts';
import { GuestProblem, newKey, sayToday } from './guest-api.ts';
import type { GuestWords } from './guest-words.ts';
import { BigButton, Sheet } from './sheet.tsx';
import { Picture } from './pictures.tsx';

type Said = 'yes' | 'not-today';

/** What she says on the day: one big button on the page where she waits, and a quiet "no" that asks which. */
export function useToday(parts: {
  readonly view: RoomView | undefined;
  readonly words: GuestWords;
  /** Shows what the answer says. */
  readonly told: () => void;
  /** The way out for good, which asks once more. */
  readonly leave: (() => void) | undefined;
}) {
  const { view, words, told, leave } = parts;
  const [asksWhich, setAsksWhich] = useState(false);
  const [busy, setBusy] = useState(false);
  const [saying, setSaying] = useState<string>();
  const today = view?.seats.find(({ pseudonym }) => pseudonym === view.myPseudonym)?.today;
  const say = async (takesPart: Said) => {
    if (view === undefined) return;
    setBusy(true);
    setSaying(undefined);
    try {
      await sayToday(view.sessionId, { takesPart }, newKey());
      setAsksWhich(false);
      told();
    } catch (error) {
      if (!(error instanceof GuestProblem)) throw error;
      setSaying(error.code === 'offline' ? words.noAnswer : words.tryAgain);
    } finally {
      setBusy(false);
    }
  };
  const heard = (
    <p className="saying" role="alert">
      {saying}
    </p>
  );
  const yes = (
    <BigButton press={() => void say('yes')} busy={busy}>
      <Picture name="done" size="small" /> {today === 'asked' ? words.todayYes : words.todayAfterAll}
    </BigButton>
  );
  if (asksWhich)
    return {
      sheet: (
        <Sheet name="no-today" picture="done" title={words.noTitle}>
          <p>{words.noText}</p>
          {heard}
          <BigButton press={() => void say('not-today')} busy={busy}>
            <Picture name="wait" size="small" /> {words.notToday}
          </BigButton>
          {leave === undefined ? null : (
            <BigButton
              press={() => {
                setAsksWhich(false);
                leave();
              }}
              quiet
            >
              {words.leave}
            </BigButton>
          )}
          <BigButton press={() => setAsksWhich(false)} quiet>
            {words.leaveNo}
          </BigButton>
        </Sheet>
      ),
    };
  if (today === 'not-today')
    return {
      sheet: (
        <Sheet name="not-today" picture="wait" title={words.notTodayTitle}>
          <p role="status">{words.notTodayText}</p>
          {heard}
          <BigButton press={() => void say('yes')} busy={busy} quiet>
            {words.todayAfterAll}
          </BigButton>
        </Sheet>
      ),
    };
  return today === 'asked'
    ? {
        question: (
          <section className="today" aria-labelledby="today-title">
            <h2 id="today-title">{words.todayTitle}</h2>
            {heard}
            {yes}
            <button type="button" className="leave-button" onClick={() => setAsksWhich(true)}>
              {words.todayNo}
            </button>
          </section>
        ),
      }
    : {};
}
