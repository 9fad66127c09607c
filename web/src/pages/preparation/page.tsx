import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readPreparation } from '../../../../functions/preparation/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Page } from '../../parts/page.tsx';
import { Checklist } from './checklist.tsx';
import { GateNotice } from './gate-notice.tsx';
import { SetAsideForm } from './set-aside-form.tsx';
import { TestForm } from './test-form.tsx';
import { TestResults } from './test-results.tsx';
import './preparation.css';

/** How a session is prepared: its tests, what each came to, and the checklist with who ticks what by when. */
export default function PreparationPage() {
  const { t } = useTranslation(['preparation', 'staff']);
  const { sessionId = '' } = useParams();
  const found = useAnswer(readPreparation, { params: { sessionId } }, { every: () => 20_000 });
  return (
    <Page
      title={t('preparation:title')}
      above={{ to: `/sessions/${sessionId}`, label: t('staff:session.title') }}
      reference={sessionId}
    >
      <Answer of={found}>
        {(prepared) => (
          <>
            <GateNotice prepared={prepared} />
            <p>
              <ButtonLink quiet to={`/sessions/${sessionId}/explained`}>
                {t('preparation:told.open')}
              </ButtonLink>
            </p>
            <section className="section">
              <h2>{t('preparation:result.title')}</h2>
              <TestResults results={prepared.results} />
              {prepared.mayRecord && <TestForm sessionId={sessionId} />}
              {prepared.maySetAside && prepared.results[0] !== undefined && (
                <SetAsideForm sessionId={sessionId} number={prepared.results[0].number} />
              )}
            </section>
            <section className="section">
              <h2>{t('preparation:list.title')}</h2>
              <Checklist sessionId={sessionId} items={prepared.items} />
            </section>
          </>
        )}
      </Answer>
    </Page>
  );
}
