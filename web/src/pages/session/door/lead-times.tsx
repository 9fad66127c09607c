import { useTranslation } from 'react-i18next';
import type { readDoor } from '../../../../../functions/sessions/door/contract.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import { useDayWords } from '../../../parts/use-day-words.ts';

/** What the host State's law and its grant say of how early it wants to be asked. What nobody read is a question, and no date. */
export function LeadTimes({ of }: { readonly of: AnswerOf<typeof readDoor>['leadTimes'] }) {
  const { t } = useTranslation('door');
  const dayWords = useDayWords();
  return (
    <section className="section" aria-labelledby="lead-title">
      <h2 id="lead-title">{t('lead.title')}</h2>
      <p className="hint">{t('lead.warns')}</p>
      <ul className="door-list">
        {of.map((each) => (
          <li key={`${each.of} ${each.says ?? ''}`} className="card">
            <p>
              <strong>{t(`lead.of.${each.of}`)}</strong>{' '}
              <span className={each.standing === 'sure' ? 'badge badge-good' : 'badge badge-wait'}>
                {t(`lead.standing.${each.standing}`)}
              </span>{' '}
              {each.passed && <span className="badge badge-bad">{t('lead.passed')}</span>}
            </p>
            <p>{each.by === undefined ? t('lead.unknown') : t('lead.by', { day: dayWords(each.by) })}</p>
            {each.says !== undefined && (
              <p className="quiet" lang="en">
                {each.article} {each.says} {each.read.length > 0 && `(${each.read.join('; ')})`}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
