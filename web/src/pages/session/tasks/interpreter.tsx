import { useTranslation } from 'react-i18next';
import { readAssignment } from '../../../../../functions/interpreting/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import type { NamedPerson } from '../../../parts/named-person.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { useNames } from '../../../parts/state-and-language-names.ts';
import { Task } from '../../../parts/task.tsx';
import { InterpreterBriefing } from '../interpreting/briefing.tsx';
import { ConflictForm } from '../interpreting/conflict-form.tsx';
import type { HowTheyStand } from '../interpreting/how-they-stand.ts';
import { InterpreterForm } from '../interpreting/interpreter-form.tsx';
import { NotUnderstoodForm } from '../interpreting/not-understood-form.tsx';
import { interpretersOf } from '../interpreters.ts';
import type { SessionProps } from '../session-view.ts';

/** The gate opens once every interpreter of a team is confirmed and has given their word. */
export default function InterpreterTasks({ session }: SessionProps) {
  const team = interpretersOf(session);
  const alone = team.length === 1;
  return team.map((one) => (
    <InterpreterTask key={one.pseudonym} session={session} interpreter={one} alone={alone} />
  ));
}

/** One interpreter: what they are confirmed for, what they said, and what is missing still. */
function InterpreterTask({
  session,
  interpreter,
  alone,
}: SessionProps & {
  readonly interpreter: NamedPerson;
  /** Whether nobody else interprets in that session; then it need not be said who is meant. */
  readonly alone: boolean;
}) {
  const { t } = useTranslation(['staff', 'interpreting']);
  const { sessionId } = session;
  const { pseudonym } = interpreter;
  const stands = useAnswer(readAssignment, { params: { sessionId }, query: { pseudonym } });
  return (
    <Answer of={stands}>
      {(how) => (
        <Task
          title={t('interpreter.title')}
          who={alone ? undefined : interpreter}
          done={(how.assignment ?? how.earlier) !== undefined || how.declared === 'declared'}
          waits={how.lacks.length > 0}
          summary={<Stands how={how} sessionId={sessionId} pseudonym={pseudonym} />}
          again={t('interpreter.anew')}
        >
          <InterpreterForm sessionId={sessionId} pseudonym={pseudonym} mode={session.mode} how={how} />
          {how.declared !== 'declared' && (
            <>
              <details className="text-used">
                <summary>{t('interpreting:conflict.title')}</summary>
                <ConflictForm sessionId={sessionId} pseudonym={pseudonym} />
              </details>
              {how.assignment !== undefined && (
                <details className="text-used">
                  <summary>{t('interpreting:understood.title')}</summary>
                  <NotUnderstoodForm sessionId={sessionId} pseudonym={pseudonym} />
                </details>
              )}
            </>
          )}
        </Task>
      )}
    </Answer>
  );
}

function Stands({
  how,
  sessionId,
  pseudonym,
}: {
  readonly how: HowTheyStand;
  readonly sessionId: string;
  readonly pseudonym: string;
}) {
  const { t } = useTranslation(['staff', 'interpreting']);
  const names = useNames();
  const { assignment, earlier, declared, oath, lacks } = how;
  const { between, mode } = assignment ?? earlier ?? {};
  return (
    <>
      {mode !== undefined && (
        <p>
          {between !== undefined && `${between.map((tag) => names.language(tag)).join(' – ')} · `}
          {assignment?.dialect !== undefined && `${assignment.dialect} · `}
          {t(`interpreter.modes.${mode}`)}
          {assignment !== undefined && ` · ${t(`interpreting:part.${assignment.part}`)}`}
        </p>
      )}
      <ul className="answers">
        {declared !== undefined && (
          <li>
            {t('interpreter.conflict')}
            <span className={declared === 'none' ? 'badge' : 'badge badge-bad'}>
              {t(`interpreter.conflicts.${declared === 'none' ? 'none-declared' : 'declared'}`)}
            </span>
          </li>
        )}
        {oath !== undefined && (
          <li>
            {t(`interpreting:oath.forms.${oath.form}`)}
            {oath.onPaper && <span className="badge">{t('interpreting:paper.badge')}</span>}
          </li>
        )}
      </ul>
      {lacks.length > 0 && (
        <Notice tone="wait" title={t('interpreting:lacks.title')}>
          <ul>
            {lacks.map((lack) => (
              <li key={lack}>{t(`interpreting:lacks.${lack}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {assignment !== undefined && declared !== 'declared' && (
        <InterpreterBriefing sessionId={sessionId} pseudonym={pseudonym} signed={how.briefed} />
      )}
    </>
  );
}
