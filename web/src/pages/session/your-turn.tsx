import { lazy, Suspense, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { isPartySeat, type AccountRole } from '../../../../functions/shared/access/roles.ts';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { gateTask } from './gate-task.ts';
import { heardIn } from './heard-in.ts';
import { runs } from './kind-seats.ts';
import type { SessionProps } from './session-view.ts';
import { SayReleased } from '../witness/plan-word.tsx';
import { Withdrawal } from '../witness/withdrawal.tsx';

/** What a role does for a session before it begins, beside the gates. */
const others: Partial<Record<AccountRole, ComponentType<SessionProps>>> = {
  'support-officer': lazy(async () => ({
    default: (await import('./tasks/invitations.tsx')).OfficerInvitations,
  })),
  clerk: lazy(async () => ({ default: (await import('./tasks/invitations.tsx')).OtherInvitations })),
  prosecutor: lazy(async () => ({ default: (await import('./plan-of-session.tsx')).PlanOfSession })),
};

/** The forms of the person whose turn it is, right on the session's page: one for each gate, found by its name. */
export function YourTurn({ session }: SessionProps) {
  const { t } = useTranslation('staff');
  const me = useOwnRecord();
  const mine = session.gates.filter((gate) => gate.mine);
  const invites =
    runs(session.kind, me.role) && session.seats.some(({ seat }) => seat !== 'witness' && isPartySeat(seat));
  // A session without gates waits for nobody; nor does one with others alone for this role. A plan waits for two.
  const waits = session.gates.some(
    ({ turn, gate }) => turn === me.role || (gate === 'riskPlan' && me.role === 'prosecutor'),
  );
  // Whoever has no seat invites nobody, such as a clerk of another State’s court.
  const sees = me.role === 'prosecutor' || session.mySeat !== undefined;
  const Others = sees && (invites || waits) ? others[me.role] : undefined;
  // Nobody waits for the one who holds contact to be there.
  const withdraws =
    me.role === 'support-officer' && session.gates.some(({ gate, mine: own }) => gate === 'consent' && !own);
  const keepsAccused = me.role === 'custody-officer' && session.gates.some(({ gate }) => gate === 'riskPlan');
  if (mine.length === 0 && Others === undefined && !withdraws && !keepsAccused) return null;
  return (
    <section className="section tasks">
      <h2>{t('tasks.title')}</h2>
      <Suspense fallback={<p className="quiet">{t('common.loading')}</p>}>
        {mine.map(({ gate }) => {
          const GateTask = gateTask(gate);
          return <GateTask key={gate} session={session} />;
        })}
        {Others !== undefined && <Others session={session} />}
        {withdraws && <Withdrawal {...heardIn(session)} />}
        {keepsAccused && <SayReleased params={heardIn(session)} />}
      </Suspense>
    </section>
  );
}
