import type { DynamoDBRecord } from 'aws-lambda';
import { Hono } from 'hono';
import { expect, test, vi } from 'vitest';
import { lambdaEntry, type Wakers } from '../../../functions/shared/http/lambda-entry.ts';
import * as log from '../../../functions/shared/log.ts';

type Event = Parameters<ReturnType<typeof lambdaEntry>>[0];

const request = {
  version: '2.0',
  rawPath: '/',
  rawQueryString: '',
  headers: { host: 'saksi.example' },
  requestContext: { http: { method: 'GET', path: '/' }, domainName: 'saksi.example' },
};
const mailNews = { source: 'aws.ses', detail: { eventType: 'Bounce' } };
const record = { eventID: 'one' } as DynamoDBRecord;

/** Everything that wakes a function: with what, what is called of it, with what, and how the log names it. */
const wakes: readonly [string, Event, string, readonly unknown[]][] = [
  ['stream', { Records: [record, record] }, 'stream', [[record, record]]],
  ['due', { due: { sessionId: 'one' } }, 'due', [{ sessionId: 'one' }]],
  ['mail', mailNews, 'mailNews', [mailNews]],
  ['sweep', { source: 'aws.events' }, 'sweep', []],
  ['sweep', {}, 'sweep', []],
];

function woken() {
  const said = vi.spyOn(log, 'logEvent').mockClear();
  const wakers = {
    http: new Hono().get('/', (c) => c.text('here')),
    stream: vi.fn<NonNullable<Wakers['stream']>>(async () => undefined),
    due: vi.fn<NonNullable<Wakers['due']>>(async () => undefined),
    mailNews: vi.fn<NonNullable<Wakers['mailNews']>>(async () => undefined),
    sweep: vi.fn<NonNullable<Wakers['sweep']>>(async () => ({ looked: 3, repaired: 1 })),
  };
  const { http: _, ...rest } = wakers;
  const called = () =>
    Object.entries(rest).flatMap(([name, { mock }]) => mock.calls.map((args) => [name, args]));
  return { wake: lambdaEntry(wakers), called, lines: () => said.mock.calls };
}

test.each(wakes)(
  'a function that %s woke calls what was meant, and says so: %j',
  async (as, event, name, args) => {
    const { wake, called, lines } = woken();
    await wake(event);
    expect(called()).toEqual([[name, args]]);
    expect(lines().at(-1)).toEqual(['function.done', expect.objectContaining({ woken: as })]);
  },
);

test('a request is answered, and calls nothing else', async () => {
  const { wake, called, lines } = woken();
  expect(await wake(request)).toMatchObject({ statusCode: 200, body: 'here' });
  expect(called()).toEqual([]);
  expect(lines().at(-1)).toEqual(['function.done', expect.objectContaining({ woken: 'request' })]);
});

test('to be kept warm, a function does nothing', async () => {
  const { wake, called, lines } = woken();
  expect(await wake({ warm: true })).toBeUndefined();
  expect(called()).toEqual([]);
  expect(lines()).toEqual([['function.done', expect.objectContaining({ woken: 'warm' })]]);
});

test('how much came by a stream, and what a sweep did, are lines', async () => {
  const { wake, lines } = woken();
  await wake({ Records: [record, record] });
  await wake({ source: 'aws.events' });
  expect(lines()).toContainEqual(['stream.batch', { records: 2 }]);
  expect(lines()).toContainEqual(['sweep.done', { looked: 3, repaired: 1 }]);
});

test('a function that was woken by what it does not know fails, so that somebody sees it', async () => {
  const wake = lambdaEntry({ http: new Hono() });
  await expect(wake({ Records: [] })).rejects.toThrow('This function follows no stream.');
  await expect(wake({ due: {} })).rejects.toThrow('This function asks for no hour.');
  await expect(wake(mailNews)).rejects.toThrow('This function sends no mail.');
  await expect(wake({ source: 'aws.events' })).rejects.toThrow('This function has no sweep.');
});
