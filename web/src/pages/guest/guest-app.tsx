import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { UiLanguage } from '../../../../functions/shared/values/languages.ts';
import type { HoldKind } from '../../video/room-view.ts';
import { abilityOf, browserFacts, mayTryHere } from './ability.ts';
import { CheckPage, type Checked } from './check-page.tsx';
import { arrive, GuestProblem, newKey, requestPass } from './guest-api.ts';
import { useGuestWords, type GuestWords } from './guest-words.ts';
import { firstLanguage, type InvitationLink } from './invitation-link.ts';
import { keep, kept } from './kept.ts';
import { LanguageChooser } from './language-chooser.tsx';
import { PinPage } from './pin-page.tsx';
import {
  EndedPage,
  LoadingPage,
  NoLinkPage,
  OtherBrowserPage,
  OverPage,
  PausedPage,
  timeWords,
  WaitingPage,
} from './quiet-pages.tsx';
import { Sheet } from './sheet.tsx';
import { useSeat } from './use-seat.ts';
import { useWakeLock } from './use-wake-lock.ts';

// What talks to the media server is most of the weight: it comes when there is a room to be in, not before.
const Hearing = lazy(async () => ({ default: (await import('../../video/hearing.tsx')).Hearing }));

/** The whole of the guest's side, for witness and interpreter: one page after the other, never two things to decide. */
export function GuestApp(parts: { readonly link: InvitationLink; readonly hideLink: () => void }) {
  const { link, hideLink } = parts;
  const [language, setLanguage] = useState<UiLanguage>(() => firstLanguage(link, navigator.languages));
  const [chosen, setChosen] = useState(false);
  const [tryHere, setTryHere] = useState(false);
  const words = useGuestWords(language);
  useEffect(() => {
    document.documentElement.lang = language;
    if (words !== undefined) document.title = words.title;
  }, [language, words]);

  if (words === undefined) return <main className="sheet" aria-busy="true" />;
  const facts = browserFacts();
  const ability = abilityOf(facts);
  const choose = (wish: UiLanguage) => {
    setChosen(true);
    setLanguage(wish);
  };
  const stay = () => {
    hideLink();
    setTryHere(true);
  };
  return (
    <>
      <LanguageChooser language={language} word={words.language} choose={choose} />
      {ability === 'able' || tryHere ? (
        <Seat
          link={link}
          words={words}
          language={language}
          greet={(invited) => {
            if (!chosen) setLanguage(invited);
          }}
        />
      ) : (
        <OtherBrowserPage
          words={words}
          insideApp={ability === 'inside-app'}
          tryHere={mayTryHere(facts) ? stay : undefined}
        />
      )}
    </>
  );
}

interface SeatParts {
  readonly link: InvitationLink;
  readonly words: GuestWords;
  readonly language: UiLanguage;
  /** The invitation's language is known now. */
  readonly greet: (language: UiLanguage) => void;
}

function Seat({ link, words, language, greet }: SeatParts) {
  const seat = useSeat(link);
  const { step, view } = seat;
  const invited = seat.seat?.language;
  const greeted = useRef<UiLanguage>(undefined);
  useEffect(() => {
    if (invited === undefined || greeted.current === invited) return;
    greeted.current = invited;
    greet(invited);
  });
  useWakeLock(step === 'waiting' || step === 'room' || step.includes('paused'));

  switch (step) {
    case 'loading':
      return <LoadingPage words={words} lost={seat.lost} />;
    case 'no-link':
      return <NoLinkPage words={words} />;
    case 'over':
      return <OverPage words={words} />;
    case 'pin':
      return <PinPage secret={link.secret ?? ''} words={words} redeemed={seat.redeemed} />;
    case 'check':
      return <Arriving seat={seat} words={words} language={language} />;
    case 'ended':
      return <EndedPage words={words} seat={seat.seat?.seat ?? 'witness'} />;
    case 'waiting':
      return view === undefined ? null : (
        <WaitingPage
          words={words}
          seat={seat.seat?.seat ?? 'witness'}
          start={view.start}
          language={language}
          lost={seat.lost}
        />
      );
    case 'room':
      return <InRoom seat={seat} words={words} language={language} />;
    default:
      return <GoingOn seat={seat} words={words} kind={step} />;
  }
}

type SeatHook = ReturnType<typeof useSeat>;

function Arriving(parts: {
  readonly seat: SeatHook;
  readonly words: GuestWords;
  readonly language: UiLanguage;
}) {
  const { seat, words, language } = parts;
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
          ? words.early.replace('{time}', timeWords(seat.view?.start ?? '', language))
          : error.code === 'offline'
            ? words.noAnswer
            : words.tryAgain,
      );
      seat.look();
    } finally {
      setBusy(false);
    }
  };
  return <CheckPage words={words} busy={busy} saying={saying} ready={(checked) => void say(checked)} />;
}

function InRoom(parts: {
  readonly seat: SeatHook;
  readonly words: GuestWords;
  readonly language: UiLanguage;
}) {
  const { seat, words, language } = parts;
  const sessionId = seat.seat?.sessionId;
  const ask = useCallback(() => requestPass(sessionId ?? ''), [sessionId]);
  const { startHold } = seat;
  const [device] = useState(() => kept('device'));
  if (seat.view === undefined) return null;
  // Only the witness has the right to stop everything without a reason; the interpreter says so in the room.
  const mayPause = seat.view.mySeat === 'witness';
  return (
    <Sheet name="room" title={words.inRoom}>
      <Suspense fallback={<p role="status">{words.loading}</p>}>
        <Hearing
          view={seat.view}
          requestPass={ask}
          layout="guest"
          language={language}
          onDoubt={seat.look}
          {...(device === undefined ? {} : { device })}
          {...(mayPause ? { onPause: (kind: HoldKind) => startHold(kind) } : {})}
        />
      </Suspense>
    </Sheet>
  );
}

function GoingOn(parts: {
  readonly seat: SeatHook;
  readonly words: GuestWords;
  readonly kind: 'telling' | 'paused-by-me' | 'stopped-by-me' | 'paused-by-others';
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
  return <PausedPage words={words} kind={kind} busy={busy} saying={saying} goOn={() => void goOn()} />;
}
