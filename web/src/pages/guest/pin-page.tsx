import { useRef, useState, type FormEvent } from 'react';
import { GuestProblem, newKey, redeem, type GuestSeat } from './guest-api.ts';
import type { GuestWords } from './guest-words.ts';
import { sayingOf } from './saying.ts';
import { Sheet } from './sheet.tsx';

/** The second half of the invitation. The secret of the link goes out only here, in the body of one POST. */
export function PinPage(parts: {
  readonly secret: string;
  readonly words: GuestWords;
  readonly redeemed: (seat: GuestSeat) => void;
  /** Link and PIN are right, and the session is over: they can withdraw, and nothing else. */
  readonly onlyWithdraws: (pin: string) => void;
}) {
  const { words, secret } = parts;
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [saying, setSaying] = useState<string>();
  const sent = useRef({ pin: '', key: '' });

  const send = async () => {
    // The same PIN sent again, because no answer came, is the same request.
    if (sent.current.pin !== pin) sent.current = { pin, key: newKey() };
    setBusy(true);
    setSaying(undefined);
    try {
      parts.redeemed(await redeem({ secret, pin }, sent.current.key));
    } catch (error) {
      if (!(error instanceof GuestProblem)) throw error;
      if (error.code === 'only-withdrawal') return parts.onlyWithdraws(pin);
      if (error.code !== 'offline') sent.current = { pin: '', key: '' };
      setSaying(words[sayingOf(error.code)]);
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy && pin.trim() !== '') void send();
  };
  return (
    <Sheet name="pin" picture="pin" title={words.pinTitle}>
      <p>{words.pinHelp}</p>
      <form className="pin-form" onSubmit={submit}>
        <label htmlFor="pin">{words.pinLabel}</label>
        <input
          id="pin"
          className="pin"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          value={pin}
          aria-invalid={saying !== undefined}
          aria-describedby="pin-saying"
          onChange={(event) => setPin(event.currentTarget.value)}
        />
        <p id="pin-saying" className="saying" role="alert">
          {saying}
        </p>
        <button type="submit" className="big-button" aria-disabled={busy}>
          {busy ? words.loading : words.pinGo}
        </button>
      </form>
    </Sheet>
  );
}
