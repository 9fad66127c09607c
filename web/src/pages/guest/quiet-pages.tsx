import { useState, type ReactNode } from 'react';
import type { GuestRole } from '../../../../functions/shared/access/roles.ts';
import type { GuestWords } from './guest-words.ts';
import type { PausedStep } from './guest-step.ts';
import { BigButton, Sheet } from './sheet.tsx';
import { Picture } from './pictures.tsx';
import { ToldButton, type Told } from './told.tsx';
import { timeWords } from './time-words.ts';

interface Common {
  readonly words: GuestWords;
}

export function WaitingPage(
  parts: Common & {
    readonly seat: GuestRole;
    readonly start: string;
    /** When the door opens again, where the court has gone on to another day. */
    readonly adjournedTo?: string | undefined;
    readonly lost: boolean;
    /** The way out for good, for whoever has it. */
    readonly leave: (() => void) | undefined;
    /** What will happen, for whoever is told. */
    readonly told: Told | undefined;
    readonly keptApart: boolean;
    readonly inCamera: boolean;
    /** What she is asked on the day, while she has not said it. */
    readonly today?: ReactNode;
    /** That somebody else waits to interpret than she wished for. */
    readonly wished?: ReactNode;
  },
) {
  const { words, adjournedTo } = parts;
  const [shownAt] = useState(() => Date.now());
  // On the day itself they wait as on any other.
  const isAdjourned = adjournedTo !== undefined && Date.parse(adjournedTo) > shownAt;
  const [when, time] = isAdjourned ? [words.adjourned, adjournedTo] : [words.begins, parts.start];
  return (
    <Sheet name="waiting" picture="wait" title={isAdjourned ? words.waitSafe : words.waitTitle}>
      <p>
        {isAdjourned
          ? words.endedTextInterpreter
          : parts.keptApart
            ? words.keptApart
            : parts.inCamera
              ? words.inCamera
              : parts.seat === 'witness'
                ? words.waitText
                : words.waitTextInterpreter}
      </p>
      {parts.today}
      {parts.wished}
      {isAdjourned ? null : <p className="safe">{words.waitSafe}</p>}
      <p>{when.replace('{time}', timeWords(words, new Date(time)))}</p>
      <p className="saying" role="status">
        {parts.lost ? words.lineLost : null}
      </p>
      {parts.told === undefined ? null : <ToldButton words={words} told={parts.told} />}
      {parts.today === undefined ? <LeaveButton words={words} leave={parts.leave} /> : null}
    </Sheet>
  );
}

const LeaveButton = ({ words, leave }: Common & { readonly leave: (() => void) | undefined }) =>
  leave === undefined ? null : (
    // Not like the others: nobody presses it because it is the next one.
    <button type="button" className="leave-button" onClick={leave}>
      {words.leave}
    </button>
  );

export function PausedPage(
  parts: Common & {
    readonly kind: PausedStep;
    readonly goOn: () => void;
    readonly busy: boolean;
    readonly saying: string | undefined;
    /** The way out for good, for whoever has it. */
    readonly leave: (() => void) | undefined;
  },
) {
  const { words, kind } = parts;
  const shown = {
    telling: { picture: 'pause', title: words.tellingTitle, text: words.tellingText },
    'paused-by-me': { picture: 'pause', title: words.pausedTitle, text: words.pausedText },
    'paused-by-loss': { picture: 'pause', title: words.lostTitle, text: words.lostText },
    'stopped-by-me': { picture: 'stop', title: words.stoppedTitle, text: words.stoppedText },
    'paused-by-others': { picture: 'pause', title: words.waitTitle, text: words.othersText },
  } as const;
  const { picture, title, text } = shown[kind];
  return (
    <Sheet name={kind} picture={picture} title={title}>
      <p role="status">{text}</p>
      <p className="saying" role="alert">
        {parts.saying}
      </p>
      {kind === 'paused-by-others' ? null : (
        <BigButton press={parts.goOn} busy={parts.busy} quiet={kind === 'stopped-by-me'}>
          {kind === 'stopped-by-me' ? words.goOnAfterStop : words.goOn}
        </BigButton>
      )}
      {kind === 'telling' ? null : <LeaveButton words={words} leave={parts.leave} />}
    </Sheet>
  );
}

export function EndedPage({
  words,
  seat,
  leave,
}: Common & { readonly seat: GuestRole; readonly leave: (() => void) | undefined }) {
  return (
    <Sheet name="ended" picture="done" title={words.endedTitle}>
      <p>{seat === 'witness' ? words.endedText : words.endedTextInterpreter}</p>
      <LeaveButton words={words} leave={leave} />
    </Sheet>
  );
}

/** After the session, by link and PIN: there is nothing here to do but to take consent back. */
export const OnlyWithdrawalPage = ({ words, leave }: Common & { readonly leave: () => void }) => (
  <Sheet name="only-withdrawal" picture="done" title={words.onlyLeaveTitle}>
    <p>{words.onlyLeaveText}</p>
    <BigButton press={leave} quiet>
      {words.leave}
    </BigButton>
  </Sheet>
);

export const OverPage = ({ words }: Common) => (
  <Sheet name="over" picture="over" title={words.overTitle}>
    <p>{words.overText}</p>
  </Sheet>
);

export const NoLinkPage = ({ words }: Common) => (
  <Sheet name="no-link" picture="link" title={words.noLinkTitle}>
    <p>{words.noLinkText}</p>
  </Sheet>
);

export const LoadingPage = ({ words, lost }: Common & { readonly lost: boolean }) => (
  <Sheet name="loading" picture="wait" title={words.loading}>
    <p role="status">{lost ? words.lineLost : null}</p>
  </Sheet>
);

/** For browsers inside other apps, and for those without video. The link stays in the address, where "open in browser" finds it. */
export function OtherBrowserPage(
  parts: Common & { readonly insideApp: boolean; readonly tryHere: (() => void) | undefined },
) {
  const { words } = parts;
  const [copied, setCopied] = useState(false);
  const copy = () => {
    void navigator.clipboard.writeText(location.href).then(() => setCopied(true));
  };
  return (
    <Sheet name="other-browser" title={parts.insideApp ? words.inAppTitle : words.unableTitle}>
      {parts.insideApp ? (
        <>
          <div className="pair">
            <Picture name="dots" />
            <Picture name="browser" />
          </div>
          <p>{words.inAppText}</p>
          {'clipboard' in navigator ? <BigButton press={copy}>{words.copyLink}</BigButton> : null}
          <p role="status">{copied ? words.copied : null}</p>
          {parts.tryHere === undefined ? null : (
            <BigButton press={parts.tryHere} quiet>
              {words.tryHere}
            </BigButton>
          )}
        </>
      ) : (
        <>
          <div className="pair">
            <Picture name="camera" />
            <Picture name="over" />
          </div>
          <p>{words.unableText}</p>
        </>
      )}
    </Sheet>
  );
}
