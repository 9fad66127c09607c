import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { listAgencyReadings } from '../../../../functions/custody/access/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';
import { Page } from '../../parts/page.tsx';
import { Readings } from '../readings/readings.tsx';

/** Who of an agency read lists and searched, and who read its log, for its auditor. */
export default function AgencyReadingsPage() {
  const { t } = useTranslation('staff');
  const { agencyId = '' } = useParams();
  const [from, setFrom] = useState(0);
  const asked = { params: { agencyId }, ...(from === 0 ? {} : { query: { from } }) };
  const found = useAnswer(listAgencyReadings, asked, { keepLast: true });
  return (
    <Page title={t('readings.titleOfAgency')}>
      <p>{t('readings.whatOfAgency')}</p>
      <Answer of={found}>{(answer) => <Readings {...{ answer, from }} onFrom={setFrom} />}</Answer>
    </Page>
  );
}
