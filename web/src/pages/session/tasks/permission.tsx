import { useTranslation } from 'react-i18next';
import { Task } from '../../../parts/task.tsx';
import { PermissionPanel } from '../../case/permission/permission-panel.tsx';
import { gateOf } from '../gate-of.ts';
import { heardIn } from '../heard-in.ts';
import type { SessionProps } from '../session-view.ts';

/** The host State's decision on hearing a person on its territory: the same as on the page of their permission. */
export default function PermissionTask({ session }: SessionProps) {
  const { t } = useTranslation('request');
  return (
    <Task
      title={t('permission.title')}
      done={gateOf(session, 'permission') !== 'missing'}
      again={t('permission.anew')}
    >
      <PermissionPanel {...heardIn(session)} />
    </Task>
  );
}
