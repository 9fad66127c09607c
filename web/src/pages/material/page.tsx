import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownNames, uiLanguages } from '../../../../functions/shared/values/languages.ts';
import { bindingTexts, type BindingText } from '../../../../functions/witnesses/material/contract.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/fields.tsx';
import { Page } from '../../parts/page.tsx';
import { useLanguage } from '../../parts/reader.tsx';
import { TextThatBinds } from '../witness/text-that-binds.tsx';

/** Texts of which a record says that they were used, and how. */
const recorded: readonly BindingText[] = ['consent', 'rights', 'warning', 'witnessOath', 'interpreterOath'];

/** Every text that binds in one language, to be read out or handed over. */
export default function MaterialPage() {
  const { t } = useTranslation('witness');
  const [language, setLanguage] = useState(useLanguage());
  const [day] = useState(() => new Date().toISOString().slice(0, 10));
  return (
    <Page title={t('material.pageTitle')}>
      <div className="form unprinted">
        <Select
          label={t('material.language')}
          value={language}
          onChoose={setLanguage}
          options={uiLanguages.map((value) => ({ value, label: ownNames[value] }))}
        />
        <Button quiet onClick={() => globalThis.print()}>
          {t('material.print')}
        </Button>
      </div>
      {bindingTexts.map((text) => (
        <Fragment key={text}>
          <TextThatBinds text={text} language={language} day={day} />
          {!recorded.some((each) => each === text) && <p className="hint">{t('material.notRecorded')}</p>}
        </Fragment>
      ))}
    </Page>
  );
}
