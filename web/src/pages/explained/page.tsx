import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readSession } from '../../../../functions/sessions/contract.ts';
import { ownNames, uiLanguages } from '../../../../functions/shared/values/languages.ts';
import { useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/fields.tsx';
import { Page } from '../../parts/page.tsx';
import { useLanguage } from '../../parts/reader.tsx';
import { useExplainedWords } from '../../words/explained-words.ts';
import { Explained } from './explained.tsx';

/** What whoever is heard is told of the session, in their language, to be looked at together and handed over on paper. */
export default function ExplainedPage() {
  const { t } = useTranslation(['preparation', 'staff']);
  const { sessionId = '' } = useParams();
  const [language, setLanguage] = useState(useLanguage());
  const found = useAnswer(readSession, { params: { sessionId } });
  const spoken = useExplainedWords(language);
  return (
    <Page
      title={t('preparation:told.open')}
      above={{ to: `/sessions/${sessionId}/preparation`, label: t('preparation:title') }}
    >
      <div className="form unprinted">
        <Select
          label={t('preparation:told.language')}
          value={language}
          onChoose={setLanguage}
          options={uiLanguages.map((value) => ({ value, label: ownNames[value] }))}
        />
        <Button quiet onClick={() => globalThis.print()}>
          {t('preparation:told.print')}
        </Button>
      </div>
      <Answer of={found}>
        {({ kind, seats }) =>
          spoken?.language === language ? (
            <Explained
              company={{ kind, roles: seats.map(({ seat }) => seat) }}
              words={spoken.words}
              language={language}
            />
          ) : null
        }
      </Answer>
    </Page>
  );
}
