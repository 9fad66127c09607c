import { expect, it } from 'vitest';
import { send, type Answer } from '../support/http.ts';
import { expectDone, gateBodies, takeCase } from '../support/interview.ts';
import { newOffice, oneMoreOfficer, type Signed } from '../support/office.ts';
import { witnessOf } from '../support/booking.ts';
import { deedsOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';

/** A host State whose authority has not taken the case; the rules of it are in paper.test.ts. */

const stack = deployedStack();
const office = await newOffice(stack);
const [first, second] = await Promise.all([
  oneMoreOfficer(stack, 'central-authority', 'TH'),
  oneMoreOfficer(stack, 'central-authority', 'TH'),
]);
// Of the host State nobody is a member: with an officer of its authority, that one alone decides.
const opened = await send(stack.apiUrl, 'POST', '/api/cases', {
  token: office.tokens.prosecutor,
  body: {
    reference: 'T 3/2026',
    requestingState: 'TH',
    hostState: 'MM',
    members: [office.ids.clerk, office.ids['support-officer'], first.personId, second.personId],
    witnesses: [{ protected: true, holder: office.ids['support-officer'], zone: 'Asia/Yangon', mayKnow: [] }],
  },
});
const caseId = expectDone(opened).body.caseId as string;
for (const { token } of [first, second]) await takeCase(stack, caseId, token);
const witness = await witnessOf(stack.apiUrl, office.tokens.prosecutor, caseId);

const sha256 = 'c'.repeat(64);
const paper = { number: 'HS 78/2026', datedOn: '2026-01-01', sha256 };
const post = ({ token }: Signed, path: string, body: object): Promise<Answer> =>
  send(stack.apiUrl, 'POST', `/api/requests/${caseId}/${witness}/${path}`, { token, body });

it('on the stack a paper that one officer enters is confirmed by another, and never by the same', async () => {
  const entered = await post(first, 'paper', { decision: gateBodies.permission, paper });
  expect(entered).toMatchObject({ status: 201, body: { stands: false } });
  const word = { entry: entered.body.entry as number, sha256 };
  expect(await post(first, 'paper/confirmation', word)).toMatchObject({
    status: 409,
    code: 'second-officer-needed',
  });
  expect(await post(second, 'paper/confirmation', word)).toMatchObject({
    status: 201,
    body: { decision: 'granted' },
  });
  const entries = (await deedsOf(stack, caseId)).map(({ action }) => action);
  expect(entries.slice(-2)).toEqual(['permission.paper-entered', 'permission.granted']);
  const read = await send(stack.apiUrl, 'GET', `/api/requests/${caseId}/${witness}`, {
    token: office.tokens.prosecutor,
  });
  expect(read.body).toMatchObject({ permission: { paper } });
});

it('on the stack a request is not entered as sent while it lacks something, and is once each item stands on a paper', async () => {
  const stands = { reference: 'AG 12/2570', datedOn: '2026-01-01' };
  const sent = { basis: 'untoc-18', reference: 'AG 13/2570', sentOn: '2026-01-02' };
  const read = () =>
    send(stack.apiUrl, 'GET', `/api/requests/${caseId}/${witness}/checklist?basis=untoc-18`, {
      token: first.token,
    });
  const { checklist } = (await read()).body as { checklist: { id: string; light: string }[] };
  const red = checklist.filter(({ light }) => light === 'red').map(({ id }) => id);
  const [last = '', ...others] = red;
  for (const item of others) expectDone(await post(first, 'checklist', { item, state: 'done', ...stands }));
  expect(await post(first, 'transmission', sent)).toMatchObject({
    status: 409,
    code: 'request-incomplete',
  });
  expectDone(await post(second, 'checklist', { item: last, state: 'done', ...stands }));
  expectDone(await post(first, 'transmission', sent));
  expect((await read()).body).toMatchObject({ sent, mayMark: true });
  const entries = (await deedsOf(stack, caseId)).map(({ action }) => action);
  expect(entries.at(-1)).toBe('request.transmitted');
});

it('on the stack questions in writing are sent, answered and come back, and each step is an entry', async () => {
  const inWriting = { ...gateBodies.permission, modalities: ['written-questions'] };
  const { entry } = expectDone(await post(first, 'paper', { decision: inWriting, paper })).body;
  expectDone(await post(second, 'paper/confirmation', { entry, sha256 }));
  const steps = [
    {
      step: 'sent',
      on: '2026-01-05',
      number: 'AG 40/2569',
      sha256,
      language: 'my',
      translation: 'certified',
      answerBy: '2026-01-20',
    },
    { step: 'answered', of: 1, on: '2026-01-25', sha256 },
    { step: 'returned', of: 1, on: '2026-02-01' },
  ];
  for (const step of steps) expect(await post(first, 'questions', step)).toMatchObject({ status: 201 });
  const entries = (await deedsOf(stack, caseId)).map(({ action }) => action);
  expect(entries.slice(-3)).toEqual(['questions.sent', 'questions.answered', 'questions.returned']);
});
