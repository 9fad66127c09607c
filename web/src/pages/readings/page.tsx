import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { listCaseReadings } from '../../../../functions/custody/access/contract.ts';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { Page } from '../../parts/page.tsx';
import { useReference } from '../../parts/use-reference.ts';
import { LogEntries } from '../log/log-entries.tsx';

/** Who read what of a case, for its auditor: first what a machine found unusual, then every reading. */
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
      <Answer of={found}>
        {(answer) => (
          <>
            <UnusualOnes unusual={answer.unusual} />
            {answer.size === 0 ? (
              <p>{t('readings.none')}</p>
            ) : (
              <LogEntries {...{ answer, from }} onFrom={setFrom} />
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}

type Unusual = AnswerOf<typeof listCaseReadings>['unusual'];

function UnusualOnes({ unusual }: { readonly unusual: Unusual }) {
  const { t } = useTranslation('staff');
  const { zone } = useOwnRecord();
  if (unusual.length === 0) return <Notice tone="good" title={t('readings.nothingUnusual')} />;
  return (
    <Notice tone="wait" title={t('readings.unusual')}>
      <p>{t('readings.ask')}</p>
      <ul>
        {unusual.map(({ at, role, pseudonym, rule, count, before }) => (
          <li key={`${at}${pseudonym}${rule}`}>
            {t(`roles.${role}`)} <span className="pseudonym">{pseudonym}</span>:{' '}
            {t(`readings.rules.${rule}`, { count, before })} · <Moment at={at} zone={zone} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
