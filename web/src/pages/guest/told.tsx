import { lazy, Suspense, useState } from 'react';
import type { Company } from '../explained/what-happens.ts';
import { GuestProblem, readCompany } from './guest-api.ts';
import type { GuestWords } from './guest-words.ts';
import { BigButton, Sheet } from './sheet.tsx';

/** The pictures come when they are asked for: they are no weight on the way in. */
const ToldSheet = lazy(async () => ({ default: (await import('./told-sheet.tsx')).ToldSheet }));

/** What will happen, for whoever is heard: one quiet button, and a sheet in place of the page until it is closed. */
export function useBeingTold(sessionId: string | undefined, words: GuestWords, language: string) {
  const [company, setCompany] = useState<Company>();
  const [saying, setSaying] = useState<string>();
  const ask = async () => {
    if (sessionId === undefined) return;
    setSaying(undefined);
    try {
      setCompany(await readCompany(sessionId));
    } catch (error) {
      if (!(error instanceof GuestProblem)) throw error;
      setSaying(error.code === 'offline' ? words.noAnswer : words.tryAgain);
    }
  };
  const sheet =
    company === undefined ? undefined : (
      <Sheet name="told" title={words.told}>
        <Suspense fallback={<p role="status">{words.loading}</p>}>
          <ToldSheet company={company} language={language} loading={words.loading} />
        </Suspense>
        <BigButton press={() => setCompany(undefined)}>{words.toldBack}</BigButton>
      </Sheet>
    );
  return { sheet, ask: () => void ask(), saying };
}

export type Told = Pick<ReturnType<typeof useBeingTold>, 'ask' | 'saying'>;

/** The button that leads there, and why it did not. Not like the big ones: it is not what comes next. */
export const ToldButton = ({ words, told }: { readonly words: GuestWords; readonly told: Told }) => (
  <>
    <button type="button" className="told-button" onClick={told.ask}>
      {words.told}
    </button>
    <p className="saying" role="alert">
      {told.saying}
    </p>
  </>
);
