import { readWitness } from '../../../../functions/witnesses/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { NeededOfConsent } from '../witness/consent-shown.tsx';
import { KeptOfWishes } from '../witness/kept-of-wishes.tsx';
import { PlanWord } from '../witness/plan-word.tsx';
import { heardIn } from './heard-in.ts';
import type { SessionProps } from './session-view.ts';

/** The plan of whom a session hears, for the prosecutor. */
export const PlanOfSession = ({ session }: SessionProps) => <PlanWord params={heardIn(session)} />;

/** What those who run the session need of the consent; nothing while there is none, or for whoever is not told. */
export function NeededInSession({ session }: SessionProps) {
  const stands = useAnswer(readWitness, { params: heardIn(session) });
  const { needed, withdrawnAt } = stands.data?.consent ?? {};
  if (needed === undefined || withdrawnAt !== undefined) return null;
  return (
    <>
      <NeededOfConsent needed={needed} />
      <KeptOfWishes needed={needed} seats={session.seats.map(({ seat }) => seat)} />
    </>
  );
}
