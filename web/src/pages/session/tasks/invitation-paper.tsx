import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Instant } from '../../../../../functions/shared/values/instants.ts';
import type { UiLanguage } from '../../../../../functions/shared/values/languages.ts';
import { timeForPeople, usualTimeSettings } from '../../../../../functions/shared/values/times-for-people.ts';
import { QrCode } from '../../../parts/qr-code.tsx';
import { usePaperWords } from './paper-words.ts';

/**
 * The paper that a guest is given: the link as a picture and in letters, and what to do, in the guest's own language
 * and of no word that tells what it is for. Never the PIN: the two go by different ways. It is there only while it is
 * printed, beside the page and instead of it, so that nothing of the page is on it.
 */
export function InvitationPaper({
  link,
  language,
  until,
  zone,
  done,
}: {
  readonly link: string;
  readonly language: UiLanguage;
  readonly until: Instant;
  /** On whose clock `until` is told: of whoever hands the paper over. */
  readonly zone: string;
  readonly done: () => void;
}) {
  const spoken = usePaperWords(language);
  usePrinting(spoken !== undefined, done);
  if (spoken === undefined) return null;
  const { words } = spoken;
  const time = timeForPeople(until, zone, {
    language,
    settings: usualTimeSettings(language),
    length: 'long',
  });
  return createPortal(
    <article className="invitation-paper" lang={language}>
      <h1>{words.title}</h1>
      <p>{words.yours}</p>
      <p>{words.scan}</p>
      <QrCode text={link} label={words.title} />
      <p>{words.type}</p>
      <p className="secret">{link}</p>
      <p>{words.pin}</p>
      <p>{words.until.replace('{time}', time.text)}</p>
      <p>{words.alone}</p>
      <p>{words.help}</p>
    </article>,
    document.body,
  );
}

/** Prints once all is there to be seen, and says when that is over. */
function usePrinting(ready: boolean, done: () => void): void {
  const over = useRef(done);
  useEffect(() => {
    over.current = done;
  });
  useEffect(() => {
    if (!ready) return undefined;
    let gone = false;
    const end = () => over.current();
    addEventListener('afterprint', end);
    void document.fonts.ready.then(() => {
      if (!gone) print();
    });
    return () => {
      gone = true;
      removeEventListener('afterprint', end);
    };
  }, [ready]);
}
