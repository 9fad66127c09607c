import type { DutyProps } from '../staff/session/your-turn.tsx';
import { AttendingOfficerDuty } from './attending-officer.tsx';
import { PermissionDuty } from './permission.tsx';

/** What the central authority of the host State does for a session. */
export default function CentralAuthorityDuties({ session }: DutyProps) {
  return (
    <>
      <PermissionDuty session={session} />
      <AttendingOfficerDuty session={session} />
    </>
  );
}
