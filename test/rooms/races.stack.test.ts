import { beforeAll, describe, expect, it } from 'vitest';
import { parseStanding, putStanding, standingKey } from '../../functions/cases/port/standing.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { send, type Answer } from '../support/http.ts';
import { bookInterview, device, expectDone, openGates, room, type Interview } from '../support/interview.ts';
import { newOffice, storeOf } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';

/**
 * Passes against what takes them away, on the deployed functions: whoever asks after the answer that something was taken gets
 * none, and everybody else either has one or is told why not.
 */

let stack: DeployedStack;
beforeAll(() => {
  stack = deployedStack();
});

const seats = ['prosecutor', 'support-officer'] as const;

/** An interview with the room open and officers in it. */
async function running(): Promise<Interview> {
  const interview = await bookInterview(stack);
  await openGates(interview);
  const as = (seat: keyof Interview['tokens']) => ({ token: interview.tokens[seat] });
  expectDone(await room(interview, as('clerk'), 'opening'));
  for (const seat of seats) {
    expectDone(await room(interview, as(seat), 'arrivals', device));
    expectDone(await room(interview, as('clerk'), 'admissions', { seat }));
  }
  return interview;
}

const pass = (interview: Interview, seat: (typeof seats)[number]): Promise<Answer> =>
  room(interview, { token: interview.tokens[seat] }, 'passes');

/** Passes that were asked for while it happened, and those that were asked for once it was answered. */
async function raced(interview: Interview, happens: () => Promise<Answer>) {
  expectDone(await pass(interview, 'prosecutor'));
  const asked = (times: number) =>
    Array.from({ length: times }, (_, index) => pass(interview, seats[index % 2] ?? 'prosecutor'));
  const early = asked(4);
  const happening = happens();
  const during = await Promise.all([...early, ...asked(4)]);
  expectDone(await happening);
  return { during, after: await Promise.all(seats.map((seat) => pass(interview, seat))) };
}

const codes = (answers: readonly Answer[]) =>
  answers.map(({ status, code }) => (status === 201 ? 201 : code));

describe('on the stack no pass is minted', { timeout: 90_000 }, () => {
  it('after a border was crossed', async () => {
    const interview = await running();
    const { api, caseId, witness, tokens } = interview;
    const { during, after } = await raced(interview, () =>
      send(api, 'POST', `/api/cases/${caseId}/witnesses/${witness}/host-state`, {
        token: tokens['support-officer'],
        body: { hostState: 'LA', zone: 'Asia/Vientiane' },
      }),
    );
    for (const code of codes(during)) expect([201, 'gates-closed', 'busy']).toContain(code);
    for (const { code } of after) expect(['gates-closed', 'room-not-open', 'not-admitted']).toContain(code);
  });

  it('after a withdrawal', async () => {
    const interview = await running();
    const { api, caseId, witness, tokens } = interview;
    const { during, after } = await raced(interview, () =>
      send(api, 'POST', `/api/witnesses/${caseId}/${witness}/withdrawal`, {
        token: tokens['support-officer'],
        body: {},
      }),
    );
    for (const code of codes(during)) expect([201, 'gates-closed', 'busy']).toContain(code);
    for (const { code } of after) expect(['gates-closed', 'room-not-open', 'not-admitted']).toContain(code);
  });

  it('to whoever was replaced, and to everybody else as before', async () => {
    const interview = await running();
    const { api, caseId, sessionId, tokens } = interview;
    const other = await newOffice(stack);
    const personId = other.ids.prosecutor;
    const at = (path: string, token: string, body: object) => send(api, 'POST', path, { token, body });
    expectDone(await at(`/api/cases/${caseId}/members`, tokens.prosecutor, { personId }));
    expectDone(await at(`/api/cases/${caseId}/taking`, other.tokens.prosecutor, {}));
    const change = { what: 'replacement', seat: 'prosecutor', ids: [personId] };
    expectDone(await at(`/api/sessions/${sessionId}/approvals`, tokens.clerk, { change }));
    const { during, after } = await raced(interview, () =>
      at(`/api/sessions/${sessionId}/replacements`, tokens.prosecutor, {
        seat: 'prosecutor',
        ids: [personId],
        reason: 'other',
      }),
    );
    for (const code of codes(during)) expect([201, 'not-found', 'busy']).toContain(code);
    const [replaced, stays] = after;
    expect(replaced?.status).toBe(404);
    expect(stays?.status).toBe(201);
  });

  it('from the instant at which consent runs out', async () => {
    const interview = await running();
    const { caseId, witness } = interview;
    const store = storeOf(stack);
    const [item] = await store.get([standingKey(caseId, witness, 'consent')]);
    const before = parseStanding(item);
    if (before === undefined) throw new Error('There is no consent.');
    const until = parseInstant(new Date(Date.now() + 4_000).toISOString());
    await store.write([putStanding(before, before, { ...before, until })]);
    const answers: { asked: number; code: number | string | undefined }[] = [];
    while (Date.now() < Date.parse(until) + 1_000) {
      const asked = Date.now();
      const [answer] = await Promise.all([
        pass(interview, seats[answers.length % 2] ?? 'prosecutor'),
        new Promise((resolve) => setTimeout(resolve, 300)),
      ]);
      answers.push({ asked, code: codes([answer])[0] });
    }
    const late = answers.filter(({ asked }) => asked >= Date.parse(until));
    expect(late.length).toBeGreaterThan(0);
    for (const { code } of late) expect(['gates-closed', 'room-not-open', 'not-admitted']).toContain(code);
    expect(answers[0]?.code).toBe(201);
  });
});
