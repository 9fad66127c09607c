import { useTranslation } from 'react-i18next';
import type { Calendar } from './whose.ts';

/** Names of the fields for people: for the summary of faults, and for what two people changed at once. */
export function useFieldNames({ weekly }: Calendar) {
  const { t } = useTranslation(['scheduling', 'keeping']);
  const of: Readonly<Record<keyof Calendar, string>> = {
    zone: t('keeping:zone.label'),
    country: t('keeping:zone.country'),
    weekly: t('calendar.weekly'),
    daysOff: t('calendar.daysOff'),
    blocks: t('calendar.blocks'),
    bufferBefore: t('calendar.bufferBefore'),
    bufferAfter: t('calendar.bufferAfter'),
    notice: t('calendar.notice'),
    sociable: t('calendar.sociable'),
  };
  const labels: Readonly<Record<string, string>> = {
    ...Object.fromEntries(weekly.map((_, index) => [`calendar.weekly.${index}`, of.weekly])),
    ...Object.fromEntries(
      Object.entries(of)
        .filter(([field]) => field !== 'weekly')
        .map(([field, name]) => [`calendar.${field}`, name]),
    ),
  };
  return { nameOf: (field: keyof Calendar) => of[field], labels };
}
