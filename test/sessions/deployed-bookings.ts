import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { newKey, send, type Answer } from '../support/http.ts';
import type { Office } from '../support/office.ts';
import { proposed, type Who } from '../support/proposal.ts';

/** What is known once the test file has begun. */
interface Setting {
  readonly stack: DeployedStack;
  readonly office: Office;
  readonly caseId: string;
  /** Pseudonym of whoever is heard in the case. */
  readonly witness: string;
}

/** Requests from outside about an interview of an hour with the people of an office, by the clock of Bangkok. */
export function bookingsIn(setting: () => Setting) {
  return {
    post: (path: string, token: string | undefined, body: unknown, key = newKey()): Promise<Answer> =>
      send(setting().stack.apiUrl, 'POST', path, { token, body, key }),
    get: (path: string, token: string | undefined): Promise<Answer> =>
      send(setting().stack.apiUrl, 'GET', path, { token }),
    bookingAt: (local: string, change: object = {}, who: Partial<Who> = {}) => {
      const { office, caseId, witness } = setting();
      const { clerk, interpreter } = office.ids;
      const seats = { clerk, supportOfficer: office.ids['support-officer'], interpreter };
      const brief = { caseId, kind: 'interview', local, zone: 'Asia/Bangkok', minutes: 60, seats, ...change };
      return proposed(brief, { booker: office.ids.prosecutor, witness, ...who });
    },
  };
}
