import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Id } from '../../../functions/shared/values/ids.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { askTurn, NoTurn } from '../../../functions/media/machine/ask-turn.ts';
import { held } from '../../../functions/media/machine/fence.ts';
import type { Turn, Turned } from '../../../functions/media/contract.ts';

const said: Turn = { secret: 's'.repeat(43), holder: 'h'.repeat(26) as Id, at: [] };
const turned: Turned = { hold: 'yours', again: 1_000, places: [], passage: {} };

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** An API that answers as it is told. @returns asks it for a turn of the relay of a session */
async function api(answer: (request: IncomingMessage, body: string, response: ServerResponse) => void) {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => answer(request, Buffer.concat(parts).toString(), response));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return askTurn(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'relay', 'a-session');
}

describe('a turn', () => {
  it('is asked for at the route of the machine and the session, with what it has to say', async () => {
    const asked: unknown[] = [];
    const ask = await api(({ method, url }, body, response) => {
      asked.push(method, url, JSON.parse(body));
      response.end(JSON.stringify(turned));
    });
    expect(await ask(said)).toEqual(turned);
    expect(asked).toEqual(['POST', '/api/rooms/a-session/machines/relay/turns', said]);
  });

  it.each([
    [401, true],
    [404, true],
    [422, true],
    [408, false],
    [429, false],
    [500, false],
    [503, false],
  ])('answered with %i is none, and whether for good: %s', async (status, isForGood) => {
    const ask = await api((_, __, response) => response.writeHead(status).end('{}'));
    const fault = await ask(said).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(NoTurn);
    expect(fault).toMatchObject({ isForGood, code: String(status) });
  });

  it('that cannot be read is none', async () => {
    const ask = await api((_, __, response) => response.end(JSON.stringify({ ...turned, hold: 'perhaps' })));
    await expect(ask(said)).rejects.toThrow();
  });

  it('that is not answered is given up in time for others before what it holds is over', async () => {
    const ask = await api(() => undefined);
    const from = performance.now();
    await expect(ask(said)).rejects.toThrow('timeout');
    expect(performance.now() - from).toBeLessThan(held / 2);
  });

  it('is not asked for at another address', async () => {
    const ask = await api((_, __, response) =>
      response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
    );
    await expect(ask(said)).rejects.toThrow();
  });
});
