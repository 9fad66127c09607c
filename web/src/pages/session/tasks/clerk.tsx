import { interpretersOf } from '../interpreters.ts';
import { InvitationTask } from './invitation.tsx';
import type { SessionProps } from '../session-view.ts';
import { InterpreterTask } from './interpreter.tsx';

/** What the clerk does for a session before it begins. */
export default function ClerkTasks({ session }: SessionProps) {
  const team = interpretersOf(session);
  const alone = team.length === 1;
  return (
    <>
      {team.map((one) => (
        <InterpreterTask key={one.pseudonym} session={session} interpreter={one} alone={alone} />
      ))}
      {team.map((one) => (
        <InvitationTask
          key={one.pseudonym}
          session={session}
          seat="interpreter"
          {...(alone ? {} : { oneOf: one })}
        />
      ))}
    </>
  );
}
