import { expect, it } from 'vitest';
import { proposed } from '../support/proposal.ts';
import { send, type Answer } from '../support/http.ts';
import { bangkokIn, expectDone, newCase } from '../support/interview.ts';
import { newOffice } from '../support/office.ts';
import { witnessOf } from '../support/booking.ts';
import { deployedStack } from '../support/stack.ts';
import { until } from '../support/until.ts';
import { addressOf, mailsTo } from './mailbox.ts';

/** What is told of a series, from the request by the stream to the mailbox; the rules of it are in series.test.ts. */

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

async function hold(inDays: number): Promise<string> {
  const brief = {
    caseId,
    kind: 'interview',
    local: bangkokIn(inDays * 24 * 60),
    zone: 'Asia/Bangkok',
    minutes: 30,
    holdMinutes: 60,
    seats: { clerk: ids.clerk, supportOfficer: ids['support-officer'], interpreter: ids.interpreter },
    overrides,
  };
  const body = proposed(brief, { booker: ids.prosecutor, witness });
  return expectDone(await send(stack.apiUrl, 'POST', '/api/sessions', { token, body })).body
    .sessionId as string;
}

it('on the stack a series that is booked, moved, falls and is cancelled is each time one mail to each reader', async () => {
  const series = [await hold(20), await hold(27), await hold(34)];
  const [first = '', ...others] = series;
  const does = (what: string, body: object): Promise<Answer> =>
    send(stack.apiUrl, 'POST', `/api/sessions/${first}/series${what}`, { token, body });
  for (const other of others) expect(await does('', { with: other })).toMatchObject({ status: 201 });
  const people = [ids.prosecutor, ids.clerk, ids['support-officer'], ids.interpreter];
  const addresses = await Promise.all(people.map((id) => addressOf(stack, id)));
  /** What is told of when it is; beside it people are told of what they have to do. */
  const mails = async () =>
    (await mailsTo(stack, addresses)).filter(
      ({ text }) => !/waits for something that you see to|something for you to do/.test(text),
    );
  /** How many messages of a kind were sent and entered, in each session. */
  const sentOf = async (kind: string) =>
    Promise.all(
      series.map(async (sessionId) => {
        const path = `/api/notices?sessionId=${sessionId}`;
        const { body } = expectDone(await send(stack.apiUrl, 'GET', path, { token: tokens.clerk }));
        const notices = body.notices as { kind: string; state: string }[];
        return notices.filter((each) => each.kind === kind && each.state === 'sent').length;
      }),
    );
  // Five seats; what is for the witness goes through the officer.
  const toAll = (counts: readonly number[]) => counts.every((count) => count === 5);
  const saying = async (kind: string, lead: string, before: number) => {
    await until(() => sentOf(kind), toAll, 30);
    const all = await mails();
    expect(all).toHaveLength(before + 5);
    const these = all.slice(before);
    for (const { text } of these) {
      expect(text.startsWith(lead)).toBe(true);
      expect(text.match(/^Time: .*UTC[+]/gm)).toHaveLength(3);
    }
    return these.map(({ subject }) => subject);
  };

  expect((await does('/confirmation', {})).body).toEqual({ booked: series, notBooked: [] });
  const booked = await saying('confirmation', 'The appointments below have been made.', 0);
  for (const subject of booked) expect(subject).toMatch(/^3 appointments; the first: /);
  expect((await does('/shift', { byDays: 7, overrides })).body.notMoved).toEqual([]);
  await saying('change', 'The appointments below have been moved', 5);
  // What she takes back closes every door of the series, each after the other.
  const withdrawal = `/api/witnesses/${caseId}/${witness}/withdrawal`;
  expectDone(await send(stack.apiUrl, 'POST', withdrawal, { token: tokens['support-officer'], body: {} }));
  await saying('halted', 'As things stand, the appointments below do not take place', 10);
  expect(await does('/cancellation', { reason: 'other' })).toMatchObject({ status: 201 });
  await saying('cancellation', 'The appointments below are cancelled.', 15);
}, 180_000);
