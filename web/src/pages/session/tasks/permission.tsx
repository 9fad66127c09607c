import { useTranslation } from 'react-i18next';
import {
  legalBasis,
  permissionCondition,
  readPermission,
  recordPermission,
} from '../../../../../functions/requests/contract.ts';
import type { BodyIn } from '../../../../../functions/shared/http/contract.ts';
import { answersOf, type Unsaid } from '../../../api/check-body.ts';
import { useAction, useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { DateBox } from '../../../parts/date-time.tsx';
import { Task } from '../../../parts/task.tsx';
import { Radios, Select, TextBox, Ticks } from '../../../parts/fields.tsx';
import { Form } from '../../../parts/form.tsx';
import { gateOf } from '../gate-of.ts';
import { heardIn } from '../heard-in.ts';
import type { SessionProps } from '../session-view.ts';

type Permission = BodyIn<typeof recordPermission>;

/** The host State's decision on hearing a person on its territory. */
export default function PermissionTask({ session }: SessionProps) {
  const { t } = useTranslation('staff');
  const whose = heardIn(session);
  const stands = useAnswer(readPermission, { params: whose });
  return (
    <Answer of={stands}>
      {({ permission }) => (
        <Task
          title={t('permission.title')}
          done={permission !== undefined || gateOf(session, 'permission') !== 'missing'}
          summary={
            permission !== undefined && (
              <p>
                {t(`permission.decisions.${permission.decision}`)} · {permission.reference} ·{' '}
                {t(`permission.bases.${permission.legalBasis}`)}
              </p>
            )
          }
          again={t('permission.anew')}
        >
          <PermissionForm {...whose} />
        </Task>
      )}
    </Answer>
  );
}

function PermissionForm(whose: ReturnType<typeof heardIn>) {
  const { t } = useTranslation('staff');
  const action = useAction(recordPermission);
  const labels = {
    decision: t('permission.decision'),
    legalBasis: t('permission.basis'),
    reference: t('permission.reference'),
    decidedOn: t('permission.decidedOn'),
    validUntil: t('permission.validUntil'),
  };
  return (
    <Form
      keep={`permission ${whose.caseId} ${whose.party} 1`}
      route={recordPermission}
      read={permissionFrom}
      labels={labels}
      onSend={(body) => action.run({ params: whose, body })}
      problem={action.problem}
      sending={action.running}
      button={t('permission.enter')}
    >
      <Radios
        name="decision"
        label={labels.decision}
        inRow
        options={(['granted', 'refused'] as const).map((value) => ({
          value,
          label: t(`permission.decisions.${value}`),
        }))}
      />
      <Select
        name="legalBasis"
        label={labels.legalBasis}
        options={legalBasis.options.map((value) => ({ value, label: t(`permission.bases.${value}`) }))}
      />
      <TextBox
        name="reference"
        label={labels.reference}
        hint={t('permission.referenceHint')}
        maxLength={60}
      />
      <DateBox name="decidedOn" label={labels.decidedOn} />
      <DateBox name="validUntil" label={labels.validUntil} hint={t('permission.validUntilHint')} />
      <Ticks
        name="conditions"
        label={t('permission.conditions')}
        options={permissionCondition.options.map((value) => ({
          value,
          label: t(`permission.conditionNames.${value}`),
        }))}
      />
    </Form>
  );
}

function permissionFrom(values: FormData): Unsaid<Permission> {
  const { text, all } = answersOf(values);
  return {
    decision: text('decision'),
    legalBasis: text('legalBasis'),
    reference: text('reference'),
    decidedOn: text('decidedOn'),
    validUntil: text('validUntil'),
    conditions: all('conditions'),
  };
}
