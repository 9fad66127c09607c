import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listRequestTasks } from '../../../../functions/requests/other-way/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';
import { Moment } from '../../parts/moment.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';

/** What waits for the reader of permissions: whom to tell that there is no link, and answers that are overdue. */
export function RequestTasks() {
  const { t } = useTranslation(['request', 'sharing']);
  const { zone } = useOwnRecord();
  const found = useAnswer(listRequestTasks, {}, { every: () => 60_000 });
  return (
    <Answer of={found}>
      {({ tasks }) =>
        tasks.length === 0 ? null : (
          <section className="section" aria-labelledby="request-tasks-title">
            <h2 id="request-tasks-title">{t('tasks.title')}</h2>
            <ul className="cards">
              {tasks.map(({ caseId, reference, party, task, dueAt, late }, at) => (
                // Two of a kind about one person can be due at once.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={at}>
                  <Link className="card card-link" to={`/cases/${caseId}/permission/${party}`}>
                    <strong>{t(`tasks.names.${task}`)}</strong>
                    <span>
                      <span className="reference">{reference}</span>{' '}
                      <span className="pseudonym">{party}</span>
                    </span>
                    <span>
                      {late && <span className="badge badge-bad">{t('sharing:use.late')}</span>}{' '}
                      {t('sharing:tasks.by')} <Moment at={dueAt} zone={zone} />
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
