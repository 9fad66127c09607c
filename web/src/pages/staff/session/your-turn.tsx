import { lazy, Suspense, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import type { StaffRole } from '../../../../../functions/shared/access/roles.ts';
import type { SessionView } from './session-view.ts';

export interface DutyProps {
  readonly session: SessionView;
}

/** What each role does for a session before it begins; a role that is not here has nothing to do yet. */
const duties: Partial<Record<StaffRole, ComponentType<DutyProps>>> = {
  'central-authority': lazy(() => import('../../central-authority/duties.tsx')),
  'support-officer': lazy(() => import('../../support-officer/duties.tsx')),
  clerk: lazy(() => import('../../clerk/duties.tsx')),
};

/** The forms of the person whose turn it is, right on the session's page. */
export function YourTurn({ session }: DutyProps) {
  const { t } = useTranslation('staff');
  const me = useOwnRecord();
  const Duties = duties[me.role];
  // A session without gates waits for nobody; nor does one with others alone for this role.
  const waits = session.gates.some(({ turn }) => turn === me.role);
  if (Duties === undefined || !waits) return null;
  return (
    <section className="section">
      <h2>{t('duties.title')}</h2>
      <Suspense fallback={<p className="quiet">{t('common.loading')}</p>}>
        <Duties session={session} />
      </Suspense>
    </section>
  );
}
