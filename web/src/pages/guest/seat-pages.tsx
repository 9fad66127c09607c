import { useCallback, useState } from 'react';
import type { UiLanguage } from '../../../../functions/shared/values/languages.ts';
import type { PauseKind, RoomView } from '../../video/room-view.ts';
import { ShownToGuest } from '../exhibits/guest-mount.tsx';
import { GuestActs } from '../hearing-acts/guest-mount.tsx';
import { CheckPage, type Checked } from './check-page.tsx';
import { arrive, GuestProblem, newKey, reportStall, requestPass, tellLine } from './guest-api.ts';
import type { GuestWords } from './guest-words.ts';
import { keep, kept } from './kept.ts';
import { useMediaCode } from './media-code.ts';
import type { PausedStep } from './guest-step.ts';
import { LoadingPage, PausedPage } from './quiet-pages.tsx';
import { BigButton, Sheet } from './sheet.tsx';
import { timeWords } from './time-words.ts';
import type { Told } from './told.tsx';
import type { useSeat } from './use-seat.ts';

type SeatHook = ReturnType<typeof useSeat>;

/** The device check, and saying at the door that she is here. */
export function Arriving({
  seat,
  words,
  told,
}: {
  readonly seat: SeatHook;
  readonly words: GuestWords;
  readonly told: Told | undefined;
}) {
  const [busy, setBusy] = useState(false);
  const [saying, setSaying] = useState<string>();
  const say = async (checked: Checked) => {
    if (seat.seat === undefined) return;
    setBusy(true);
    setSaying(undefined);
    keep('device', checked);
    try {
      await arrive(seat.seat.sessionId, checked, newKey());
      seat.look();
    } catch (error) {
      if (!(error instanceof GuestProblem)) throw error;
      const early = error.code === 'outside-window' && seat.view !== undefined;
      setSaying(
        early
          ? words.early.replace('{time}', timeWords(words, new Date(seat.view?.start ?? 0)))
          : error.code === 'offline'
            ? words.noAnswer
            : words.tryAgain,
      );
      seat.look();
    } finally {
      setBusy(false);
    }
  };
  return (
    <CheckPage words={words} busy={busy} saying={saying} told={told} ready={(checked) => void say(checked)} />
  );
}

/** The hearing itself. */
export function InRoom(parts: {
  readonly seat: SeatHook;
  readonly words: GuestWords;
  readonly language: UiLanguage;
  readonly loadAnew: () => void;
}) {
  const { seat, words, language } = parts;
  const sessionId = seat.seat?.sessionId;
  const ask = useCallback((room?: string) => requestPass(sessionId ?? '', room), [sessionId]);
  const { startPause } = seat;
  const [device] = useState(() => kept('device'));
  const code = useMediaCode(language);
  if (seat.view === undefined) return null;
  if (code === 'failed')
    return (
      <Sheet name="room-missing" picture="line" title={words.noAnswer}>
        <BigButton press={parts.loadAnew}>{words.again}</BigButton>
      </Sheet>
    );
  if (code === 'coming') return <LoadingPage words={words} lost={seat.lost} />;
  return (
    <Sheet name="room" title={words.inRoom}>
      <OwnWork view={seat.view} words={words} />
      <ShownToGuest sessionId={seat.view.sessionId} looks={seat.looks} words={words} />
      <GuestActs view={seat.view} looks={seat.looks} words={words} />
      <code.Hearing
        view={seat.view}
        requestPass={ask}
        onStall={(milliseconds) => reportStall(sessionId ?? '', milliseconds)}
        onPictures={(pictures) => tellLine(sessionId ?? '', { pictures })}
        language={language}
        onDoubt={seat.look}
        {...(device === undefined ? {} : { device })}
        {...(seat.view.mayPause === true ? { onPause: (kind: PauseKind) => startPause(kind) } : {})}
      />
    </Sheet>
  );
}

/** How long whoever interprets has worked, from when a rest is near; said aloud by a reader once it is time. */
function OwnWork({ view, words }: { readonly view: RoomView; readonly words: GuestWords }) {
  const [mine] = view.atWork ?? [];
  if (mine === undefined || mine.state === 'fine') return null;
  const { minutes, limit, state } = mine;
  const worked = words.workedTime.replace('{minutes}', `${minutes}`).replace('{limit}', `${limit}`);
  return (
    <p className="saying" role="status" data-state={state}>
      {worked} {state === 'reached' ? words.restNow : null}
    </p>
  );
}

/** Pause in its four kinds, and the way on. */
export function GoingOn(parts: {
  readonly seat: SeatHook;
  readonly words: GuestWords;
  readonly kind: PausedStep;
  readonly leave: (() => void) | undefined;
}) {
  const { seat, words, kind } = parts;
  const [busy, setBusy] = useState(false);
  const [saying, setSaying] = useState<string>();
  const goOn = async () => {
    setBusy(true);
    setSaying(undefined);
    try {
      await seat.goOn();
    } catch (error) {
      if (!(error instanceof GuestProblem)) throw error;
      setSaying(error.code === 'offline' ? words.noAnswer : words.tryAgain);
      seat.look();
    } finally {
      setBusy(false);
    }
  };
  return (
    <PausedPage
      words={words}
      kind={kind}
      busy={busy}
      saying={saying}
      goOn={() => void goOn()}
      leave={parts.leave}
    />
  );
}
