import { Hono } from 'hono';
import { expect, test, vi } from 'vitest';
import { lambdaEntry } from '../../../functions/shared/http/lambda-entry.ts';
import * as log from '../../../functions/shared/log.ts';

test('a sweep that fails is a line of its own, and still fails', async () => {
  const said = vi.spyOn(log, 'logEvent');
  const woken = lambdaEntry({ http: new Hono(), sweep: () => Promise.reject(new TypeError('lost')) });
  await expect(woken({ source: 'aws.events' })).rejects.toThrow('lost');
  expect(said).toHaveBeenCalledWith('sweep.failed', { fault: 'TypeError' });
});
