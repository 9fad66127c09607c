import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { readCase } from '../../../../../functions/cases/contract.ts';
import {
  bringColleague,
  leaveAsParty,
  leaveCase,
  leavingReason,
  partyLeavingReason,
  releaseCase,
} from '../../../../../functions/cases/life/contract.ts';
import type { StaffRole } from '../../../../../functions/shared/access/roles.ts';
import type { AnswerOf } from '../../../../../functions/shared/http/contract.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { mayCall } from '../../../api/may-call.ts';
import { usePeople } from '../../../api/use-people.ts';
import { Select } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { Picker } from '../../../parts/picker.tsx';

type File = AnswerOf<typeof readCase>;
type Reason = (typeof leavingReason)['options'][number];

/** Who comes into a case and leaves it. */
export function Members({ file }: { readonly file: File }) {
  const { t } = useTranslation('life');
  const me = useOwnRecord();
  return (
    <>
      {file.state === 'open' && mayCall(bringColleague, me.role) && (
        <details>
          <summary>{t('members.bring')}</summary>
          <Bringing key={file.members.length} caseId={file.caseId} />
        </details>
      )}
      {mayCall(leaveCase, me.role) && (
        <details>
          <summary>{t('members.leave')}</summary>
          <p>{t('members.leaveHint')}</p>
          <Leaving key={file.members.length} file={file} />
        </details>
      )}
      {file.parties.length > 0 && file.ownCourt && mayCall(leaveAsParty, me.role) && (
        <details>
          <summary>{t('parties.leave')}</summary>
          <p>{t('parties.leaveHint')}</p>
          <PartyLeaving key={file.parties.length} file={file} />
        </details>
      )}
      {file.taken && mayCall(releaseCase, me.role) && (
        <details>
          <summary>{t('members.release')}</summary>
          <p>{t('members.releaseHint')}</p>
          <Releasing caseId={file.caseId} />
        </details>
      )}
    </>
  );
}

/** Roles that somebody comes in by the word of a colleague; counsel comes by the court's. */
const comingRoles = [
  'prosecutor',
  'clerk',
  'support-officer',
  'attending-officer',
  'central-authority',
  'auditor',
  'judge',
  'custody-officer',
  'technician',
] as const satisfies readonly StaffRole[];

function Bringing({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation(['life', 'staff']);
  const [role, setRole] = useState<(typeof comingRoles)[number]>('support-officer');
  const action = useAction(bringColleague);
  const labels = { personId: t('members.who') };
  return (
    <>
      <Select
        name="role"
        label={t('members.role')}
        value={role}
        onChoose={setRole}
        options={comingRoles.map((value) => ({ value, label: t(`staff:roles.${value}`) }))}
      />
      <Form
        key={role}
        route={bringColleague}
        read={(values) => ({ personId: answersOf(values).text('personId') })}
        labels={labels}
        onSend={(body) => action.run({ params: { caseId }, body })}
        problem={action.problem}
        sending={action.running}
        button={t('members.bringDo')}
      >
        <WhoOf role={role} label={labels.personId} />
      </Form>
    </>
  );
}

function WhoOf({ role, label }: { readonly role: (typeof comingRoles)[number]; readonly label: string }) {
  const found = usePeople(role);
  return (
    <Picker
      name="personId"
      label={label}
      onSearch={found.onSearch}
      options={(found.people ?? []).map(({ personId, label: what, agency }) => ({
        value: personId,
        label: `${what}, ${agency}`,
      }))}
    />
  );
}

function Leaving({ file }: { readonly file: File }) {
  const { t } = useTranslation(['life', 'staff']);
  const me = useOwnRecord();
  const go = useNavigate();
  const action = useAction(leaveCase);
  const isMe = (pseudonym: string) =>
    file.members.some((each) => each.pseudonym === pseudonym && each.personId === me.personId);
  const labels = { member: t('members.who'), reason: t('reason') };
  return (
    <Form
      route={leaveCase}
      read={(values) => ({
        member: answersOf(values).text('member'),
        reason: answersOf(values).text('reason') as Reason | undefined,
      })}
      labels={labels}
      onSend={async (body) => {
        await action.run({ params: { caseId: file.caseId }, body });
        if (isMe(body.member)) void go('/');
      }}
      problem={action.problem}
      sending={action.running}
      button={t('members.leaveDo')}
    >
      <Select
        name="member"
        label={labels.member}
        options={file.members
          .filter(({ mayTakeOut }) => mayTakeOut)
          .map((each) => ({
            value: each.pseudonym,
            label: `${t(`staff:roles.${each.role}`)} ${each.pseudonym}, ${each.label}`,
          }))}
      />
      <ReasonOf label={labels.reason} />
    </Form>
  );
}

type PartyReason = (typeof partyLeavingReason)['options'][number];

function PartyLeaving({ file }: { readonly file: File }) {
  const { t } = useTranslation(['life', 'staff']);
  const [party, setParty] = useState(file.parties[0]?.pseudonym ?? '');
  const action = useAction(leaveAsParty);
  const counsel = file.members.filter((each) => each.for === party).map(({ pseudonym }) => pseudonym);
  const labels = { reason: t('reason') };
  return (
    <>
      <Select
        name="party"
        label={t('members.who')}
        value={party}
        onChoose={setParty}
        options={file.parties.map((each) => ({
          value: each.pseudonym,
          label: `${t(`staff:roles.${each.role}`)} ${each.pseudonym}, ${each.label}`,
        }))}
      />
      {counsel.length > 0 ? (
        <Notice tone="wait" title={t('parties.counselFirst', { who: counsel.join(', ') })} />
      ) : (
        <Form
          route={leaveAsParty}
          read={(values) => ({ reason: answersOf(values).text('reason') as PartyReason | undefined })}
          labels={labels}
          onSend={(body) => action.run({ params: { caseId: file.caseId, party }, body })}
          problem={action.problem}
          sending={action.running}
          button={t('parties.leaveDo')}
        >
          <Select
            name="reason"
            label={labels.reason}
            options={partyLeavingReason.options.map((value) => ({
              value,
              label: t(`parties.reasons.${value}`),
            }))}
          />
        </Form>
      )}
    </>
  );
}

function Releasing({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('life');
  // The case is theirs no more, and its page is not there.
  const go = useNavigate();
  const action = useAction(releaseCase, () => void go('/'));
  const labels = { reason: t('reason') };
  return (
    <Form
      route={releaseCase}
      read={(values) => ({ reason: answersOf(values).text('reason') as Reason | undefined })}
      labels={labels}
      onSend={(body) => action.run({ params: { caseId }, body })}
      problem={action.problem}
      sending={action.running}
      button={t('members.releaseDo')}
    >
      <ReasonOf label={labels.reason} />
    </Form>
  );
}

function ReasonOf({ label }: { readonly label: string }) {
  const { t } = useTranslation('life');
  return (
    <Select
      name="reason"
      label={label}
      options={leavingReason.options.map((value) => ({ value, label: t(`reasons.${value}`) }))}
    />
  );
}
