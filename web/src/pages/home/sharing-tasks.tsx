import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listSharingTasks } from '../../../../functions/sharing/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';
import { Moment } from '../../parts/moment.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';

/** What waits for the reader of what somebody told a support agency: nothing is there while nothing waits. */
export function SharingTasks() {
  const { t } = useTranslation('sharing');
  const { zone } = useOwnRecord();
  const found = useAnswer(listSharingTasks, {}, { every: () => 60_000 });
  return (
    <Answer of={found}>
      {({ tasks }) =>
        tasks.length === 0 ? null : (
          <section className="section" aria-labelledby="sharing-tasks-title">
            <h2 id="sharing-tasks-title">{t('tasks.title')}</h2>
            <p className="hint">{t('use.chased')}</p>
            <ul className="cards">
              {tasks.map(({ caseId, reference, party, task, dueAt, late }, at) => (
                // Two of a kind about one person can be due at once.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={at}>
                  <Link className="card card-link" to={`/cases/${caseId}/people/${party}/sharing`}>
                    <strong>{t(`tasks.names.${task}`)}</strong>
                    <span>
                      <span className="reference">{reference}</span>{' '}
                      <span className="pseudonym">{party}</span>
                    </span>
                    <span>
                      {late && <span className="badge badge-bad">{t('use.late')}</span>} {t('tasks.by')}{' '}
                      <Moment at={dueAt} zone={zone} />
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Answer>
  );
}
