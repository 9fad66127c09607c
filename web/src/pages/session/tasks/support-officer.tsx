import { InvitationTask } from './invitation.tsx';
import type { SessionProps } from '../session-view.ts';
import { ConsentTask } from './consent.tsx';
import { RiskPlanTask } from './risk-plan.tsx';

/** What the victim-support officer does for a session. */
export default function SupportOfficerTasks({ session }: SessionProps) {
  return (
    <>
      <ConsentTask session={session} />
      <RiskPlanTask session={session} />
      <InvitationTask session={session} seat="witness" />
    </>
  );
}
