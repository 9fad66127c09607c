import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import {
  carryOnCaseExport,
  exportCaseLog,
  listCaseEntries,
} from '../../../../functions/custody/case/contract.ts';
import { call } from '../../api/call.ts';
import { useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';
import { useReference } from '../../parts/use-reference.ts';
import { Page } from '../../parts/page.tsx';
import { LogEntries } from '../log/log-entries.tsx';
import { LogFile } from '../log/log-file.tsx';
import type { TakingCalls } from '../log/use-taking.ts';

/** The custody log of a case: who belongs to it, and what was decided for those who are heard. */
export default function CaseLogPage() {
  const { t } = useTranslation('staff');
  const { caseId = '' } = useParams();
  const [from, setFrom] = useState(0);
  const params = { caseId };
  const asked = { params, ...(from === 0 ? {} : { query: { from } }) };
  const found = useAnswer(listCaseEntries, asked, { keepLast: true });
  const calls: TakingCalls = {
    begin: (line, key) => call(line, exportCaseLog, { params, body: {}, key }),
    carryOn: (line, key, exportId) => call(line, carryOnCaseExport, { params, body: { exportId }, key }),
  };
  return (
    <Page
      title={t('log.titleOfCase')}
      above={{ to: `/cases/${caseId}`, label: t('case.title') }}
      reference={useReference(caseId)}
    >
      <p>{t('log.whatOfCase')}</p>
      <LogFile calls={calls} />
      <Answer of={found}>{(answer) => <LogEntries {...{ answer, from, caseId }} onFrom={setFrom} />}</Answer>
    </Page>
  );
}
