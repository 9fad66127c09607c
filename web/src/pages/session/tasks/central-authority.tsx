import { hasGate } from '../gate-of.ts';
import type { SessionProps } from '../session-view.ts';
import { AttendingOfficerTask } from './attending-officer.tsx';
import { PermissionTask } from './permission.tsx';

/** What the central authority of the host State does for a session. */
export default function CentralAuthorityTasks({ session }: SessionProps) {
  return (
    <>
      {hasGate(session, 'permission') && <PermissionTask session={session} />}
      {hasGate(session, 'attendingOfficer') && <AttendingOfficerTask session={session} />}
    </>
  );
}
