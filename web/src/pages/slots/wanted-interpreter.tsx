import { useTranslation } from 'react-i18next';
import { mekongStates, type CountryCode } from '../../../../functions/shared/values/countries.ts';
import { Select, Tick } from '../../parts/fields.tsx';
import { Field } from '../../parts/field.tsx';
import { Picker } from '../../parts/picker.tsx';
import { spokenLanguages, useNames } from '../../parts/state-and-language-names.ts';
import type { Choosable } from './use-names.ts';
import type { AnyInterpreter, WantedSession } from './wanted-session.ts';

/** Whether an interpreter is needed, and who: one person, or anybody of whom some things are true. */
export function WantedInterpreter({
  wanted,
  usual,
  choosable,
  onWanted,
}: {
  readonly wanted: WantedSession;
  /** What is asked of anybody at first. */
  readonly usual: AnyInterpreter;
  readonly choosable: Choosable;
  readonly onWanted: (wanted: WantedSession) => void;
}) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const { interpreter } = wanted;
  const set = (changed: WantedSession['interpreter']) => onWanted({ ...wanted, interpreter: changed });
  const chosen = interpreter.kind === 'one' ? interpreter.id : interpreter.kind;
  return (
    <section aria-labelledby="wanted-interpreter">
      <h2 id="wanted-interpreter">{t('staff:roles.interpreter')}</h2>
      <Picker
        label={t('interpreter.which')}
        always
        onSearch={choosable.onSearch}
        options={[
          { value: 'any', label: t('interpreter.any') },
          { value: 'none', label: t('interpreter.none') },
          ...choosable.interpreters.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={chosen}
        onPick={(value) =>
          set(value === 'any' ? usual : value === 'none' ? { kind: 'none' } : { kind: 'one', id: value })
        }
      />
      {interpreter.kind === 'any' && <Criteria criteria={interpreter} onCriteria={set} />}
    </section>
  );
}

function Criteria({
  criteria,
  onCriteria,
}: {
  readonly criteria: AnyInterpreter;
  readonly onCriteria: (criteria: AnyInterpreter) => void;
}) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const names = useNames();
  const set = (changed: Partial<AnyInterpreter>) => onCriteria({ ...criteria, ...changed });
  const [one, other] = criteria.between;
  const languages = (now: string, not: string) =>
    [...new Set<string>([...spokenLanguages, now])]
      .filter((tag) => tag !== not)
      .map((tag) => ({ value: tag, label: names.language(tag) }));
  const whatever = { value: '' as const, label: t('interpreter.whatever') };
  return (
    <>
      <Select
        label={t('staff:interpreter.oneLanguage')}
        options={languages(one, other)}
        value={one}
        onChoose={(tag) => set({ between: [tag, other] })}
      />
      <Select
        label={t('staff:interpreter.otherLanguage')}
        options={languages(other, one)}
        value={other}
        onChoose={(tag) => set({ between: [one, tag] })}
      />
      <Select
        label={t('interpreter.gender')}
        options={[
          whatever,
          ...(['woman', 'man'] as const).map((value) => ({
            value,
            label: t(`interpreter.genders.${value}`),
          })),
        ]}
        value={criteria.gender}
        onChoose={(gender) => set({ gender })}
      />
      <Tick label={t('interpreter.vetted')} checked={criteria.vetted} onTick={(vetted) => set({ vetted })} />
      <details>
        <summary>{t('interpreter.more')}</summary>
        <Select
          label={t('staff:interpreter.mode')}
          options={[
            whatever,
            ...(['consecutive', 'simultaneous'] as const).map((value) => ({
              value,
              label: t(`staff:interpreter.modes.${value}`),
            })),
          ]}
          value={criteria.mode}
          onChoose={(mode) => set({ mode })}
        />
        <Field label={t('interpreter.dialect')}>
          {(control) => (
            <input
              {...control}
              type="text"
              maxLength={40}
              autoComplete="off"
              value={criteria.dialect}
              onChange={(event) => set({ dialect: event.currentTarget.value })}
            />
          )}
        </Field>
        <Select<'' | CountryCode>
          label={t('interpreter.notFrom')}
          options={[whatever, ...mekongStates.map((code) => ({ value: code, label: names.country(code) }))]}
          value={criteria.notFrom}
          onChoose={(notFrom) => set({ notFrom })}
        />
      </details>
    </>
  );
}
