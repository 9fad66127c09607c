import { useTranslation } from 'react-i18next';
import type { RoomView } from '../../video/room-view.ts';

const looks = {
  asked: 'badge badge-wait',
  established: 'badge badge-good',
  'other-person': 'badge badge-bad',
} as const;

/** Whether it is established who somebody is; nothing where nobody asks. */
export function IdentityBadge({ state }: { readonly state: RoomView['seats'][number]['identified'] }) {
  const { t } = useTranslation('staff');
  return state === undefined ? null : <span className={looks[state]}>{t(`identify.states.${state}`)}</span>;
}
