import { useTranslation } from 'react-i18next';
import type { readLaw } from '../../../../../functions/requests/law/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import { useDayWords } from '../../../parts/use-day-words.ts';

type Question = AnswerOf<typeof readLaw>['questions'][number];

/** What the host State’s central authority is to be asked. What was noted of it is in English. */
export function LawQuestions({ questions }: { readonly questions: readonly Question[] }) {
  const { t } = useTranslation('request');
  const dayWords = useDayWords();
  return (
    <ul className="law-questions">
      {questions.map((question, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the list is drawn whole, and nothing in it has a state
        <li key={index}>
          <strong>
            {question.on === 'law' ? t(`law.fields.${question.field}`) : t(`bases.${question.basis}`)}
          </strong>{' '}
          <span className="badge badge-wait">{t(`law.because.${question.because}`)}</span>{' '}
          {question.about !== undefined &&
            (question.because === 'changes' ? (
              dayWords(question.about)
            ) : (
              <About question={question} about={question.about} />
            ))}
        </li>
      ))}
    </ul>
  );
}

function About({ question, about }: { readonly question: Question; readonly about: string }) {
  const { t, i18n } = useTranslation('request');
  const known = question.on === 'law' && i18n.exists(`request:law.values.${about}`);
  return known ? t(`law.values.${about as 'unknown'}`) : <span lang="en">{about}</span>;
}
