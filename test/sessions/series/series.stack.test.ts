import { expect, it } from 'vitest';
import { proposed } from '../../support/proposal.ts';
import { send, type Answer } from '../../support/http.ts';
import { bangkokIn, expectDone, newCase } from '../../support/interview.ts';
import { newOffice } from '../../support/office.ts';
import { witnessOf } from '../../support/booking.ts';
import { deployedStack } from '../../support/stack.ts';

/** A series with the rights that its function has; the rules of it are in series.test.ts. */

const stack = deployedStack();
const office = await newOffice(stack);
const caseId = await newCase(stack, office);
const { ids, tokens } = office;
const token = tokens.prosecutor;
const witness = await witnessOf(stack.apiUrl, token, caseId);
const overrides = ['outside-hours', 'unsociable', 'holiday'].map((what) => ({
  what,
  reason: 'agreed-by-all',
}));

async function book(inDays: number): Promise<string> {
  const brief = {
    caseId,
    kind: 'interview',
    local: bangkokIn(inDays * 24 * 60),
    zone: 'Asia/Bangkok',
    minutes: 30,
    seats: { clerk: ids.clerk, supportOfficer: ids['support-officer'], interpreter: ids.interpreter },
    overrides,
  };
  const body = proposed(brief, { booker: ids.prosecutor, witness });
  return expectDone(await send(stack.apiUrl, 'POST', '/api/sessions', { token, body })).body
    .sessionId as string;
}
const does = (sessionId: string, what: string, body: object): Promise<Answer> =>
  send(stack.apiUrl, 'POST', `/api/sessions/${sessionId}/series${what}`, { token, body });
const seen = (sessionId: string) =>
  send(stack.apiUrl, 'GET', `/api/sessions/${sessionId}/series`, { token: tokens.clerk });

it('on the stack sessions are linked, moved together, tried again, left out and cancelled as one', async () => {
  const [first, second, third] = [await book(20), await book(27), await book(34)];
  for (const other of [second, third])
    expect(await does(first, '', { with: other })).toMatchObject({ status: 201 });
  expect((await seen(third)).body.sessions).toHaveLength(3);
  const shift = await does(second, '/shift', { byDays: 7, overrides });
  expect(shift).toMatchObject({ status: 201, body: { notMoved: [] } });
  expect(shift.body.moved).toHaveLength(3);
  // Another session stands where the first would go.
  const inTheWay = await book(28);
  const stuck = await does(first, '/shift', { byDays: 1, overrides });
  expect(stuck.body.notMoved).toMatchObject([{ sessionId: first }]);
  expect(await does(first, '/rest', { what: 'try', overrides })).toMatchObject({
    status: 201,
    body: { moved: [], notMoved: [{ sessionId: first }] },
  });
  expect(await does(first, '/rest', { what: 'leave', overrides: [] })).toMatchObject({ status: 201 });
  expect((await seen(first)).body.shift).toBeUndefined();
  expect(await does(third, '/departure', {})).toMatchObject({ status: 201 });
  const ended = await does(first, '/cancellation', { reason: 'other' });
  expect(ended).toMatchObject({ status: 201, body: { notCancelled: [] } });
  const status = async (sessionId: string) => (await seen(sessionId)).body.sessions[0].status;
  expect([await status(first), await status(third), await status(inTheWay)]).toEqual([
    'cancelled',
    'booked',
    'booked',
  ]);
});
