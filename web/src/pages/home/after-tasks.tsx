import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { closeTask, listTasks } from '../../../../functions/preparation/contract.ts';
import type { AnswerOf, BodyIn } from '../../../../functions/shared/http/contract.ts';
import { answersOf } from '../../api/check-body.ts';
import { useAction, useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';
import { Button } from '../../parts/button.tsx';
import { Radios, TextBox } from '../../parts/fields.tsx';
import { Form } from '../../parts/form.tsx';
import { Moment } from '../../parts/moment.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';

type Task = AnswerOf<typeof listTasks>['tasks'][number];

/** What is to be done for those with whom the reader holds contact, after they were heard: nothing is there while nothing is. */
export function AfterTasks() {
  const { t } = useTranslation('preparation');
  const found = useAnswer(listTasks, {}, { every: () => 60_000 });
  return (
    <Answer of={found}>
      {({ tasks }) => {
        const open = tasks.filter(({ state }) => state === 'open');
        const closed = tasks.filter(({ state }) => state !== 'open');
        if (tasks.length === 0) return null;
        return (
          <section className="section after-tasks" aria-labelledby="after-tasks-title">
            <h2 id="after-tasks-title">{t('tasks.title')}</h2>
            <p className="hint">{t('tasks.hint')}</p>
            <ul className="cards">
              {open.map((task) => (
                <OpenTask key={keyOf(task)} task={task} />
              ))}
            </ul>
            {closed.length > 0 && (
              <details>
                <summary>{t('tasks.closed')}</summary>
                <ul className="cards">
                  {closed.map((task) => (
                    <li key={keyOf(task)} className="card">
                      <TaskHead task={task} />
                      {task.note !== undefined && <p>{task.note}</p>}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </section>
        );
      }}
    </Answer>
  );
}

const keyOf = ({ caseId, party, occasion, since, task }: Task) =>
  [caseId, party, occasion, since, task].join(' ');

function TaskHead({ task }: { readonly task: Task }) {
  const { t } = useTranslation('preparation');
  const { zone } = useOwnRecord();
  return (
    <>
      <p>
        <strong>{t(`tasks.names.${task.task}`)}</strong>
      </p>
      <span>
        <span className="reference">{task.reference}</span> <span className="pseudonym">{task.party}</span>{' '}
        {task.occasion === 'withdrawal' ? (
          t('tasks.afterWithdrawal')
        ) : (
          <Link to={`/sessions/${task.occasion}`}>{t('tasks.afterSession')}</Link>
        )}
      </span>
      <p>
        {task.late && <span className="badge badge-bad">{t('tasks.late')}</span>} {t('tasks.by')}{' '}
        <Moment at={task.dueAt} zone={zone} />
      </p>
    </>
  );
}

function OpenTask({ task }: { readonly task: Task }) {
  const { t } = useTranslation('preparation');
  const [asks, setAsks] = useState(false);
  const action = useAction(closeTask);
  const { caseId, party, occasion } = task;
  return (
    <li className="card" data-testid={`task-${task.task}`}>
      <TaskHead task={task} />
      <div className="row">
        {task.task === 'debrief' && <Link to={`/cases/${caseId}/book`}>{t('tasks.names.debrief')}</Link>}
        <Button
          small
          quiet
          aria-expanded={asks}
          aria-label={`${t('tasks.enter')}: ${t(`tasks.names.${task.task}`)}`}
          onClick={() => setAsks(!asks)}
        >
          {t('tasks.enter')}
        </Button>
      </div>
      {asks && (
        <Form
          route={closeTask}
          read={(values) => ({
            occasion,
            task: task.task,
            state: answersOf(values).text('state') as BodyIn<typeof closeTask>['state'] | undefined,
            note: answersOf(values).text('note'),
          })}
          labels={{ state: t('tasks.state'), note: t('tasks.note') }}
          onSend={(body) => action.run({ params: { caseId, party }, body })}
          problem={action.problem}
          sending={action.running}
          button={t('tasks.enter')}
        >
          <Radios
            name="state"
            label={t('tasks.state')}
            inRow
            options={[
              { value: 'done', label: t('tasks.done') },
              { value: 'not-needed', label: t('tasks.notNeeded') },
            ]}
          />
          <TextBox name="note" label={t('tasks.note')} lines={2} maxLength={500} />
        </Form>
      )}
    </li>
  );
}
