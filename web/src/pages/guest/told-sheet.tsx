import { useExplainedWords } from '../../words/explained-words.ts';
import { Explained } from '../explained/explained.tsx';
import type { Company } from '../explained/what-happens.ts';

/** The pictures and words themselves, in the language of the page. */
export function ToldSheet(parts: {
  readonly company: Company;
  readonly language: string;
  readonly loading: string;
}) {
  const spoken = useExplainedWords(parts.language);
  if (spoken === undefined) return <p role="status">{parts.loading}</p>;
  return <Explained company={parts.company} words={spoken.words} language={spoken.language} />;
}
