import { useTranslation } from 'react-i18next';
import type { listCaseReadings } from '../../../../functions/custody/access/contract.ts';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import { Moment } from '../../parts/moment.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { LogEntries } from '../log/log-entries.tsx';

interface Shown {
  readonly answer: AnswerOf<typeof listCaseReadings>;
  /** Index of the first entry that is shown. */
  readonly from: number;
  readonly onFrom: (from: number) => void;
  /** Whether a machine looks for what is unusual in this log. */
  readonly watched?: boolean;
}

/** An access log, whoever's it is: first what a machine found unusual, then every reading. */
export function Readings({ answer, watched = true, ...turning }: Shown) {
  const { t } = useTranslation('staff');
  return (
    <>
      {watched && <UnusualOnes unusual={answer.unusual} />}
      {answer.size === 0 ? <p>{t('readings.none')}</p> : <LogEntries answer={answer} {...turning} />}
    </>
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
