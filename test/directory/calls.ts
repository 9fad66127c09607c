import { personKey } from '../../functions/directory/port/actor.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { send, type Answer, type Sent } from '../support/http.ts';
import { storeOf, type Office, type OfficeRole } from '../support/office.ts';
import { entriesOf } from '../support/session-log.ts';

export interface Read {
  readonly version: number;
  readonly calendar: Record<string, unknown>;
}

/** What the people of one office ask of the directory on the stack, and what the logs of their agencies say of it. */
export function callsTo(there: () => { readonly stack: DeployedStack; readonly home: Office }) {
  const at = (
    method: 'GET' | 'POST',
    path: string,
    role: OfficeRole,
    body?: unknown,
    more: Partial<Sent> = {},
  ) => {
    const { stack: on, home: office } = there();
    return send(on.apiUrl, method, `/api/directory/${path}`, { token: office.tokens[role], body, ...more });
  };
  const get = (path: string, role: OfficeRole) => at('GET', path, role);
  const read = async (path: string, role: OfficeRole): Promise<Read> => (await get(path, role)).body as Read;
  /** The entries of the log of somebody's agency. */
  const logOf = async (personId: string) => {
    const { stack: on } = there();
    const [item] = await storeOf(on).get([personKey(personId)]);
    return entriesOf(on, String(item?.['agencyId']));
  };
  return { at, get, read, logOf };
}

export const said = ({ status, body }: Answer) => ({ status, body: { ...body, request: undefined } });
