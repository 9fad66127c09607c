import { proposed } from './proposal.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { send } from './http.ts';
import { bangkokIn, expectDone, newCase, type Interview } from './interview.ts';
import type { Office } from './office.ts';

/**
 * A meeting of central authorities, in confidence, in a case of which everybody of the interview is a member. Who meets is
 * an officer of another office.
 */
export async function bookMeetingOfOthers(
  stack: DeployedStack,
  interview: Interview,
  others: Office,
): Promise<{ readonly caseId: string; readonly sessionId: string }> {
  const caseId = await newCase(stack, interview, [others.ids['central-authority']]);
  const body = {
    caseId,
    kind: 'central-authority-meeting',
    local: bangkokIn(24 * 60),
    zone: 'Asia/Bangkok',
    minutes: 30,
    seats: {},
  };
  const token = others.tokens['central-authority'];
  const booked = expectDone(
    await send(stack.apiUrl, 'POST', '/api/sessions', {
      token,
      body: proposed(body, { booker: others.ids['central-authority'], witness: '' }),
    }),
  );
  return { caseId, sessionId: booked.body.sessionId as string };
}
