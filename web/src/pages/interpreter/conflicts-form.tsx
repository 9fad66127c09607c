import { useTranslation } from 'react-i18next';
import { listCases } from '../../../../functions/cases/contract.ts';
import { countries, type CountryCode } from '../../../../functions/shared/values/countries.ts';
import { useAnswer } from '../../api/hooks.ts';
import { Answer } from '../../parts/answer.tsx';
import { Button } from '../../parts/button.tsx';
import { FieldGroup } from '../../parts/field.tsx';
import { useNames } from '../../parts/state-and-language-names.ts';
import { useReader } from '../../parts/reader.tsx';

/** Cases and countries from which an interpreter must stay away. */
export function ConflictsForm({
  cases,
  chosenCountries,
  onCases,
  onCountries,
}: {
  readonly cases: readonly string[];
  readonly chosenCountries: readonly CountryCode[];
  readonly onCases: (cases: readonly string[]) => void;
  readonly onCountries: (countries: CountryCode[]) => void;
}) {
  const { t } = useTranslation('keeping');
  const names = useNames();
  const { language } = useReader();
  const known = useAnswer(listCases);
  const order = new Intl.Collator(language);
  return (
    <>
      <Answer of={known}>
        {(found) => (
          <ListOf
            title={t('profile.cases')}
            add={t('profile.addCase')}
            none={t('profile.noCases')}
            chosen={cases.map((caseId) => ({
              value: caseId,
              // Whoever keeps the calendar need not be in every case that the interpreter must not meet.
              label:
                found.cases.find((each) => each.caseId === caseId)?.reference ?? t('profile.caseOfOthers'),
            }))}
            options={found.cases
              .filter(({ caseId }) => !cases.includes(caseId))
              .map(({ caseId, reference }) => ({ value: caseId, label: reference }))}
            onAdd={(caseId) => onCases([...cases, caseId])}
            onRemove={(caseId) => onCases(cases.filter((each) => each !== caseId))}
          />
        )}
      </Answer>
      <ListOf<CountryCode>
        title={t('profile.countries')}
        add={t('profile.addCountry')}
        none={t('profile.noCountries')}
        chosen={chosenCountries.map((code) => ({ value: code, label: names.country(code) }))}
        options={countries
          .filter(({ code }) => !chosenCountries.includes(code))
          .map(({ code }) => ({ value: code, label: names.country(code) }))
          .toSorted((one, other) => order.compare(one.label, other.label))}
        onAdd={(code) => onCountries([...chosenCountries, code])}
        onRemove={(code) => onCountries(chosenCountries.filter((each) => each !== code))}
      />
    </>
  );
}

interface Named<V extends string> {
  readonly value: V;
  readonly label: string;
}

/** A list to which one is added by choosing it. */
function ListOf<V extends string>({
  title,
  add,
  none,
  chosen,
  options,
  onAdd,
  onRemove,
}: {
  readonly title: string;
  readonly add: string;
  readonly none: string;
  readonly chosen: readonly Named<V>[];
  readonly options: readonly Named<V>[];
  readonly onAdd: (value: V) => void;
  readonly onRemove: (value: V) => void;
}) {
  const { t } = useTranslation('scheduling');
  return (
    <FieldGroup label={title}>
      {(control) => (
        <>
          <ul className="spans">
            {chosen.length === 0 && <li className="quiet">{none}</li>}
            {chosen.map(({ value, label }) => (
              <li key={value} className="span-row">
                <span className="span-name">{label}</span>
                <Button quiet small onClick={() => onRemove(value)}>
                  {t('calendar.remove')}
                  <span className="unseen"> {label}</span>
                </Button>
              </li>
            ))}
          </ul>
          <label htmlFor={control.id} className="unseen">
            {add}
          </label>
          <select
            {...control}
            value=""
            onChange={(event) => {
              const value = options.find((each) => each.value === event.currentTarget.value)?.value;
              if (value !== undefined) onAdd(value);
            }}
          >
            <option value="">{add}</option>
            {options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </>
      )}
    </FieldGroup>
  );
}
