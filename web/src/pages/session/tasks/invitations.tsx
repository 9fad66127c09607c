import { isPartySeat } from '../../../../../functions/shared/access/roles.ts';
import { interpretersOf } from '../interpreters.ts';
import { runs } from '../kind-seats.ts';
import type { SessionProps } from '../session-view.ts';
import { InvitationTask } from './invitation.tsx';

/** Whoever runs the session invites whoever interprets, each alone. */
function InterpreterInvitations({ session }: SessionProps) {
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

/** And everybody else who comes without an account, but the witness. */
export function OtherInvitations({ session }: SessionProps) {
  const { seats } = session;
  return (
    <>
      <InterpreterInvitations session={session} />
      {seats.map(({ seat, pseudonym, label }) =>
        pseudonym !== undefined && seat !== 'witness' && isPartySeat(seat) ? (
          <InvitationTask key={pseudonym} session={session} seat={seat} oneOf={{ pseudonym, label }} />
        ) : null,
      )}
    </>
  );
}

/** A support officer invites the witness, and where the officer runs the session, everybody else who comes without an account. */
export const OfficerInvitations = ({ session }: SessionProps) => (
  <>
    <InvitationTask session={session} seat="witness" />
    {runs(session.kind, 'support-officer') && <OtherInvitations session={session} />}
  </>
);
