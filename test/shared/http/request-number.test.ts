import { expect, test } from 'vitest';
import type { Context } from '../../../functions/shared/http/call.ts';
import { capabilityApp } from '../../../functions/shared/http/mount.ts';

const { app } = capabilityApp('trial', { now: () => new Date() } as unknown as Context);

async function numberFor(trace: string | undefined): Promise<string> {
  const headers: Record<string, string> = trace === undefined ? {} : { 'x-amzn-trace-id': trace };
  const response = await app.request('/api/trial/nothing', { headers });
  return ((await response.json()) as { request: string }).request;
}

const root = '1-67891233-abcdef012345678912345678';
const ours = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

test.each([`Root=${root}`, `Self=1-67891234-12456789abcdef012345678;Root=${root};CalledFrom=app`])(
  'the number of a request is the root of its trace: %s',
  async (trace) => {
    expect(await numberFor(trace)).toBe(root);
  },
);

test.each([
  undefined,
  '',
  'Root=x',
  `Root=${'1'.repeat(9000)}`,
  `Root=${root}0`,
  `NotRoot=${root}`,
  'Root=<script>alert(1)</script>',
])('and one of our own where a caller sent something else', async (trace) => {
  expect(await numberFor(trace)).toMatch(ours);
});
