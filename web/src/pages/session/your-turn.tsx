import { lazy, Suspense, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useOwnRecord } from '../../parts/own-record.tsx';
import type { StaffRole } from '../../../../functions/shared/access/roles.ts';
import type { SessionProps } from './session-view.ts';

/** What each role does for a session before it begins; a role that is not here has nothing to do yet. */
const tasks: Partial<Record<StaffRole, ComponentType<SessionProps>>> = {
  'central-authority': lazy(() => import('./tasks/central-authority.tsx')),
  'support-officer': lazy(() => import('./tasks/support-officer.tsx')),
  clerk: lazy(() => import('./tasks/clerk.tsx')),
};

/** The forms of the person whose turn it is, right on the session's page. */
export function YourTurn({ session }: SessionProps) {
  const { t } = useTranslation('staff');
  const me = useOwnRecord();
  const Tasks = tasks[me.role];
  // A session without gates waits for nobody; nor does one with others alone for this role.
  const waits = session.gates.some(({ turn }) => turn === me.role);
  if (Tasks === undefined || !waits) return null;
  return (
    <section className="section">
      <h2>{t('tasks.title')}</h2>
      <Suspense fallback={<p className="quiet">{t('common.loading')}</p>}>
        <Tasks session={session} />
      </Suspense>
    </section>
  );
}
