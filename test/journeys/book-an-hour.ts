import { bookingBody } from '../support/booking.ts';
import { send } from '../support/http.ts';
import { expectDone } from '../support/interview.ts';
import type { Office } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';

/** Books an interview of an hour with the people of an office, past the pages; `local` is by the clock of Bangkok. */
export async function bookAnHour({ ids, tokens }: Office, caseId: string, local: string): Promise<void> {
  const { apiUrl } = deployedStack();
  const seats = { clerk: ids.clerk, supportOfficer: ids['support-officer'], interpreter: ids.interpreter };
  const body = { caseId, kind: 'interview', local, zone: 'Asia/Bangkok', minutes: 60, seats };
  const booker = { api: apiUrl, token: tokens.prosecutor, personId: ids.prosecutor };
  const sent = await bookingBody(booker, body);
  expectDone(await send(apiUrl, 'POST', '/api/sessions', { token: tokens.prosecutor, body: sent }));
}
