import { kinds } from '../../../../../functions/sessions/port/kinds.ts';
import { readWitness } from '../../../../../functions/witnesses/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { ConsentTask as TaskOf } from '../../witness/consent-task.tsx';
import { Withdrawal } from '../../witness/withdrawal.tsx';
import { gateOf } from '../gate-of.ts';
import { heardIn } from '../heard-in.ts';
import type { SessionProps } from '../session-view.ts';

/** What the witness agreed to, and how; and, at any time, that they no longer do. */
export default function ConsentTask({ session }: SessionProps) {
  const whose = heardIn(session);
  const state = gateOf(session, 'consent');
  const stands = useAnswer(readWitness, { params: whose });
  return (
    <Answer of={stands}>
      {(recorded) => (
        <TaskOf
          whose={whose}
          recorded={recorded}
          byOrder={recorded.byOrder === true && kinds[session.kind].summons}
          done={state !== 'missing' || recorded.consent?.withdrawnAt !== undefined}
        >
          {(recorded.byOrder === true || stillStands(recorded.consent, state)) && <Withdrawal {...whose} />}
        </TaskOf>
      )}
    </Answer>
  );
}

/** Whether there is something to withdraw; what was recorded before it stood for the case, the session's own gate says. */
const stillStands = (
  consent: { readonly withdrawnAt?: string | undefined } | undefined,
  state: ReturnType<typeof gateOf>,
): boolean => (consent === undefined ? state === 'open' : consent.withdrawnAt === undefined);
