import { useTranslation } from 'react-i18next';
import { acknowledgeBriefing, readBriefing } from '../../../../functions/interpreting/contract.ts';
import { useAction, useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';
import { Button } from '../../parts/button.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';

/** What the interpreter is told beyond what stands on the card, and their own receipt of it. */
export function OwnBriefing({ sessionId, isRead }: { readonly sessionId: string; readonly isRead: boolean }) {
  const { t } = useTranslation('interpreting');
  const found = useAnswer(readBriefing, { params: { sessionId } });
  const action = useAction(acknowledgeBriefing);
  return (
    <Answer of={found}>
      {({ briefing }) =>
        briefing === undefined ? null : (
          <section className="group">
            <h4>{t('briefing.title')}</h4>
            <p className="quiet">{t('own.briefingWhat')}</p>
            <dl className="facts">
              {briefing.dialect !== undefined && (
                <div>
                  <dt>{t('dialect.label')}</dt>
                  <dd>{briefing.dialect}</dd>
                </div>
              )}
              <div>
                <dt>{t('topics.label')}</dt>
                <dd>{briefing.topics.map((topic) => t(`topics.${topic}`)).join(', ')}</dd>
              </div>
              <div>
                <dt>{t('briefing.heard')}</dt>
                <dd className="pseudonym">{briefing.heard.join(', ')}</dd>
              </div>
            </dl>
            <ProblemNotice problem={action.problem} />
            {isRead ? (
              <p className="badge badge-good">{t('briefing.received')}</p>
            ) : (
              <Button
                busy={action.running}
                onClick={() => action.start({ params: { sessionId }, body: { hash: briefing.hash } })}
              >
                {t('own.receipt')}
              </Button>
            )}
          </section>
        )
      }
    </Answer>
  );
}
