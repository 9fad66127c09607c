import { randomUUID } from 'node:crypto';
import { turned, type MachineKind, type Turn, type Turned } from '../contract.ts';
import { held } from './fence.ts';

/** Milliseconds for one turn: a third of what it holds, so that a slow API holds it, and after one that hangs others can be asked for. */
const patience = held / 3;

/** Asks `rooms` for a turn. @param apiUrl where the API is, without a slash at the end */
export const askTurn =
  (apiUrl: string, machine: MachineKind, sessionId: string) =>
  async (turn: Turn): Promise<Turned> => {
    const answer = await fetch(`${apiUrl}/api/rooms/${sessionId}/machines/${machine}/turns`, {
      method: 'POST',
      // The route wants one, as every route does that acts; a turn that comes twice is harmless.
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(turn),
      signal: AbortSignal.timeout(patience),
      redirect: 'error',
    });
    if (!answer.ok) throw new NoTurn(answer.status);
    return turned.parse(await answer.json());
  };

/** What came in place of a turn. */
export class NoTurn extends Error {
  readonly code: string;
  /** Asked again it would be the same: there is no such machine, or the secret is not its own. */
  readonly isForGood: boolean;

  constructor(status: number) {
    super('The API did not give this machine its turn.');
    this.name = 'NoTurn';
    this.code = String(status);
    this.isForGood = status >= 400 && status < 500 && status !== 408 && status !== 429;
  }
}
