import { useTranslation } from 'react-i18next';
import { roleOf, seatsBeside, seatsOf, type Draft } from './draft.ts';
import { fieldOf } from './faults.ts';

/** What each field of the form is called, in the order of the page; also in the summary of what is wrong. */
export function useFieldLabels(draft: Draft): Readonly<Record<string, string>> {
  const { t } = useTranslation(['scheduling', 'staff']);
  const days = draft.days.flatMap((_, at) => [
    [fieldOf(at, 'local'), at === 0 ? t('staff:book.date') : t('booking.dateOf', { number: at + 1 })],
    [fieldOf(at, 'time'), at === 0 ? t('staff:book.time') : t('booking.timeOf', { number: at + 1 })],
  ]);
  const seats = seatsOf(draft.kind).map(({ field }) => [
    `seats.${field}`,
    field === 'authorities'
      ? t('booking.authorities')
      : field === 'presiding'
        ? t('booking.presiding')
        : t(`staff:roles.${roleOf[field]}`),
  ]);
  const beside = seatsBeside.map((seat) => [`seats.${seat}`, t(`staff:roles.${seat}`)]);
  return Object.fromEntries([...days, ['minutes', t('staff:book.length')], ...seats, ...beside]) as Record<
    string,
    string
  >;
}
