import { interpretersOf } from '../staff/session/interpreters.ts';
import { InvitationDuty } from '../staff/session/invitation.tsx';
import type { DutyProps } from '../staff/session/your-turn.tsx';
import { InterpreterDuty } from './interpreter.tsx';

/** What the clerk does for a session before it begins. */
export default function ClerkDuties({ session }: DutyProps) {
  const team = interpretersOf(session);
  const alone = team.length === 1;
  return (
    <>
      {team.map((one) => (
        <InterpreterDuty key={one.pseudonym} session={session} interpreter={one} alone={alone} />
      ))}
      {team.map((one) => (
        <InvitationDuty
          key={one.pseudonym}
          session={session}
          seat="interpreter"
          {...(alone ? {} : { oneOf: one })}
        />
      ))}
    </>
  );
}
