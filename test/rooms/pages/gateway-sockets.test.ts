import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { gatewaySockets } from '../../../functions/rooms/pages/gateway-sockets.ts';
import type { PageSockets } from '../../../functions/rooms/pages/page-sockets.ts';

/** The real client of AWS against a server that answers as the gateway does: by what the connection is called. */
let server: Server;
let sockets: PageSockets;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      asked.push(`${request.method} ${request.url} ${Buffer.concat(parts).toString()}`.trim());
      if (request.url?.endsWith('silent')) return;
      const status = request.url?.endsWith('gone') ? 410 : request.url?.endsWith('broken') ? 500 : 200;
      const type = status === 410 ? { 'x-amzn-errortype': 'GoneException' } : {};
      response.writeHead(status, { 'content-type': 'application/json', ...type }).end('{}');
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  sockets = gatewaySockets(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/pages`);
});
beforeEach(() => {
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'of-a-test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'of-a-test');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('the gateway', () => {
  it('is asked to tell two words, and to close', async () => {
    expect(await sockets.tell('one')).toBe(true);
    await sockets.close('one');
    expect(asked).toEqual(['POST /pages/@connections/one look again', 'DELETE /pages/@connections/one']);
  });

  it('says which socket is gone, and closing that is fine', async () => {
    expect(await sockets.tell('gone')).toBe(false);
    await expect(sockets.close('gone')).resolves.toBeUndefined();
  });

  it('that fails is not asked again', async () => {
    const before = asked.length;
    await expect(sockets.tell('broken')).rejects.toThrow();
    await expect(sockets.close('broken')).rejects.toThrow();
    expect(asked.length).toBe(before + 2);
  });

  it('that does not answer is given up after a second', async () => {
    const began = performance.now();
    await expect(sockets.tell('silent')).rejects.toThrow();
    expect(performance.now() - began).toBeLessThan(4_000);
  });
});
