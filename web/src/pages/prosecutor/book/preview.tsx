import * as z from 'zod';
import { useTranslation } from 'react-i18next';
import { previewSession } from '../../../../../functions/sessions/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import type { ApiProblem } from '../../../api/problem.ts';
import { Span } from '../../../parts/moment.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { SeatTimes } from '../../../parts/seat-times.tsx';
import { useSettled } from '../../../parts/use-settled.ts';
import type { Question } from './question.ts';

/** What the chosen time means for each seat, asked again whenever the choice has stood still for a moment. */
export function Preview({
  question,
  onLocal,
  onOffset,
}: {
  readonly question: Question | undefined;
  readonly onLocal: (local: string) => void;
  readonly onOffset: (offset: string) => void;
}) {
  const { t } = useTranslation('staff');
  const me = useOwnRecord();
  const asked = useSettled(JSON.stringify(question), 350);
  const query = asked === undefined ? undefined : (JSON.parse(asked) as Question);
  const shown = useAnswer(previewSession, query === undefined ? {} : { query }, {
    when: query !== undefined,
    keepLast: true,
  });
  return (
    <section className="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{t('book.preview')}</h2>
      {question === undefined && <p className="quiet">{t('book.previewEmpty')}</p>}
      {question !== undefined && shown.error !== null && (
        <ProblemNotice problem={shown.error}>
          <Offers problem={shown.error} onLocal={onLocal} onOffset={onOffset} />
        </ProblemNotice>
      )}
      {question !== undefined && shown.error === null && shown.data !== undefined && (
        <div aria-busy={shown.isFetching} aria-live="polite">
          <p>
            <Span start={shown.data.start} end={shown.data.end} zone={me.zone} />
          </p>
          <SeatTimes seats={shown.data.seats} start={shown.data.start} end={shown.data.end} />
        </div>
      )}
    </section>
  );
}

const texts = z.array(z.string());

/** Ways out of a time that does not exist, or comes twice: one press takes one. */
function Offers({
  problem,
  onLocal,
  onOffset,
}: {
  readonly problem: ApiProblem;
  readonly onLocal: (local: string) => void;
  readonly onOffset: (offset: string) => void;
}) {
  const { t } = useTranslation('staff');
  const nearest = problem.code === 'time-does-not-exist' ? texts.parse(problem.facts['nearest']) : [];
  const offsets = problem.code === 'time-is-ambiguous' ? texts.parse(problem.facts['offsets']) : [];
  return (
    <div className="row">
      {nearest.map((local) => (
        <button key={local} type="button" className="button button-quiet" onClick={() => onLocal(local)}>
          {t('book.take', { time: local.replace('T', ' ') })}
        </button>
      ))}
      {offsets.map((offset, index) => (
        <button key={offset} type="button" className="button button-quiet" onClick={() => onOffset(offset)}>
          {t(index === 0 ? 'book.first' : 'book.second', { offset: `UTC${offset}` })}
        </button>
      ))}
    </div>
  );
}
