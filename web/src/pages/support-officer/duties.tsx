import { InvitationDuty } from '../staff/session/invitation.tsx';
import type { DutyProps } from '../staff/session/your-turn.tsx';
import { ConsentDuty } from './consent.tsx';
import { RiskPlanDuty } from './risk-plan.tsx';

/** What the victim-support officer does for a session. */
export default function SupportOfficerDuties({ session }: DutyProps) {
  return (
    <>
      <ConsentDuty session={session} />
      <RiskPlanDuty session={session} />
      <InvitationDuty session={session} seat="witness" />
    </>
  );
}
