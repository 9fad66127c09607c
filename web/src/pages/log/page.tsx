import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { carryOnExport, exportLog, listEntries } from '../../../../functions/custody/contract.ts';
import { readSession } from '../../../../functions/sessions/contract.ts';
import { call } from '../../api/call.ts';
import { useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';
import { useSessionReference } from '../../parts/use-reference.ts';
import { Page } from '../../parts/page.tsx';
import { LogEntries } from './log-entries.tsx';
import { LogFile } from './log-file.tsx';
import type { TakingCalls } from './use-taking.ts';

/** The custody log of a session, in plain words; the file that proves it; and how to check that file. */
export default function LogPage() {
  const { t } = useTranslation('staff');
  const { sessionId = '' } = useParams();
  // Counsel without a seat reads of the log and finds no session.
  const caseId = useAnswer(readSession, { params: { sessionId } }).data?.caseId;
  const [from, setFrom] = useState(0);
  const params = { sessionId };
  const asked = { params, ...(from === 0 ? {} : { query: { from } }) };
  const found = useAnswer(listEntries, asked, { keepLast: true });
  const calls: TakingCalls = {
    begin: (line, key) => call(line, exportLog, { params, body: {}, key }),
    carryOn: (line, key, exportId) => call(line, carryOnExport, { params, body: { exportId }, key }),
  };
  return (
    <Page
      title={t('log.title')}
      above={
        caseId !== undefined
          ? { to: `/sessions/${sessionId}`, label: t('session.title') }
          : { to: '/', label: t('cases.title') }
      }
      reference={useSessionReference(sessionId)}
    >
      <p>{t('log.what')}</p>
      <LogFile calls={calls} />
      <Answer of={found}>{(answer) => <LogEntries {...{ answer, from, caseId }} onFrom={setFrom} />}</Answer>
    </Page>
  );
}
