import { describe, expect, it } from 'vitest';
import { send, type Answer } from '../support/http.ts';
import { newCase, takeCase } from '../support/interview.ts';
import { newOffice, oneMoreOfficer } from '../support/office.ts';
import { witnessOf } from '../support/booking.ts';
import { deedsOf } from '../support/session-log.ts';
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
const lastEntry = async () => (await deedsOf(stack, caseId)).at(-1);

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

describe('on the stack, from a holder who is ill', () => {
  const step = (token: string, verb: string, body: object): Promise<Answer> =>
    post(token, `witnesses/${witness}/take-over${verb}`, body);

  it('one asks, another one confirms, neither alone; and the one who held contact takes it back', async () => {
    const { agencyId } = colleague;
    const [taker, second, head] = await Promise.all([
      oneMoreOfficer(stack, 'support-officer', 'MM', agencyId),
      oneMoreOfficer(stack, 'support-officer', 'MM', agencyId),
      oneMoreOfficer(stack, 'agency-administrator', 'MM', agencyId),
    ]);
    // A colleague of theirs brings them into the case, which their agency has taken.
    for (const { personId } of [taker, second])
      expect((await post(colleague.token, 'members', { personId })).status).toBe(201);
    const holder = async () => {
      const token = office.tokens.prosecutor;
      const { body } = await send(stack.apiUrl, 'GET', `/api/cases/${caseId}`, { token });
      return (body.witnesses as { holder: string }[])[0]?.holder;
    };
    expect(await step(taker.token, '', { reason: 'ill' })).toMatchObject({
      status: 201,
      body: { number: 1 },
    });
    expect(await step(taker.token, '/confirmation', { number: 1 })).toMatchObject({
      status: 409,
      code: 'second-person-needed',
    });
    expect(await step(second.token, '/confirmation', { number: 1 })).toMatchObject({ status: 201 });
    expect(await holder()).toBe(taker.personId);
    expect(await step(colleague.token, '/end', { number: 1 })).toMatchObject({ status: 201 });
    expect(await holder()).toBe(colleague.personId);
    expect(await lastEntry()).toMatchObject({
      action: 'witness.take-over-ended',
      details: { takenBack: true },
    });
    // Of a small agency its administrator is the second person.
    expect(await step(second.token, '', { reason: 'not-reached' })).toMatchObject({ body: { number: 4 } });
    const own = (token: string) => send(stack.apiUrl, 'GET', '/api/cases/take-overs', { token });
    expect((await own(office.tokens['agency-administrator'])).body.takeOvers).toEqual([]);
    const [waits] = (await own(head.token)).body.takeOvers as { takeOverId: string }[];
    const confirm = (token: string) =>
      send(stack.apiUrl, 'POST', '/api/cases/take-overs', { token, body: { takeOverId: waits?.takeOverId } });
    expect((await confirm(office.tokens['agency-administrator'])).status).toBe(404);
    const both = await Promise.all([confirm(head.token), step(taker.token, '/confirmation', { number: 4 })]);
    expect(both.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await holder()).toBe(second.personId);
  });
});
