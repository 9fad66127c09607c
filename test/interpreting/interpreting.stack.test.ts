import { beforeAll, describe, expect, test } from 'vitest';
import type { Entry } from '../../functions/custody/port/entry.ts';
import { send } from '../support/http.ts';
import { bookInterview, gateBodies, type Interview } from '../support/interview.ts';
import { doorOf, entriesOf, openedBy } from '../support/session-log.ts';
import type { OfficeRole } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';

const stack = deployedStack();
const fit = gateBodies.interpreter;

let interview: Interview;
const path = () => `/api/interpreting/${interview.sessionId}`;
const confirm = (body: unknown) =>
  send(stack.apiUrl, 'POST', `${path()}/assignment`, { token: interview.tokens.clerk, body });
const read = (as: OfficeRole = 'clerk') => send(stack.apiUrl, 'GET', path(), { token: interview.tokens[as] });
const gate = async () => (await doorOf(stack, interview.sessionId)).gates.interpreter;
const logged = async () =>
  (await entriesOf(stack, interview.sessionId)).filter(({ action }) => action.startsWith('interpreter.'));

beforeAll(async () => {
  interview = await bookInterview(stack, 60);
});

describe('the interpreter', () => {
  test('who lacks a language is not confirmed, and nothing is changed', async () => {
    expect((await read()).body).toEqual({});
    const answer = await confirm({ ...fit, between: ['shn', 'th'] });
    expect(answer).toMatchObject({ status: 422, code: 'person-not-suitable' });
    expect(answer.body.errors).toEqual([{ pointer: '/between/0', message: expect.any(String) }]);
    expect(await gate()).toBe('missing');
    expect(await logged()).toEqual([]);
  });

  test('who is fit opens the gate; the log names a pseudonym and seals the languages', async () => {
    expect(await confirm(fit)).toMatchObject({ status: 201, body: { gate: 'open' } });
    expect(await gate()).toBe('open');
    const [entry] = await logged();
    expect(entry).toMatchObject({
      action: 'interpreter.confirmed',
      actor: { role: 'clerk', pseudonym: expect.stringMatching(/^C-/) },
      subject: { kind: 'interpreter', ref: expect.stringMatching(/^I-/) },
      details: { gate: 'open', mode: 'consecutive', conflict: 'none-declared', undertaking: true },
    });
    expect(await openedBy(stack, 'interpreting', entry as Entry)).toEqual({ between: 'my th' });
    expect(JSON.stringify(entry)).not.toContain('"my');
    const { recordedAt, ...assignment } = (await read()).body.assignment;
    expect(assignment).toEqual(fit);
    const { between: _hidden, ...rest } = fit;
    const others = async (as: OfficeRole) => (await read(as)).body.assignment as object;
    expect(await others('prosecutor')).toEqual({ ...rest, recordedAt });
    expect(await others('auditor')).toEqual({ ...rest, recordedAt });
    expect(await others('support-officer')).toEqual({ ...fit, recordedAt });
    expect(recordedAt).toBe(entry?.recordedAt);
  });

  test('with a conflict, or without the undertaking, closes it, and that is recorded', async () => {
    for (const change of [{ conflict: 'declared' }, { undertaking: false }]) {
      expect(await confirm(fit)).toMatchObject({ body: { gate: 'open' } });
      expect(await confirm({ ...fit, ...change })).toMatchObject({ status: 201, body: { gate: 'refused' } });
      expect(await gate()).toBe('refused');
      expect((await logged()).at(-1)).toMatchObject({ action: 'interpreter.declined', details: change });
      expect((await read()).body.assignment).toMatchObject(change);
    }
  });
});
