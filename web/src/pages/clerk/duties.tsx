import { InvitationDuty } from '../staff/session/invitation.tsx';
import type { DutyProps } from '../staff/session/your-turn.tsx';
import { InterpreterDuty } from './interpreter.tsx';

/** What the clerk does for a session before it begins. */
export default function ClerkDuties({ session }: DutyProps) {
  return (
    <>
      <InterpreterDuty session={session} />
      <InvitationDuty session={session} seat="interpreter" />
    </>
  );
}
