import { describe, expect, it } from 'vitest';
import { send, type Answer } from '../support/http.ts';
import { newCase, takeCase } from '../support/interview.ts';
import { newOffice, oneMoreOfficer } from '../support/office.ts';
import { witnessOf } from '../support/booking.ts';
import { entriesOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';

/** Who comes to a case after it was opened; the rules of it are in admit-counsel.test.ts and keep-witness.test.ts. */

const stack = deployedStack();
const office = await newOffice(stack);
const colleague = await oneMoreOfficer(stack, 'support-officer', 'MM');
const caseId = await newCase(stack, office, [colleague.personId]);
await takeCase(stack, caseId, colleague.token);
const witness = await witnessOf(stack.apiUrl, office.tokens.prosecutor, caseId);

const post = (token: string, path: string, body: object): Promise<Answer> =>
  send(stack.apiUrl, 'POST', `/api/cases/${caseId}/${path}`, { token, body });
const lastEntry = async () => (await entriesOf(stack, caseId)).at(-1);

describe('on the stack', () => {
  it('counsel whom the court admits have the case in their list, and nothing of its file', async () => {
    const counsel = await oneMoreOfficer(stack, 'defence-counsel', 'TH');
    const own = () => send(stack.apiUrl, 'GET', '/api/cases', { token: counsel.token });
    expect((await own()).body.cases).toEqual([]);
    const named = await post(office.tokens.prosecutor, 'parties', {
      role: 'accused',
      label: 'Accused 1',
    });
    expect(named.status).toBe(201);
    const accused = named.body.pseudonym as string;
    const told = await post(office.tokens.clerk, 'counsel', { personId: counsel.personId, for: accused });
    expect(told).toMatchObject({ status: 201, body: { pseudonym: expect.stringMatching(/^D-/) } });
    expect(await lastEntry()).toMatchObject({ action: 'counsel.admitted', details: { for: accused } });
    expect((await own()).body.cases).toMatchObject([{ caseId }]);
    const file = await send(stack.apiUrl, 'GET', `/api/cases/${caseId}`, { token: counsel.token });
    expect(file.status).toBe(403);
  });

  it('a holder hands her over to a colleague, who alone speaks for her from then on', async () => {
    const path = `witnesses/${witness}/holder`;
    const to = { to: colleague.personId };
    expect((await post(colleague.token, path, to)).status).toBe(403);
    const told = await post(office.tokens['support-officer'], path, to);
    expect(told).toMatchObject({ status: 201, body: { holder: colleague.personId } });
    expect(await lastEntry()).toMatchObject({ action: 'witness.handed-over' });
    expect((await post(office.tokens['support-officer'], path, to)).status).toBe(403);
  });
});
