import { proposed } from './proposal.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { send } from './http.ts';
import { bangkokIn, expectDone, newCase, takeCase, type Interview } from './interview.ts';
import type { Office } from './office.ts';
import { sessionKinds, type SessionKind } from '../../functions/sessions/port/kind-names.ts';

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
  await takeCase(stack, caseId, token);
  const booked = expectDone(
    await send(stack.apiUrl, 'POST', '/api/sessions', {
      token,
      body: proposed(body, { booker: others.ids['central-authority'], witness: '' }),
    }),
  );
  return { caseId, sessionId: booked.body.sessionId as string };
}

/** A session of each kind in the case of a deposition, which is one of them; its people have the seats. */
export async function bookEveryKind(
  stack: DeployedStack,
  { caseId, sessionId, witness, ids, tokens }: Interview,
): Promise<ReadonlyMap<SessionKind, string>> {
  const booked = new Map<SessionKind, string>([['deposition', sessionId]]);
  const seats = {
    clerk: ids.clerk,
    supportOfficer: ids['support-officer'],
    interpreter: ids.interpreter,
  };
  const whole = { ...seats, prosecutor: ids.prosecutor };
  const court = { by: 'clerk', seats: { ...whole, judge: ids.judge } } as const;
  const party = { role: 'expert', label: 'Forensic expert', inState: 'MM' };
  const named = await send(stack.apiUrl, 'POST', `/api/cases/${caseId}/parties`, {
    token: tokens.clerk,
    body: party,
  });
  const expert = expectDone(named).body.pseudonym as string;
  const more = {
    interview: { by: 'prosecutor', seats },
    testimony: court,
    expert: {
      by: 'clerk',
      seats: { clerk: ids.clerk, judge: ids.judge, prosecutor: ids.prosecutor, expert },
    },
    rehearsal: { by: 'support-officer', seats: whole },
    debrief: { by: 'support-officer', seats: { supportOfficer: ids['support-officer'] } },
    'preparation-visit': { by: 'support-officer', seats: { supportOfficer: ids['support-officer'] } },
    'central-authority-meeting': { by: 'central-authority', seats: {} },
  } as const;
  const others = sessionKinds.flatMap((kind) => (kind === 'deposition' ? [] : [kind]));
  for (const [order, kind] of others.entries()) {
    const { by, seats: taken } = more[kind];
    const local = bangkokIn((48 + 3 * order) * 60);
    const brief = { caseId, kind, local, zone: 'Asia/Bangkok', minutes: 30, seats: taken };
    const body = proposed(brief, { booker: ids[by], witness });
    const answer = await send(stack.apiUrl, 'POST', '/api/sessions', { token: tokens[by], body });
    booked.set(kind, expectDone(answer).body.sessionId as string);
  }
  return booked;
}
