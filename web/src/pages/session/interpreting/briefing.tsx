import { useTranslation } from 'react-i18next';
import { acknowledgeBriefing, readBriefing } from '../../../../../functions/interpreting/contract.ts';
import { useAction, useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Button } from '../../../parts/button.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useNames } from '../../../parts/state-and-language-names.ts';

/** All that the interpreter is told, to be handed over, and the receipt that they sign. */
export function InterpreterBriefing({
  sessionId,
  pseudonym,
  signed,
}: {
  readonly sessionId: string;
  readonly pseudonym: string;
  /** Whether there is a receipt of it. */
  readonly signed: boolean;
}) {
  const { t } = useTranslation(['interpreting', 'staff']);
  const names = useNames();
  const found = useAnswer(readBriefing, { params: { sessionId }, query: { pseudonym } });
  const action = useAction(acknowledgeBriefing);
  return (
    <Answer of={found}>
      {({ briefing }) =>
        briefing === undefined ? null : (
          <section className="group">
            <h4>{t('briefing.title')}</h4>
            <p className="quiet">{t('briefing.what')}</p>
            <dl className="facts">
              <div>
                <dt>{t('briefing.languages')}</dt>
                <dd>
                  {briefing.between.map((tag) => names.language(tag)).join(' – ')}
                  {briefing.dialect !== undefined && ` (${briefing.dialect})`},{' '}
                  {t(`direction.${briefing.direction}`)}
                </dd>
              </div>
              <div>
                <dt>{t('staff:interpreter.mode')}</dt>
                <dd>
                  {t(`staff:interpreter.modes.${briefing.mode}`)}, {t(`part.${briefing.part}`)}
                </dd>
              </div>
              <div>
                <dt>{t('topics.label')}</dt>
                <dd>{briefing.topics.map((topic) => t(`topics.${topic}`)).join(', ')}</dd>
              </div>
              <div>
                <dt>{t('briefing.heard')}</dt>
                <dd>{briefing.heard.join(', ')}</dd>
              </div>
            </dl>
            <ProblemNotice problem={action.problem} />
            {signed ? (
              <p className="badge badge-good">{t('briefing.received')}</p>
            ) : (
              <Button
                disabled={action.running}
                onClick={() =>
                  action.start({ params: { sessionId }, body: { pseudonym, hash: briefing.hash } })
                }
              >
                {t('briefing.receipt')}
              </Button>
            )}
          </section>
        )
      }
    </Answer>
  );
}
