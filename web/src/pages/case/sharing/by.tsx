import { useTranslation } from 'react-i18next';
import { Moment } from '../../../parts/moment.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import type { Ask } from './told.ts';

/** Who did something, and when. */
export function By({ by: { role, pseudonym }, at }: Pick<Ask, 'by' | 'at'>) {
  const { t } = useTranslation('staff');
  const { zone } = useOwnRecord();
  return (
    <span className="quiet small">
      {t(`roles.${role}`)} <span className="pseudonym">{pseudonym}</span> <Moment at={at} zone={zone} />
    </span>
  );
}
