import { useState } from 'react';
import type { UiLanguage } from '../../../../functions/shared/values/languages.ts';
import { ownNames } from './own-names.ts';
import { Picture } from './pictures.tsx';

const languages = Object.keys(ownNames) as UiLanguage[];

/** Closed it shows a globe and the present language's own name; open, every language by its own name, in big type. */
export function LanguageChooser(parts: {
  readonly language: UiLanguage;
  readonly word: string;
  readonly choose: (language: UiLanguage) => void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <nav className="languages" aria-label={parts.word}>
      <button
        type="button"
        className="language-now"
        aria-expanded={open}
        aria-controls="languages"
        onClick={() => setOpen(!open)}
      >
        <Picture name="language" size="small" />
        <span>{ownNames[parts.language]}</span>
      </button>
      <ul id="languages" hidden={!open}>
        {open
          ? languages.map((language) => (
              <li key={language}>
                <button
                  type="button"
                  lang={language}
                  aria-pressed={language === parts.language}
                  onClick={() => {
                    setOpen(false);
                    parts.choose(language);
                  }}
                >
                  {ownNames[language]}
                </button>
              </li>
            ))
          : null}
      </ul>
    </nav>
  );
}
