import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { route } from '../../../functions/shared/http/contract.ts';
import { Refusal } from '../../../functions/shared/refusals.ts';
import { problemOf } from '../../../functions/shared/http/problem.ts';
import { call, type Line } from '../../../web/src/api/call.ts';
import { ApiProblem, factsOf } from '../../../web/src/api/problem.ts';

/** Against a real HTTP server on the loopback: what it is told to answer, in turn. */
type Turn = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let turns: Turn[];
let seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[];
let waited: number[];
let line: Line;

beforeEach(async () => {
  turns = [];
  seen = [];
  waited = [];
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (body += part));
    request.on('end', () => {
      seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      const turn = turns.length > 1 ? turns.shift() : turns[0];
      turn?.(request, response);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  line = {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: (renewed) => Promise.resolve(renewed ? 'fresh' : 'stale'),
    pause: (milliseconds) => {
      waited.push(milliseconds);
      return Promise.resolve();
    },
  };
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const json =
  (status: number, body: unknown, type = 'application/json'): Turn =>
  (_, response) =>
    response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
const refuse = (refusal: Refusal): Turn => {
  const problem = problemOf(refusal, 'req-1');
  return json(problem.status, problem, 'application/problem+json');
};
const hangUp: Turn = (request) => request.socket.destroy();

const write = route({
  method: 'POST',
  path: '/api/things/:thingId',
  summary: 'x',
  who: ['clerk'],
  params: z.strictObject({ thingId: z.string() }),
  body: z.strictObject({ colour: z.string() }),
  answer: z.strictObject({ done: z.boolean() }),
});
const asked = { params: { thingId: 't1' }, body: { colour: 'red' }, key: 'k'.repeat(22) };
const problemOfCall = async (): Promise<ApiProblem> => {
  const error = await call(line, write, asked).catch((reason: unknown) => reason);
  if (!(error instanceof ApiProblem)) throw new Error('It was not refused.');
  return error;
};

test('sends token, key and body, and gives the checked answer', async () => {
  turns = [json(201, { done: true })];
  expect(await call(line, write, asked)).toEqual({ done: true });
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({ method: 'POST', url: '/api/things/t1', body: '{"colour":"red"}' });
  expect(seen[0]?.headers).toMatchObject({
    authorization: 'Bearer stale',
    'idempotency-key': asked.key,
    'content-type': 'application/json',
  });
});

test('while no answer comes it tries again with the same key, waiting longer each time, and then gives up', async () => {
  turns = [hangUp];
  expect((await problemOfCall()).code).toBe('unreachable');
  expect(new Set(seen.map(({ headers }) => headers['idempotency-key']))).toEqual(new Set([asked.key]));
  expect(waited).toEqual(waited.toSorted((a, b) => a - b));
  expect(seen.length).toBe(waited.length + 1);
});

test('an answer after a drop is the answer', async () => {
  turns = [hangUp, json(201, { done: true })];
  expect(await call(line, write, asked)).toEqual({ done: true });
});

test('a refusal is given as it is, with its errors and facts, and not tried again', async () => {
  turns = [
    refuse(
      new Refusal('already-booked', { seat: 'interpreter', alternatives: [] }, [
        { pointer: '/seats/interpreter', message: 'Taken.' },
      ]),
    ),
  ];
  const problem = await problemOfCall();
  expect(problem).toMatchObject({
    code: 'already-booked',
    facts: { seat: 'interpreter', alternatives: [] },
    errors: [{ pointer: '/seats/interpreter', message: 'Taken.' }],
    request: 'req-1',
  });
  expect(seen).toHaveLength(1);
});

test('where the sign-in has ended it is renewed, once', async () => {
  turns = [refuse(new Refusal('sign-in-needed')), json(201, { done: true })];
  expect(await call(line, write, asked)).toEqual({ done: true });
  expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer stale', 'Bearer fresh']);

  seen = [];
  turns = [refuse(new Refusal('sign-in-needed'))];
  expect((await problemOfCall()).code).toBe('sign-in-needed');
  expect(seen).toHaveLength(2);
});

test('a service that is busy is asked again', async () => {
  turns = [refuse(new Refusal('busy')), json(201, { done: true })];
  expect(await call(line, write, asked)).toEqual({ done: true });
  expect(waited).toHaveLength(1);
});

test('an answer with a field that the page does not know says that the page is old', async () => {
  turns = [json(201, { done: true, colour: 'red' })];
  expect((await problemOfCall()).code).toBe('page-outdated');
  turns = [json(409, { code: 'a-new-reason', title: 'x' }, 'application/problem+json')];
  expect((await problemOfCall()).code).toBe('page-outdated');
});

test.each([
  [413, 'body-too-large'],
  [429, 'busy'],
  [502, 'unreachable'],
  [500, 'internal-fault'],
] as const)('what the gateway itself answers with %i becomes %s', async (status, code) => {
  turns = [(_, response) => response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>no</h1>')];
  expect((await problemOfCall()).code).toBe(code);
});

test('a file comes as text, byte for byte', async () => {
  const file = route({ method: 'GET', path: '/f', summary: 'x', who: 'anyone', answer: z.string() });
  turns = [
    (_, response) =>
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end('{"a":1}\nမြန်မာ\n'),
  ];
  expect(await call(line, file, {})).toBe('{"a":1}\nမြန်မာ\n');
  expect(seen[0]?.headers.authorization).toBeUndefined();
});

test('a call that the page gives up is no refusal', async () => {
  turns = [() => undefined];
  const giveUp = new AbortController();
  const asking = call(line, write, { ...asked, signal: giveUp.signal });
  setTimeout(() => giveUp.abort(), 50);
  await expect(asking).rejects.toHaveProperty('name', 'AbortError');
  expect(seen).toHaveLength(1);
});

test('the facts of a refusal are read by its code; what this page does not know is left out', () => {
  const facts = { seat: 'clerk', alternatives: [{ local: '2027-03-02T10:00', offset: '+07:00' }] };
  const taken = new ApiProblem('already-booked', { facts });
  expect(factsOf(taken, 'already-booked', 'duty-limit')).toEqual(facts);
  expect(factsOf(taken, 'override-needed')).toBeUndefined();
  expect(
    factsOf(new ApiProblem('already-booked', { facts: { seat: 'judge' } }), 'already-booked'),
  ).toBeUndefined();
  expect(factsOf(new ApiProblem('override-needed'), 'override-needed')).toEqual({});
  expect(factsOf(undefined, 'override-needed')).toBeUndefined();
});
