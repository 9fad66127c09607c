import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { listCaseReadings } from '../../../../functions/custody/access/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';
import { Page } from '../../parts/page.tsx';
import { useReference } from '../../parts/use-reference.ts';
import { Readings } from './readings.tsx';

/** Who read what of a case, for its auditor. */
export default function ReadingsPage() {
  const { t } = useTranslation('staff');
  const { caseId = '' } = useParams();
  const [from, setFrom] = useState(0);
  const asked = { params: { caseId }, ...(from === 0 ? {} : { query: { from } }) };
  const found = useAnswer(listCaseReadings, asked, { keepLast: true });
  return (
    <Page
      title={t('readings.title')}
      above={{ to: `/cases/${caseId}`, label: t('case.title') }}
      reference={useReference(caseId)}
    >
      <p>{t('readings.what')}</p>
      <Answer of={found}>{(answer) => <Readings {...{ answer, from }} onFrom={setFrom} />}</Answer>
    </Page>
  );
}
