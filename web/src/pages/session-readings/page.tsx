import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { listSessionReadings } from '../../../../functions/custody/access/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';
import { Page } from '../../parts/page.tsx';
import { useSessionReference } from '../../parts/use-reference.ts';
import { Readings } from '../readings/readings.tsx';

/** Who read the log of a session or took it away, for the auditor of its case. */
export default function SessionReadingsPage() {
  const { t } = useTranslation('staff');
  const { sessionId = '' } = useParams();
  const [from, setFrom] = useState(0);
  const asked = { params: { sessionId }, ...(from === 0 ? {} : { query: { from } }) };
  const found = useAnswer(listSessionReadings, asked, { keepLast: true });
  return (
    <Page
      title={t('readings.titleOfSession')}
      above={{ to: `/sessions/${sessionId}`, label: t('session.title') }}
      reference={useSessionReference(sessionId)}
    >
      <p>{t('readings.whatOfSession')}</p>
      <Answer of={found}>
        {(answer) => <Readings {...{ answer, from }} watched={false} onFrom={setFrom} />}
      </Answer>
    </Page>
  );
}
