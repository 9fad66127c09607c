import { hasGate } from '../staff/session/gate-of.ts';
import type { DutyProps } from '../staff/session/your-turn.tsx';
import { AttendingOfficerDuty } from './attending-officer.tsx';
import { PermissionDuty } from './permission.tsx';

/** What the central authority of the host State does for a session. */
export default function CentralAuthorityDuties({ session }: DutyProps) {
  return (
    <>
      {hasGate(session, 'permission') && <PermissionDuty session={session} />}
      {hasGate(session, 'attendingOfficer') && <AttendingOfficerDuty session={session} />}
    </>
  );
}
