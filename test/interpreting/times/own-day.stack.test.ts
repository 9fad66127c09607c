import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { newId } from '../../../functions/shared/values/ids.ts';
import { tokenOf } from '../../../infra/local/demo-client.ts';
import { mailsTo } from '../../notices/mailbox.ts';
import { confirmed } from '../../support/confirmed-interpreter.ts';
import { choosePassword } from '../../support/first-password.ts';
import { send } from '../../support/http.ts';
import { bookInterview } from '../../support/interview.ts';
import { doorOf, deedsOf } from '../../support/session-log.ts';
import { deployedStack } from '../../support/stack.ts';

/** An interpreter's whole way with an account, with the functions' own rights. */

const stack = deployedStack();

it('an interpreter is given an account, signs in, says what binds them, and reads nothing else', async () => {
  const interview = await bookInterview(stack, 60);
  const { sessionId, caseId, ids, tokens } = interview;
  const as = (token: string, method: 'GET' | 'POST', path: string, body?: object) =>
    send(stack.apiUrl, method, `/api/${path}`, { token, ...(body === undefined ? {} : { body }) });
  const person = `accounts/people/${ids.interpreter}`;
  const email = `${newId(randomBytes)}@example.org`;
  const { version } = (await as(tokens['agency-administrator'], 'GET', person)).body as { version: number };
  const given = await as(tokens['agency-administrator'], 'POST', `${person}/account`, { version, email });
  expect(given).toMatchObject({ status: 201, body: { version: version + 1 } });
  expect(await mailsTo(stack, [email])).toHaveLength(1);
  const { password } = await choosePassword(stack, email);
  const token = await tokenOf(stack, email, password);
  const own = (method: 'GET' | 'POST', path: string, body?: object) => as(token, method, path, body);

  expect((await own('GET', 'directory/me')).body).toMatchObject({
    personId: ids.interpreter,
    role: 'interpreter',
  });
  const { calendar, version: read } = (await own('GET', 'directory/me/calendar')).body as {
    calendar: object;
    version: number;
  };
  const away = { ...calendar, daysOff: ['2031-05-01'] };
  expect((await own('POST', 'directory/me/calendar', { version: read, calendar: away })).status).toBe(200);

  expect(
    (await own('POST', `interpreting/${sessionId}/declaration`, { declaration: { conflict: 'none' } }))
      .status,
  ).toBe(201);
  const { onPaper: _, ...alone } = confirmed;
  const oath = { onPaper: { oath: confirmed.onPaper.oath } };
  expect(
    (await as(tokens.clerk, 'POST', `interpreting/${sessionId}/assignment`, { ...alone, ...oath })).status,
  ).toBe(201);
  const { briefing } = (await own('GET', `interpreting/${sessionId}/briefing`)).body as {
    briefing: { hash: string };
  };
  expect((await own('POST', `interpreting/${sessionId}/briefing`, { hash: briefing.hash })).status).toBe(201);
  expect((await doorOf(stack, sessionId)).gates.interpreter).toBe('open');
  expect((await deedsOf(stack, sessionId)).at(-1)).toMatchObject({
    action: 'interpreter.briefed',
    actor: { role: 'interpreter' },
  });
  const soon = new Date(Date.now() + 60 * 60_000 + 11 * 3_600_000).toISOString().slice(0, 7);
  expect((await own('GET', `interpreting/own/days?month=${soon}`)).body).toMatchObject({
    sessions: [{ sessionId, lacks: [], confirmed: { kind: 'interview', mode: 'consecutive' } }],
  });
  for (const path of [`cases/${caseId}`, `sessions/${sessionId}`, `rooms/${sessionId}`, `sessions`])
    expect([path, (await own('GET', path)).code]).toEqual([path, 'not-your-role']);
}, 120_000);
