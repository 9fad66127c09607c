import type * as z from 'zod';
import { useTranslation } from 'react-i18next';
import type { sessionStatus } from '../../../../functions/sessions/contract.ts';

type Status = z.infer<typeof sessionStatus>;

const tones: Readonly<Record<Status, string>> = {
  held: 'badge-wait',
  expired: '',
  booked: 'badge-wait',
  ready: 'badge-good',
  ended: '',
  cancelled: 'badge-bad',
};

export function StatusBadge({ status }: { readonly status: Status }) {
  const { t } = useTranslation('staff');
  return <span className={`badge ${tones[status]}`}>{t(`session.status.${status}`)}</span>;
}
