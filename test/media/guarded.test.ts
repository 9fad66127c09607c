import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { guarded } from '../../functions/media/guarded.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** The agent of a container, and what it was told. */
async function agent(status = () => 200) {
  const told: unknown[] = [];
  const server = createServer((request, response) => {
    request.on('data', (part: Buffer) =>
      told.push([request.method, request.url, JSON.parse(part.toString())]),
    );
    request.on('end', () => response.writeHead(status()).end());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, told };
}

const at = '/task-protection/v1/state';
const yes = ['PUT', at, { ProtectionEnabled: true, ExpiresInMinutes: 60 }];
const no = ['PUT', at, { ProtectionEnabled: false }];

it('a machine is guarded for as long as it has tasks, which is said again well before it runs out', async () => {
  let now = 0;
  const { url, told } = await agent();
  const busy = guarded(url, () => now, vi.fn());
  busy(1);
  busy(2);
  await vi.waitFor(() => expect(told).toEqual([yes]));
  now += 10 * 60_000 - 1;
  busy(2);
  now += 1;
  busy(1);
  await vi.waitFor(() => expect(told).toEqual([yes, yes]));
  busy(0);
  now += 3_600_000;
  busy(0);
  await vi.waitFor(() => expect(told).toEqual([yes, yes, no]));
});

it('what failed is told and tried again at the next time', async () => {
  let status = 500;
  const { url, told } = await agent(() => status);
  const failed = vi.fn<(fault: unknown) => void>();
  const busy = guarded(url, () => 0, failed);
  busy(1);
  await vi.waitFor(() => expect(failed).toHaveBeenCalledTimes(1));
  status = 200;
  busy(1);
  await vi.waitFor(() => expect(told).toEqual([yes, yes]));
});

it('where there is no agent nobody is told', () => {
  const failed = vi.fn<(fault: unknown) => void>();
  guarded(undefined, () => 0, failed)(1);
  expect(failed).not.toHaveBeenCalled();
});
