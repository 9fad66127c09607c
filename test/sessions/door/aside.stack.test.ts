import { beforeAll, expect, test } from 'vitest';
import { send } from '../../support/http.ts';
import {
  bookDeposition,
  device,
  expectDone,
  openGate,
  room,
  type Interview,
} from '../../support/interview.ts';
import { deployedStack } from '../../support/stack.ts';

/** On the stack: the functions have the rights, and the pass's own transaction honours what was set aside, and for how long. */

const stack = deployedStack();
let interview: Interview;
beforeAll(async () => {
  interview = await bookDeposition(stack);
  for (const gate of ['permission', 'attendingOfficer', 'consent', 'riskPlan'] as const)
    expectDone(await openGate(interview, gate));
});

test('a gate that a judge set aside lets a pass be minted, until it is taken back', async () => {
  const { api, sessionId, tokens } = interview;
  const aside = (path: string, body: object) =>
    send(api, 'POST', `/api/sessions/${sessionId}/aside${path}`, { token: tokens.judge, body });
  const given = {
    gate: 'interpreter',
    reason: 'known-to-all',
    words: 'Both speak the language of the court.',
  };
  expect((await aside('', given)).status).toBe(201);
  for (const who of ['clerk', 'judge'] as const)
    expect((await room(interview, { token: tokens[who] }, 'arrivals', device)).status).toBe(201);
  expect((await room(interview, { token: tokens.clerk }, 'opening')).status).toBe(201);
  expect((await room(interview, { token: tokens.clerk }, 'admissions', { seat: 'judge' })).status).toBe(201);
  expect((await room(interview, { token: tokens.judge }, 'passes')).status).toBe(201);
  expect((await aside('/end', { gate: 'interpreter' })).status).toBe(201);
  expect((await room(interview, { token: tokens.judge }, 'passes')).body).toMatchObject({
    code: 'gates-closed',
  });
  const read = await send(api, 'GET', `/api/sessions/${sessionId}/door`, { token: tokens.clerk });
  expect(read.status).toBe(200);
});
