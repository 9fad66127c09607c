import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { readCase } from '../../../../../functions/cases/contract.ts';
import { readLaw } from '../../../../../functions/requests/law/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { mayCall } from '../../../api/may-call.ts';
import { Answer } from '../../../parts/answer.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { Page } from '../../../parts/page.tsx';
import { useToday } from '../../../parts/use-now.ts';
import { LawQuestions } from '../law/law-questions.tsx';
import { PermissionPanel } from './permission-panel.tsx';

/** Whether and how a person may be heard, by the host State's word, and what its law leaves to be asked. */
export default function PermissionPage() {
  const { t } = useTranslation(['request', 'staff']);
  const me = useOwnRecord();
  const today = useToday(me.zone);
  const { caseId = '', party = '' } = useParams();
  const found = useAnswer(readCase, { params: { caseId } });
  const seesLaw = mayCall(readLaw, me.role);
  const law = useAnswer(
    readLaw,
    {
      query: {
        requesting: found.data?.requestingState ?? '',
        host: found.data?.hostState ?? '',
        receivedOn: today,
      },
    },
    { when: found.data !== undefined && seesLaw },
  );
  return (
    <Page
      title={t('permission.of', { who: party })}
      above={{ to: `/cases/${caseId}`, label: t('staff:case.title') }}
      reference={found.data?.reference}
    >
      <PermissionPanel caseId={caseId} party={party} />
      {seesLaw && (
        <section className="section" aria-labelledby="questions-title">
          <h2 id="questions-title">{t('law.questions')}</h2>
          <Answer of={law}>{({ questions }) => <LawQuestions questions={questions} />}</Answer>
          <p>
            <Link to={`/cases/${caseId}/law`}>{t('law.open')}</Link>
          </p>
        </section>
      )}
    </Page>
  );
}
