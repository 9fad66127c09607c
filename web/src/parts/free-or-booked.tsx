import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

/** Free or booked already. */
export function Availability({ of }: { readonly of: 'available' | 'booked' }) {
  const { t } = useTranslation('staff');
  return (
    <span className={of === 'available' ? 'badge badge-good' : 'badge badge-bad'}>
      <Icon name={of === 'available' ? 'check' : 'cross'} />
      {t(`availability.${of}`)}
    </span>
  );
}
