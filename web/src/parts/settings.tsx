import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownNames, uiLanguages, type UiLanguage } from '../../../functions/shared/values/languages.ts';
import { chooseLanguage, keepLanguage } from '../words/words.ts';
import { Icon } from './icon.tsx';
import { useReader } from './reader.tsx';

/** How a reader wants to be spoken to: language, years and digits. */

/** Language by its own name; a person who landed in the wrong one must find the right one. */
export function LanguageChooser() {
  const { t } = useTranslation('staff');
  const { language } = useReader();
  const [fault, setFault] = useState<unknown>();
  if (fault !== undefined) throw fault;
  return (
    <label className="language">
      <Icon name="globe" />
      <span className="unseen">{t('shell.language')}</span>
      <select
        value={language}
        // Whoever opens the list and stays with what is shown has chosen it too.
        onPointerDown={() => keepLanguage(language)}
        onChange={(event) => {
          chooseLanguage(event.currentTarget.value as UiLanguage).catch(setFault);
        }}
      >
        {uiLanguages.map((each) => (
          <option key={each} value={each} lang={each}>
            {ownNames[each]}
          </option>
        ))}
      </select>
    </label>
  );
}

const withOwnDigits: readonly UiLanguage[] = ['th', 'my', 'km', 'lo'];

/** How dates are written, where the reader's language knows more than one way. */
export function TimeSettingsChooser() {
  const { t } = useTranslation('staff');
  const { language, settings, choose } = useReader();
  if (!withOwnDigits.includes(language)) return null;
  return (
    <details className="time-settings">
      <summary>{t('shell.dates')}</summary>
      {language === 'th' && (
        <label className="choice">
          <input
            type="checkbox"
            checked={settings.calendar === 'buddhist'}
            onChange={(event) =>
              choose({ ...settings, calendar: event.currentTarget.checked ? 'buddhist' : 'gregorian' })
            }
          />
          <span>{t('shell.buddhistYear')}</span>
        </label>
      )}
      <label className="choice">
        <input
          type="checkbox"
          checked={settings.digits === 'native'}
          onChange={(event) =>
            choose({ ...settings, digits: event.currentTarget.checked ? 'native' : 'latin' })
          }
        />
        <span>{t('shell.ownDigits')}</span>
      </label>
    </details>
  );
}
