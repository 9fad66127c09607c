import { useTranslation } from 'react-i18next';
import type { UiLanguage } from '../../../../functions/shared/values/languages.ts';
import type { BindingText } from '../../../../functions/witnesses/material/contract.ts';
import { currentText, reviewOf } from '../../../../functions/witnesses/material/register.ts';
import { Notice } from '../../parts/notice.tsx';
import { useBindingWords } from '../../words/binding-words.ts';

/** One text that binds, with what it is worth: a draft says that it is one, on screen and on paper. */
export function TextThatBinds({
  text,
  language,
  day,
}: {
  readonly text: BindingText;
  readonly language: UiLanguage;
  /** `YYYY-MM-DD` */
  readonly day: string;
}) {
  const { t } = useTranslation('witness');
  const spoken = useBindingWords(language);
  const issue = currentText(text, language, day);
  if (spoken?.language !== language || issue === undefined) return null;
  const { title, lines } = spoken.words[text];
  const review = reviewOf(issue.hash);
  return (
    <section className="text-that-binds">
      {review === undefined ? (
        <Notice tone="wait" title={t('material.draft')}>
          {t('material.draftHint')}
        </Notice>
      ) : (
        <p className="badge badge-good">{t('material.reviewed', { by: review.by, on: review.on })}</p>
      )}
      <div lang={language}>
        <h3>{title}</h3>
        <ol>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </div>
      <p className="quiet">
        {t('material.version', { number: issue.version })} ·{' '}
        <code className="hash">{issue.hash.slice(0, 16)}</code>
      </p>
    </section>
  );
}
