import { useTranslation } from 'react-i18next';
import type { readAccount } from '../../../../functions/accounts/contract.ts';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import type { Role } from '../../../../functions/shared/access/roles.ts';
import { ownNames, uiLanguages } from '../../../../functions/shared/values/languages.ts';
import { Field } from '../../parts/field.tsx';
import { Select } from '../../parts/fields.tsx';
import { useFieldId } from '../../parts/field-faults.ts';

/** Somebody as their own page is told of them. */
export type AgencyPerson = AnswerOf<typeof readAccount>;

/** What an administrator says of somebody, as it stands before anything is typed. */
interface SaidOfPerson {
  readonly role?: Role;
  readonly label?: string;
  readonly language?: string;
  readonly atProtectedSite?: boolean;
}

/** Names of the fields that both forms have, by field. */
export function usePersonLabels() {
  const { t } = useTranslation('keeping');
  return {
    role: t('accounts.role'),
    label: t('accounts.does'),
    language: t('accounts.language'),
    zone: t('accounts.zone'),
    atProtectedSite: t('accounts.site'),
  };
}

/** Role, label, language and working place. @param mayBe roles to choose from */
export function PersonFields({
  said = {},
  mayBe,
  roleHint,
}: {
  readonly said?: SaidOfPerson;
  readonly mayBe: readonly Role[];
  readonly roleHint?: string;
}) {
  const { t } = useTranslation(['keeping', 'staff']);
  const labels = usePersonLabels();
  const fieldId = useFieldId();
  return (
    <>
      <Select
        name="role"
        label={labels.role}
        hint={roleHint}
        options={mayBe.map((value) => ({ value, label: t(`staff:roles.${value}`) }))}
        {...(said.role === undefined ? {} : { initial: said.role })}
      />
      <Field name="label" label={labels.label} hint={t('accounts.doesHint')}>
        {(control) => (
          <input
            type="text"
            {...control}
            name="label"
            maxLength={60}
            autoComplete="off"
            defaultValue={said.label}
          />
        )}
      </Field>
      <Select
        name="language"
        label={labels.language}
        options={uiLanguages.map((value) => ({ value: value as string, label: ownNames[value] }))}
        {...(said.language === undefined ? {} : { initial: said.language })}
      />
      <div className="choices">
        <label className="choice">
          <input
            type="checkbox"
            id={fieldId('atProtectedSite')}
            aria-describedby="site-hint"
            name="atProtectedSite"
            value="yes"
            defaultChecked={said.atProtectedSite === true}
          />
          <span>{labels.atProtectedSite}</span>
        </label>
        <p id="site-hint" className="hint">
          {t('accounts.siteHint')}
        </p>
      </div>
    </>
  );
}
