import { useTranslation } from 'react-i18next';
import { admitCounsel, type readCase } from '../../../../functions/cases/contract.ts';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import { answersOf } from '../../api/check-body.ts';
import { useAction } from '../../api/hooks.ts';
import { mayCall } from '../../api/may-call.ts';
import { usePeople } from '../../api/use-people.ts';
import { Select } from '../../parts/fields.tsx';
import { Form } from '../../parts/form.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { Picker } from '../../parts/picker.tsx';

type File = AnswerOf<typeof readCase>;

/** The court admits counsel, bound to the one whom they represent. */
export function AdmitCounsel({ file }: { readonly file: File }) {
  const { t } = useTranslation('staff');
  const me = useOwnRecord();
  if (!mayCall(admitCounsel, me.role)) return null;
  return (
    <details>
      <summary>{t('case.counsel.title')}</summary>
      {/* Somebody was admitted: the next one begins with an empty form. */}
      <Admission key={file.members.length} file={file} />
    </details>
  );
}

function Admission({ file }: { readonly file: File }) {
  const { t } = useTranslation('staff');
  const action = useAction(admitCounsel);
  const defence = usePeople('defence-counsel');
  const victims = usePeople('victim-counsel');
  const people = [...(defence.people ?? []), ...(victims.people ?? [])];
  const labels = { personId: t('case.counsel.who'), for: t('case.counsel.for') };
  const clients = [...file.parties.filter(({ role }) => role === 'accused'), ...file.witnesses];
  return (
    <Form
      route={admitCounsel}
      read={(values) => ({
        personId: answersOf(values).text('personId'),
        for: answersOf(values).text('for'),
      })}
      labels={labels}
      onSend={(body) => action.run({ params: { caseId: file.caseId }, body })}
      problem={action.problem}
      sending={action.running}
      button={t('case.counsel.admit')}
    >
      <Picker
        name="personId"
        label={labels.personId}
        onSearch={(typed) => {
          defence.onSearch(typed);
          victims.onSearch(typed);
        }}
        options={people.map(({ personId, role, label, agency }) => ({
          value: personId,
          label: `${t(`roles.${role}`)}: ${label}, ${agency}`,
        }))}
      />
      <Select
        name="for"
        label={labels.for}
        hint={t('case.counsel.forHint')}
        options={clients.map(({ pseudonym }) => ({ value: pseudonym, label: pseudonym }))}
      />
    </Form>
  );
}
