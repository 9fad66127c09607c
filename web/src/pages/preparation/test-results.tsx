import { useTranslation } from 'react-i18next';
import { Moment } from '../../parts/moment.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import type { TestResult } from './prepared.ts';

const badges = { passed: 'badge badge-good', partly: 'badge badge-wait', failed: 'badge badge-bad' } as const;

/** Every test, the latest first and open, those before it folded away. */
export function TestResults({ results }: { readonly results: readonly TestResult[] }) {
  const { t } = useTranslation('preparation');
  if (results.length === 0) return <p className="quiet">{t('result.none')}</p>;
  return (
    <ul className="cards test-results">
      {results.map((each, index) => (
        <li key={each.number} className="card">
          <OneResult result={each} open={index === 0} />
        </li>
      ))}
    </ul>
  );
}

function OneResult({ result, open }: { readonly result: TestResult; readonly open: boolean }) {
  const { t } = useTranslation(['preparation', 'staff']);
  const { zone } = useOwnRecord();
  const { outcome, what, points, measured, limits, role, pseudonym, at } = result;
  const told = (['down', 'up', 'jitter'] as const).flatMap((name) =>
    measured[name] === undefined ? [] : [`${t(`preparation:result.${name}`)}: ${measured[name]}`],
  );
  return (
    <details open={open}>
      <summary>
        <span className={badges[outcome]}>{t(`preparation:result.outcome.${outcome}`)}</span>{' '}
        {t(`preparation:result.whats.${what}`)} · <Moment at={at} zone={zone} />
      </summary>
      <p className="quiet">
        {t(`staff:roles.${role}`)} <span className="pseudonym">{pseudonym}</span>
      </p>
      <dl className="test-points">
        {(['picture', 'sound', 'language', 'line', 'framing'] as const).map((point) => (
          <div key={point}>
            <dt>{t(`preparation:result.points.${point}`)}</dt>
            <dd className={`point-${points[point]}`}>{t(`preparation:result.states.${points[point]}`)}</dd>
          </div>
        ))}
      </dl>
      {told.length > 0 && <p className="quiet">{told.join(' · ')}</p>}
      {measured.path !== undefined && (
        <p className="quiet">
          {t('preparation:result.path')}: {t(`preparation:result.paths.${measured.path}`)}
        </p>
      )}
      {limits !== undefined && <p>{limits}</p>}
    </details>
  );
}
