import { useState } from 'react';
import { GuestProblem, newKey } from './guest-api.ts';
import type { GuestWords } from './guest-words.ts';
import { sayingOf } from './saying.ts';
import { BigButton, Sheet } from './sheet.tsx';

/**
 * The way out for good: one quiet button under the page, one question, and then it is done. No reason, no help needed.
 * @param withdraw says it, with the key of one wish
 */
export function useLeaving(withdraw: ((key: string) => Promise<unknown>) | undefined, words: GuestWords) {
  const [asks, setAsks] = useState(false);
  const [left, setLeft] = useState(false);
  const [busy, setBusy] = useState(false);
  const [saying, setSaying] = useState<string>();
  // One key for one wish: sent again after a lost answer, it counts once.
  const [key] = useState(newKey);
  const leave = async () => {
    if (withdraw === undefined) return;
    setBusy(true);
    setSaying(undefined);
    try {
      await withdraw(key);
      setLeft(true);
    } catch (error) {
      if (!(error instanceof GuestProblem)) throw error;
      setSaying(words[sayingOf(error.code)]);
    } finally {
      setBusy(false);
    }
  };
  const sheet = left ? (
    <Sheet name="left" picture="done" title={words.leftTitle}>
      <p role="status">{words.leftText}</p>
    </Sheet>
  ) : asks ? (
    <Sheet name="leaving" picture="over" title={words.leaveSure}>
      <p>{words.leaveText}</p>
      <p className="saying" role="alert">
        {saying}
      </p>
      <BigButton press={() => setAsks(false)}>{words.leaveNo}</BigButton>
      <BigButton press={() => void leave()} busy={busy} quiet>
        {words.leaveYes}
      </BigButton>
    </Sheet>
  ) : undefined;
  return { sheet, ask: () => setAsks(true) };
}
