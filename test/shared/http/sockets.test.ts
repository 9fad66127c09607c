import { Hono } from 'hono';
import { expect, test, vi } from 'vitest';
import { lambdaEntry, type Wakers } from '../../../functions/shared/http/lambda-entry.ts';
import * as log from '../../../functions/shared/log.ts';

const opened = {
  requestContext: { eventType: 'CONNECT', connectionId: 'connection-1' },
  headers: { 'Sec-WebSocket-Protocol': 'look-again' },
} as const;

test('a socket that opens is no request: whoever has sockets answers it, as it is', async () => {
  const said = vi.spyOn(log, 'logEvent');
  const socket = vi.fn<NonNullable<Wakers['socket']>>(async () => ({
    statusCode: 200,
    headers: { 'Sec-WebSocket-Protocol': 'look-again' },
  }));
  const woken = lambdaEntry({ http: new Hono(), socket });
  expect(await woken(opened)).toEqual({
    statusCode: 200,
    headers: { 'Sec-WebSocket-Protocol': 'look-again' },
  });
  expect(socket).toHaveBeenCalledExactlyOnceWith(opened);
  expect(said).toHaveBeenCalledWith('function.done', expect.objectContaining({ woken: 'socket' }));
});

test('a function that has none lets nobody in', async () => {
  await expect(lambdaEntry({ http: new Hono() })(opened)).rejects.toThrow('This function has no sockets.');
});
