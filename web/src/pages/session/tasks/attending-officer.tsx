import { useTranslation } from 'react-i18next';
import { nameAttendingOfficer } from '../../../../../functions/sessions/changing/contract.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { usePeople } from '../../../api/use-people.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Task } from '../../../parts/task.tsx';
import { Form } from '../../../parts/form.tsx';
import { Picker } from '../../../parts/picker.tsx';
import { gateOf } from '../gate-of.ts';
import type { SessionProps } from '../session-view.ts';

/** Who attends for the host State: identifies the person, sees everything, can stop. */
export default function AttendingOfficerTask({ session }: SessionProps) {
  const { t } = useTranslation('staff');
  const action = useAction(nameAttendingOfficer);
  const { people = [], onSearch, first } = usePeople('attending-officer');
  const labels = { personId: t('roles.attending-officer') };
  return (
    <Task
      title={t('attending.title')}
      done={gateOf(session, 'attendingOfficer') === 'open'}
      again={t('attending.another')}
    >
      <Answer of={first}>
        {() => (
          <Form
            keep={`attending officer ${session.sessionId} 1`}
            route={nameAttendingOfficer}
            read={(values) => ({ personId: answersOf(values).text('personId') })}
            labels={labels}
            onSend={(body) => action.run({ params: { sessionId: session.sessionId }, body })}
            problem={action.problem}
            sending={action.running}
            button={t('attending.name')}
          >
            <Picker
              name="personId"
              label={labels.personId}
              hint={t('attending.hint')}
              onSearch={onSearch}
              options={people.map(({ personId, label, agency }) => ({
                value: personId,
                label: `${label}, ${agency}`,
              }))}
            />
          </Form>
        )}
      </Answer>
    </Task>
  );
}
