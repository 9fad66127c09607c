import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownNames, uiLanguage, uiLanguages } from '../../../../functions/shared/values/languages.ts';
import type { BindingText } from '../../../../functions/witnesses/material/contract.ts';
import { currentText } from '../../../../functions/witnesses/material/register.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Select } from '../../parts/fields.tsx';
import { useKeptValue } from '../../parts/kept-values.ts';
import { useLanguage } from '../../parts/reader.tsx';
import { TextThatBinds } from './text-that-binds.tsx';

/** Which text was used, to be read out right here; the record says its version and hash. */
export function TextUsed({
  name,
  label,
  text = 'consent',
  leads = true,
}: {
  readonly name: string;
  readonly label: string;
  readonly text?: BindingText;
  /** Whether there is a way to all texts; none where going there would leave a room. */
  readonly leads?: boolean;
}) {
  const { t } = useTranslation('witness');
  const own = useLanguage();
  const kept = uiLanguage.safeParse(useKeptValue(`${name}.language`));
  const [language, setLanguage] = useState(kept.data ?? own);
  const [day] = useState(() => new Date().toISOString().slice(0, 10));
  const issue = currentText(text, language, day);
  return (
    <>
      <Select
        name={name}
        label={label}
        value={language}
        onChoose={setLanguage}
        options={uiLanguages.map((value) => ({ value, label: ownNames[value] }))}
      />
      {issue !== undefined && (
        <>
          <input type="hidden" name={`${name}.language`} value={issue.language} />
          <input type="hidden" name={`${name}.version`} value={issue.version} />
          <input type="hidden" name={`${name}.hash`} value={issue.hash} />
        </>
      )}
      <details className="text-used">
        <summary>{text === 'consent' ? t('material.title') : label}</summary>
        <TextThatBinds text={text} language={language} day={day} />
      </details>
      {leads && (
        <p>
          <ButtonLink quiet to="/material">
            {t('material.all')}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
