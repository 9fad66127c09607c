import { useTranslation } from 'react-i18next';
import { numberForPeople } from '../../../../functions/shared/values/times-for-people.ts';
import { useReader } from '../../parts/reader.tsx';

/** Years as the reader counts them. */
export function useYearWords() {
  const { t } = useTranslation('staff');
  const reader = useReader();
  const isBuddhist = reader.settings.calendar === 'buddhist';
  return {
    label: t(isBuddhist ? 'date.buddhistYear' : 'date.year'),
    of: (year: number) => numberForPeople(year + (isBuddhist ? 543 : 0), reader),
  };
}
