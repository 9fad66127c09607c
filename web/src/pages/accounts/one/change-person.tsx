import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePerson } from '../../../../../functions/accounts/contract.ts';
import type { Role } from '../../../../../functions/shared/access/roles.ts';
import { zoneName } from '../../../../../functions/shared/values/zones.ts';
import { answersOf } from '../../../api/check-body.ts';
import { useAction } from '../../../api/hooks.ts';
import { FieldPart } from '../../../parts/field.tsx';
import { Form } from '../../../parts/form.tsx';
import { ZoneChooser } from '../../calendar/zone-chooser.tsx';
import { PersonFields, usePersonLabels, type AgencyPerson } from '../person-fields.tsx';

/** Changes what somebody is. Whoever comes by invitation keeps the role. */
export function ChangePerson({
  person,
  mayBe,
}: {
  readonly person: AgencyPerson;
  readonly mayBe: readonly Role[];
}) {
  const { t } = useTranslation('keeping');
  const { personId, version, role, hasAccount } = person;
  const [zone, setZone] = useState(() =>
    person.zone === undefined ? undefined : zoneName.parse(person.zone),
  );
  const labels = usePersonLabels();
  const action = useAction(changePerson);
  const roles = hasAccount ? [...new Set<Role>([role, ...mayBe])] : [role];
  return (
    <section className="task" aria-label={t('accounts.changeTitle')}>
      <Form
        route={changePerson}
        read={(values) => {
          const said = answersOf(values);
          return {
            version,
            role: said.text('role'),
            label: said.text('label'),
            language: said.text('language'),
            atProtectedSite: said.yes('atProtectedSite') === true,
            ...(zone === undefined || zone === person.zone ? {} : { zone }),
          };
        }}
        labels={labels}
        onSend={(body) => action.run({ params: { personId }, body })}
        problem={action.problem}
        sending={action.running}
        button={t('accounts.save')}
      >
        <PersonFields said={person} mayBe={roles} roleHint={t('accounts.roleHint')} />
        {zone === undefined ? (
          <p className="hint">{t('accounts.zoneHint')}</p>
        ) : (
          <FieldPart name="zone">
            <ZoneChooser zone={zone} onZone={setZone} />
          </FieldPart>
        )}
      </Form>
    </section>
  );
}
