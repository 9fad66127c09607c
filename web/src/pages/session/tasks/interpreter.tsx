import { useTranslation } from 'react-i18next';
import { confirmInterpreter, readAssignment } from '../../../../../functions/interpreting/contract.ts';
import type { BodyIn } from '../../../../../functions/shared/http/contract.ts';
import { answersOf, type Unsaid } from '../../../api/check-body.ts';
import { useAction, useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Task } from '../../../parts/task.tsx';
import { Radios, Select, YesNo } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import type { NamedPerson } from '../../../parts/named-person.tsx';
import { spokenLanguages, useNames } from '../../../parts/state-and-language-names.ts';
import { interpretersOf } from '../interpreters.ts';
import type { SessionProps } from '../session-view.ts';

type Assignment = BodyIn<typeof confirmInterpreter>;

/** The gate opens once every interpreter of a team is confirmed. */
export default function InterpreterTasks({ session }: SessionProps) {
  const team = interpretersOf(session);
  const alone = team.length === 1;
  return team.map((one) => (
    <InterpreterTask key={one.pseudonym} session={session} interpreter={one} alone={alone} />
  ));
}

/** One interpreter is confirmed: languages fit, no conflict, undertaking given. */
function InterpreterTask({
  session,
  interpreter,
  alone,
}: SessionProps & {
  readonly interpreter: NamedPerson;
  /** Whether nobody else interprets in that session; then it need not be said who is meant. */
  readonly alone: boolean;
}) {
  const { t } = useTranslation('staff');
  const names = useNames();
  const { sessionId } = session;
  const { pseudonym } = interpreter;
  const stands = useAnswer(readAssignment, { params: { sessionId }, query: { pseudonym } });
  return (
    <Answer of={stands}>
      {({ assignment }) => (
        <Task
          title={t('interpreter.title')}
          who={alone ? undefined : interpreter}
          done={assignment !== undefined}
          summary={
            assignment !== undefined && (
              <p>
                {assignment.between !== undefined &&
                  `${assignment.between.map((tag) => names.language(tag)).join(' – ')} · `}
                {t(`interpreter.modes.${assignment.mode}`)} ·{' '}
                {t(`interpreter.conflicts.${assignment.conflict}`)}
              </p>
            )
          }
          again={t('interpreter.anew')}
        >
          <InterpreterForm sessionId={sessionId} pseudonym={pseudonym} mode={session.mode} />
        </Task>
      )}
    </Answer>
  );
}

function InterpreterForm({
  sessionId,
  pseudonym,
  mode,
}: {
  readonly sessionId: string;
  readonly pseudonym: string;
  /** As it was booked, where that was said. */
  readonly mode: SessionProps['session']['mode'];
}) {
  const { t } = useTranslation('staff');
  const names = useNames();
  const action = useAction(confirmInterpreter);
  const languages = spokenLanguages.map((tag) => ({ value: tag, label: names.language(tag) }));
  const labels = {
    'between.0': t('interpreter.oneLanguage'),
    'between.1': t('interpreter.otherLanguage'),
    mode: t('interpreter.mode'),
    conflict: t('interpreter.conflict'),
    undertaking: t('interpreter.undertaking'),
  };
  return (
    <Form
      keep={`interpreter ${sessionId} ${pseudonym} 1`}
      route={confirmInterpreter}
      read={(values) => ({ ...assignmentFrom(values), pseudonym })}
      labels={labels}
      onSend={(body) => action.run({ params: { sessionId }, body })}
      problem={action.problem}
      sending={action.running}
      button={t('interpreter.confirm')}
    >
      <Select name="between.0" label={labels['between.0']} options={languages} />
      <Select name="between.1" label={labels['between.1']} options={languages} />
      <Radios
        name="mode"
        label={labels.mode}
        initial={mode}
        inRow
        options={(['consecutive', 'simultaneous'] as const).map((value) => ({
          value,
          label: t(`interpreter.modes.${value}`),
        }))}
      />
      <Radios
        name="conflict"
        label={labels.conflict}
        hint={t('interpreter.conflictHint')}
        options={(['none-declared', 'declared'] as const).map((value) => ({
          value,
          label: t(`interpreter.conflicts.${value}`),
        }))}
      />
      <YesNo
        asked="given"
        name="undertaking"
        label={labels.undertaking}
        hint={t('interpreter.undertakingHint')}
      />
    </Form>
  );
}

function assignmentFrom(values: FormData): Unsaid<Assignment> {
  const { text, yes } = answersOf(values);
  return {
    between: [text('between.0'), text('between.1')],
    mode: text('mode'),
    conflict: text('conflict'),
    undertaking: yes('undertaking'),
  };
}
