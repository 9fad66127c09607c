import { parseVerifierKey } from '../../functions/custody/note.ts';
import { verifyExport } from '../../functions/custody/verify.ts';
import { issueInvitation } from '../../functions/rooms/invitations/contract.ts';
import type { GuestRole } from '../../functions/shared/access/roles.ts';
import type { DemoAccount } from '../../infra/local/demo-staff.ts';
import type { CasePeople } from './case-people.ts';
import { send, type Answer, type Sent } from './http.ts';
import { cookieOf, device, expectDone, redeem, room } from './interview.ts';
import { takenLog } from './taken-log.ts';
import { until } from './until.ts';

/** The room of a session of a whole case, and whoever comes to its door. */
export interface CaseRoom {
  readonly api: string;
  readonly sessionId: string;
}
export type Comer = Pick<Sent, 'token' | 'cookie'>;

export const staffOf = ({ tokens }: CasePeople, name: DemoAccount): Comer => ({ token: tokens[name] });

/** A guest who has redeemed an invitation. */
export async function guestOf(
  at: CaseRoom,
  { as }: CasePeople,
  by: DemoAccount,
  seat: GuestRole,
): Promise<Comer> {
  const { secret, pin } = await as[by](issueInvitation, {
    params: { sessionId: at.sessionId },
    body: { seat, language: 'en' },
  });
  return { cookie: cookieOf(expectDone(await redeem(at, { secret, pin }))) };
}

/** Comes to the door, is let in by whoever runs the session, and asks for a pass. */
export async function comesIn(at: CaseRoom, runner: Comer, seat: string, who: Comer): Promise<Answer> {
  expectDone(await room(at, who, 'arrivals', device));
  // Whoever is screened is let in once the machines carry.
  const letIn = await until(
    () => room(at, runner, 'admissions', { seat }),
    ({ code }) => code !== 'relay-not-ready',
    40,
  );
  return letIn.status === 201 ? room(at, who, 'passes') : letIn;
}

/** What a pass says, and to whom the media server would show it. */
export const insidePass = (pass: Answer): Readonly<Record<string, unknown>> =>
  JSON.parse(
    Buffer.from(String(pass.body.token).split('.')[1] ?? '', 'base64url').toString('utf8'),
  ) as Readonly<Record<string, unknown>>;

/** Takes a log away as its page does, and checks it as a foreign court would. @param path below `/api/custody` */
export async function verdictOn(api: string, path: string, token: string): Promise<string> {
  const { file } = await takenLog(api, path, token);
  const { key } = (await send(api, 'GET', '/api/custody/key')).body as { key: string };
  return verifyExport(file, { key: parseVerifierKey(key) }).verdict;
}
