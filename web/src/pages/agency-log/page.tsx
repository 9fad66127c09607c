import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import {
  carryOnAgencyExport,
  exportAgencyLog,
  listAgencyEntries,
} from '../../../../functions/custody/agency/contract.ts';
import { sumAgencyReadings } from '../../../../functions/custody/access/contract.ts';
import { listKept } from '../../../../functions/directory/contract.ts';
import { call } from '../../api/call.ts';
import { useAnswer } from '../../api/hooks.ts';
import { mayCall } from '../../api/may-call.ts';
import { Answer } from '../../parts/answer.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { Page } from '../../parts/page.tsx';
import { LogEntries } from '../log/log-entries.tsx';
import { LogFile } from '../log/log-file.tsx';
import type { TakingCalls } from '../log/use-taking.ts';
import { ReadInSum } from './read-in-sum.tsx';

/** Who changed working time in an agency: its log in plain words, and the file that proves it. */
export default function AgencyLogPage() {
  const { t } = useTranslation(['keeping', 'scheduling']);
  const me = useOwnRecord();
  const { agencyId = '' } = useParams();
  const [from, setFrom] = useState(0);
  const kept = useAnswer(listKept, {}, { when: mayCall(listKept, me.role) });
  const params = { agencyId };
  const asked = { params, ...(from === 0 ? {} : { query: { from } }) };
  const found = useAnswer(listAgencyEntries, asked, { keepLast: true });
  const calls: TakingCalls = {
    begin: (line, key) => call(line, exportAgencyLog, { params, body: {}, key }),
    carryOn: (line, key, exportId) => call(line, carryOnAgencyExport, { params, body: { exportId }, key }),
  };
  return (
    <Page title={t('log.title')} above={{ to: '/calendars', label: t('scheduling:calendars.title') }}>
      <p className="lead">{kept.data?.agencies.find((each) => each.agencyId === agencyId)?.name}</p>
      <p>{t('log.what')}</p>
      {mayCall(sumAgencyReadings, me.role) && <ReadInSum agencyId={agencyId} />}
      <LogFile calls={calls} />
      <Answer of={found}>{(answer) => <LogEntries {...{ answer, from }} onFrom={setFrom} />}</Answer>
    </Page>
  );
}
