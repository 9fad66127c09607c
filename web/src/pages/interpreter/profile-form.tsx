import { useTranslation } from 'react-i18next';
import { setProfile, type readProfile } from '../../../../functions/directory/contract.ts';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import { numberForPeople } from '../../../../functions/shared/values/times-for-people.ts';
import { useAction } from '../../api/hooks.ts';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile.tsx';
import { Group, Select, Tick } from '../../parts/fields.tsx';
import { DateBox } from '../../parts/date-time.tsx';
import { FieldGroup } from '../../parts/field.tsx';
import { Form } from '../../parts/form.tsx';
import { MinutesBox } from '../../parts/minutes-box.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useReader } from '../../parts/reader.tsx';
import type { Kept } from '../../drafts/kept.tsx';
import { useDraft, type Draft } from '../../parts/use-draft.ts';
import { useNow } from '../../parts/use-now.ts';
import { ConflictsForm } from './conflicts-form.tsx';
import { DirectionsForm } from './directions-form.tsx';
import {
  draftOf,
  dutyNames,
  faultsOf,
  genders,
  modes,
  profileOf,
  type ProfileDraft,
  type ProfileFault,
} from './profile-draft.ts';
import { useFieldNames } from './use-field-names.ts';

/** What an interpreter can do and must stay away from. Nothing holds before it is saved. */
export function ProfileForm({
  personId,
  stored: { version, profile },
  kept,
}: {
  readonly personId: string;
  readonly stored: AnswerOf<typeof readProfile>;
  /** What was typed here before. */
  readonly kept: Kept;
}) {
  const { t } = useTranslation('keeping');
  const draft = useDraft({ version, value: draftOf(profile) }, kept);
  const saving = useAction(setProfile, draft.stored);
  const faultWords = useFaultWords();
  const names = useFieldNames(draft.value);
  const faults = faultsOf(draft.value, useNow());
  return (
    <Form
      route={setProfile}
      read={() => ({ version, profile: profileOf(draft.value) })}
      labels={names.labels}
      faults={Object.fromEntries([...faults].map(([name, fault]) => [name, faultWords(fault)]))}
      // Said by the notice below, with what was typed still there.
      problem={saving.problem?.code === 'changed-meanwhile' ? undefined : saving.problem}
      sending={saving.running}
      button={t('profile.save')}
      onSend={(body) => {
        draft.sending();
        saving.start({ params: { personId }, body });
      }}
    >
      <Group title={t('profile.directions')}>
        <DirectionsForm
          directions={draft.value.directions}
          adding={draft.value.adding}
          onDirections={(directions) => draft.set({ directions })}
          onAdding={(adding) => draft.set({ adding })}
        />
      </Group>
      <Modes draft={draft} />
      <Person draft={draft} />
      <Group title={t('profile.conflicts')}>
        <p className="hint">{t('profile.conflictsHint')}</p>
        <ConflictsForm
          cases={draft.value.cases}
          chosenCountries={draft.value.countries}
          onCases={(cases) => draft.set({ cases })}
          onCountries={(countries) => draft.set({ countries })}
        />
      </Group>
      <Group title={t('profile.duty')}>
        <p className="hint">{t('profile.dutyHint')}</p>
        {dutyNames.map((name) => (
          <MinutesBox
            key={name}
            name={`profile.duty.${name}`}
            label={t(`profile.duties.${name}`)}
            digits={draft.value.duty[name]}
            onDigits={(digits) => draft.set({ duty: { ...draft.value.duty, [name]: digits } })}
          />
        ))}
      </Group>
      <ChangedMeanwhile draft={draft} nameOf={names.nameOf} />
      {saving.answer !== undefined && !draft.moved && <Notice tone="good" live title={t('profile.saved')} />}
    </Form>
  );
}

interface PartProps {
  readonly draft: Draft<ProfileDraft>;
}

function Modes({ draft: { value, set } }: PartProps) {
  const { t } = useTranslation(['keeping', 'staff']);
  return (
    <Group title={t('staff:interpreter.mode')}>
      <ModeTicks chosen={value.modes} onChosen={(chosen) => set({ modes: chosen })} />
    </Group>
  );
}

function ModeTicks({
  chosen,
  onChosen,
}: {
  readonly chosen: ProfileDraft['modes'];
  readonly onChosen: (chosen: ProfileDraft['modes']) => void;
}) {
  const { t } = useTranslation(['keeping', 'staff']);
  return (
    <FieldGroup name="profile.modes" label={t('staff:interpreter.mode')} unseen>
      <div className="choices">
        {modes.map((mode) => (
          <Tick
            key={mode}
            label={t(`staff:interpreter.modes.${mode}`)}
            checked={chosen.includes(mode)}
            onTick={(on) => onChosen(modes.filter((each) => (each === mode ? on : chosen.includes(each))))}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

function Person({ draft: { value, set } }: PartProps) {
  const { t } = useTranslation(['keeping', 'scheduling']);
  return (
    <Group title={t('profile.person')}>
      <Select<ProfileDraft['gender']>
        label={t('scheduling:interpreter.gender')}
        hint={t('profile.genderHint')}
        options={[
          { value: '', label: t('profile.notSaid') },
          ...genders.map((each) => ({
            value: each,
            label: each === 'other' ? t('profile.otherGender') : t(`scheduling:interpreter.genders.${each}`),
          })),
        ]}
        value={value.gender}
        onChoose={(gender) => set({ gender })}
      />
      <Tick label={t('profile.vetted')} checked={value.vetted} onTick={(vetted) => set({ vetted })} />
      {value.vetted && (
        <DateBox
          name="profile.vettedOn"
          label={t('profile.vettedOn')}
          held={[value.vettedOn, (vettedOn) => set({ vettedOn })]}
        />
      )}
    </Group>
  );
}

function useFaultWords(): (fault: ProfileFault) => string {
  const { t } = useTranslation(['keeping', 'staff']);
  const reader = useReader();
  return (fault) => {
    if (fault.what === 'needed') return t('staff:form.needed');
    if (fault.what !== 'number') return t(`faults.${fault.what}`);
    const { low, high } = fault;
    return t('faults.number', { low: numberForPeople(low, reader), high: numberForPeople(high, reader) });
  };
}
