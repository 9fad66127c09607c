import { createContext, use, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { uiLanguage, type UiLanguage } from '../../../functions/shared/values/languages.ts';
import {
  timeSettings,
  usualTimeSettings,
  type Reader,
  type TimeSettings,
} from '../../../functions/shared/values/times-for-people.ts';

const KEPT = 'saksi.times';

interface Reading extends Reader {
  readonly choose: (settings: TimeSettings) => void;
}

const ReadingContext = createContext<Reading | undefined>(undefined);

/** How the person at this page reads: language, calendar, digits. The choice is kept for this browser. */
export function ReaderProvider({ children }: { readonly children: ReactNode }) {
  const language = useLanguage();
  const [chosen, setChosen] = useState(() => readKept());
  const choose = (settings: TimeSettings) => {
    localStorage.setItem(KEPT, JSON.stringify(settings));
    setChosen(settings);
  };
  return (
    <ReadingContext value={{ language, settings: chosen ?? usualTimeSettings(language), choose }}>
      {children}
    </ReadingContext>
  );
}

export function useReader(): Reading {
  const reading = use(ReadingContext);
  if (reading === undefined) throw new Error('There is no reader above this part of the page.');
  return reading;
}

export function useLanguage(): UiLanguage {
  return uiLanguage.parse(useTranslation('staff').i18n.language);
}

function readKept(): TimeSettings | undefined {
  const text = localStorage.getItem(KEPT);
  if (text === null) return undefined;
  const kept = timeSettings.safeParse(JSON.parse(text));
  return kept.success ? kept.data : undefined;
}
