import { useEffect, useRef, useState } from 'react';
import type { UiLanguage } from '../../../../functions/shared/values/languages.ts';
import type { Spoken } from '../../words/use-catalogue.ts';
import { abilityOf, browserFacts, mayTryHere } from './ability.ts';
import { withdraw, withdrawByLink } from './guest-api.ts';
import { useGuestWords, type GuestWords } from './guest-words.ts';
import type { InvitationLink } from './invitation-link.ts';
import { LanguageChooser } from './language-chooser.tsx';
import { loadMediaCode } from './media-code.ts';
import { useLeaving } from './leave.tsx';
import { useBeingTold } from './told.tsx';
import { Arriving, GoingOn, InRoom } from './seat-pages.tsx';
import { Boundary } from './boundary.tsx';
import { PinPage } from './pin-page.tsx';
import {
  EndedPage,
  LoadingPage,
  NoLinkPage,
  OnlyWithdrawalPage,
  OtherBrowserPage,
  OverPage,
  WaitingPage,
} from './quiet-pages.tsx';
import { SilentAlarm } from './silent-alarm.tsx';
import { TechnicalHelp } from './technical-help.tsx';
import { useToday } from './today.tsx';
import { useSeat } from './use-seat.ts';
import { useOwnWish } from './own-wish.tsx';
import { useWakeLock } from './use-wake-lock.ts';

/** The whole of the guest's side, for witness and interpreter: one page after the other, never two things to decide. */
export function GuestApp(parts: {
  readonly link: InvitationLink;
  readonly hideLink: () => void;
  readonly loadAnew: () => void;
  readonly first: Spoken<GuestWords>;
  readonly firstLanguage: UiLanguage;
}) {
  const { link, hideLink, loadAnew } = parts;
  const [language, setLanguage] = useState(parts.firstLanguage);
  const [chosen, setChosen] = useState(false);
  const [tryHere, setTryHere] = useState(false);
  const spoken = useGuestWords(language, parts.first);
  useEffect(() => {
    document.documentElement.lang = spoken.language;
    document.title = spoken.words.title;
  }, [spoken]);

  const { words } = spoken;
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
      <Boundary words={words} loadAnew={loadAnew}>
        {ability === 'able' || tryHere ? (
          <Seat
            link={link}
            words={words}
            language={language}
            loadAnew={loadAnew}
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
      </Boundary>
    </>
  );
}

interface SeatParts {
  readonly link: InvitationLink;
  readonly words: GuestWords;
  readonly language: UiLanguage;
  readonly loadAnew: () => void;
  /** The invitation's language is known now. */
  readonly greet: (language: UiLanguage) => void;
}

function Seat(parts: SeatParts) {
  const seat = useSeat(parts.link);
  return (
    <>
      <SilentAlarm seat={seat.seat} step={seat.step} words={parts.words} />
      <SeatPage {...parts} seat={seat} />
      <TechnicalHelp seat={seat.seat} step={seat.step} words={parts.words} />
    </>
  );
}

function SeatPage({
  seat,
  link,
  words,
  language,
  loadAnew,
  greet,
}: SeatParts & { readonly seat: ReturnType<typeof useSeat> }) {
  const { step, view } = seat;
  const invited = seat.seat?.language;
  const greeted = useRef<UiLanguage>(undefined);
  useEffect(() => {
    if (invited === undefined || greeted.current === invited) return;
    greeted.current = invited;
    greet(invited);
  });
  // What talks to the media server is most of the weight: it comes while she waits, and not before.
  useEffect(() => {
    if (step === 'waiting') void loadMediaCode(language).catch(() => undefined);
  }, [step, language]);
  useWakeLock(step === 'waiting' || step === 'room' || step.includes('paused'));

  // Right link and PIN, after the session.
  const [lastPin, setLastPin] = useState<string>();
  const { secret = '' } = link;
  const sessionId = seat.seat?.sessionId;
  const leaving = useLeaving(
    lastPin !== undefined
      ? (key) => withdrawByLink({ secret, pin: lastPin }, key)
      : sessionId === undefined
        ? undefined
        : (key) => withdraw(sessionId, key),
    words,
  );
  const being = useBeingTold(sessionId, words, language);
  // Only whose consent it is can take it back, and whoever speaks for a child.
  const mayLeave = seat.seat?.seat === 'witness' || seat.seat?.seat === 'guardian';
  const leave = mayLeave ? leaving.ask : undefined;
  const today = useToday({ view, words, told: seat.look, leave });
  const wished = useOwnWish({ view, words, told: seat.look });
  if (leaving.sheet !== undefined && step !== 'room') return leaving.sheet;
  if (lastPin !== undefined) return <OnlyWithdrawalPage words={words} leave={leaving.ask} />;
  const told = mayLeave ? being : undefined;
  // Whoever is called is called, whatever they are reading.
  if (being.sheet !== undefined && (step === 'check' || step === 'waiting')) return being.sheet;
  if (today.sheet !== undefined && step === 'waiting') return today.sheet;
  if (wished.sheet !== undefined && step === 'waiting') return wished.sheet;

  // In a room that was opened before anybody was asked, she is asked before she goes on.
  const shown = step === 'room' && today.question !== undefined ? 'waiting' : step;
  switch (shown) {
    case 'loading':
      return <LoadingPage words={words} lost={seat.lost} />;
    case 'no-link':
      return <NoLinkPage words={words} />;
    case 'over':
      return <OverPage words={words} />;
    case 'pin':
      return <PinPage secret={secret} words={words} redeemed={seat.redeemed} onlyWithdraws={setLastPin} />;
    case 'check':
      return <Arriving seat={seat} words={words} told={told} />;
    case 'ended':
      return <EndedPage words={words} seat={seat.seat?.seat ?? 'witness'} leave={leave} />;
    case 'waiting':
      return view === undefined ? null : (
        <WaitingPage
          words={words}
          seat={seat.seat?.seat ?? 'witness'}
          start={view.start}
          adjournedTo={view.adjournedTo}
          lost={seat.lost}
          leave={leave}
          told={told}
          keptApart={view.keptApart === true}
          inCamera={view.inCamera === true}
          today={today.question}
          // One question at a time.
          wished={today.question === undefined ? wished.note : undefined}
        />
      );
    case 'room':
      return <InRoom seat={seat} words={words} language={language} loadAnew={loadAnew} />;
    case 'telling':
    case 'paused-by-me':
    case 'paused-by-loss':
    case 'stopped-by-me':
    case 'paused-by-others':
      return <GoingOn seat={seat} words={words} kind={shown} leave={leave} />;
  }
}
