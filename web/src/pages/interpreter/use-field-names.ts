import { useTranslation } from 'react-i18next';
import { dutyNames, type ProfileDraft } from './profile-draft.ts';

/** Names of the fields for people: for the summary of faults, and for what two people changed at once. */
export function useFieldNames({ directions }: ProfileDraft) {
  const { t } = useTranslation(['keeping', 'scheduling', 'staff']);
  const of: Readonly<Record<keyof ProfileDraft, string>> = {
    directions: t('profile.directions'),
    adding: t('profile.directions'),
    modes: t('staff:interpreter.mode'),
    gender: t('scheduling:interpreter.gender'),
    vetted: t('profile.vetted'),
    vettedOn: t('profile.vettedOn'),
    cases: t('profile.cases'),
    countries: t('profile.countries'),
    duty: t('profile.duty'),
  };
  const labels: Readonly<Record<string, string>> = {
    ...Object.fromEntries(directions.map((_, index) => [`profile.directions.${index}`, of.directions])),
    'profile.directions': of.directions,
    'profile.modes': of.modes,
    'profile.vettedOn': of.vettedOn,
    ...Object.fromEntries(dutyNames.map((name) => [`profile.duty.${name}`, t(`profile.duties.${name}`)])),
  };
  return { nameOf: (field: keyof ProfileDraft) => of[field], labels };
}
