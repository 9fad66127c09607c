import { interpretersOf } from '../interpreters.ts';
import type { SessionProps } from '../session-view.ts';
import { InvitationTask } from './invitation.tsx';

/** The clerk invites whoever interprets, each alone. */
export function InterpreterInvitations({ session }: SessionProps) {
  const team = interpretersOf(session);
  return team.map((one) => (
    <InvitationTask
      key={one.pseudonym}
      session={session}
      seat="interpreter"
      {...(team.length === 1 ? {} : { oneOf: one })}
    />
  ));
}

/** The officer who holds contact with her invites the witness. */
export const WitnessInvitation = ({ session }: SessionProps) => (
  <InvitationTask session={session} seat="witness" />
);
