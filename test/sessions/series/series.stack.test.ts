import { expect, it } from 'vitest';
import { proposed } from '../../support/proposal.ts';
import { send, type Answer } from '../../support/http.ts';
import { bangkokIn, expectDone, newCase } from '../../support/interview.ts';
import { newOffice } from '../../support/office.ts';
import { witnessOf } from '../../support/booking.ts';
import { deployedStack } from '../../support/stack.ts';
import { addressOf, mailsTo, until } from '../../notices/mailbox.ts';

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

it('on the stack a series that is moved, and one that is cancelled, is one mail to each reader', async () => {
  const booked = [await book(50), await book(57), await book(64)];
  const [first = ''] = booked;
  const people = [ids.prosecutor, ids.clerk, ids['support-officer'], ids.interpreter];
  const addresses = await Promise.all(people.map((id) => addressOf(stack, id)));
  const told = async (lead: string) =>
    (await mailsTo(stack, addresses)).filter(({ text }) => text.startsWith(lead));
  const logged = async (kind: string) =>
    Promise.all(
      booked.map(async (sessionId) => {
        const path = `/api/notices?sessionId=${sessionId}`;
        const { body } = expectDone(await send(stack.apiUrl, 'GET', path, { token: tokens.clerk }));
        const notices = body.notices as { kind: string; state: string }[];
        return notices.filter((each) => each.kind === kind && each.state === 'sent').length;
      }),
    );
  // Everybody of the five seats; the witness's goes through the officer.
  const everybody = (counts: readonly number[]) => counts.every((count) => count === 5);
  await until(() => logged('confirmation'), everybody, 90);
  for (const other of booked.slice(1))
    expect(await does(first, '', { with: other })).toMatchObject({ status: 201 });
  const before = (await told('The appointment has been moved')).length;
  expect((await does(first, '/shift', { byDays: 7, overrides })).body.notMoved).toEqual([]);
  await until(() => logged('change'), everybody, 30);
  const moved = await told('The appointments below have been moved');
  expect(moved).toHaveLength(5);
  for (const { subject, text } of moved) {
    expect(subject).toMatch(/^3 appointments moved; the first: /);
    expect(text.match(/^Time: .*UTC[+]/gm)).toHaveLength(3);
  }
  expect(await told('The appointment has been moved')).toHaveLength(before);
  expect(await does(first, '/cancellation', { reason: 'other' })).toMatchObject({ status: 201 });
  await until(() => logged('cancellation'), everybody, 30);
  expect(await told('The appointments below are cancelled')).toHaveLength(5);
});
