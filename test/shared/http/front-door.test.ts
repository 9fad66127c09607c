import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Context } from '../../../functions/shared/http/call.ts';
import { route } from '../../../functions/shared/http/contract.ts';
import { frontDoor, frontDoorHeader, isFrontDoorKey } from '../../../functions/shared/http/front-door.ts';
import { capabilityApp } from '../../../functions/shared/http/mount.ts';

describe('a key of the front door', () => {
  const keys = ['the key that is shown', 'the key that comes next'];

  test.each(keys)('is either of the two: %s', (key) => {
    expect(isFrontDoorKey(key, keys)).toBe(true);
  });

  test.each([null, '', 'the key that is shown ', 'the key', keys.join(', ')])('is not %j', (shown) => {
    expect(isFrontDoorKey(shown, keys)).toBe(false);
  });

  test('is never an empty one, even if a secret is', () => {
    expect(isFrontDoorKey('', ['', 'other'])).toBe(false);
    expect(isFrontDoorKey(null, [''])).toBe(false);
  });
});

describe('the keys', () => {
  const showing = (key: string) =>
    new Request('http://api.invalid/', { headers: { [frontDoorHeader]: key } });

  function readFrom(answers: readonly (readonly string[] | Error)[]) {
    let reads = 0;
    let at = 0;
    const came = frontDoor(
      async () => {
        const answer = answers[Math.min(reads, answers.length - 1)];
        reads += 1;
        if (answer instanceof Error) throw answer;
        return answer ?? [];
      },
      () => at,
    );
    return { came, reads: () => reads, pass: (minutes: number) => (at += minutes * 60_000) };
  }

  test('are read once for five minutes, however many ask at once', async () => {
    const { came, reads, pass } = readFrom([['old'], ['new']]);
    const answers = await Promise.all(['old', 'old', 'new'].map((key) => came(showing(key))));
    expect(answers).toEqual([true, true, false]);
    pass(4.9);
    expect(await came(showing('old'))).toBe(true);
    expect(reads()).toBe(1);
    pass(0.2);
    expect(await came(showing('old'))).toBe(false);
    expect(await came(showing('new'))).toBe(true);
    expect(reads()).toBe(2);
  });

  test('that cannot be read again are believed further, and asked for again', async () => {
    const { came, pass, reads } = readFrom([['old'], new Error('outage'), ['new']]);
    expect(await came(showing('old'))).toBe(true);
    pass(6);
    expect(await came(showing('old'))).toBe(true);
    expect(await came(showing('new'))).toBe(true);
    expect(reads()).toBe(3);
  });

  test('that were never read open nothing, and the next request reads them', async () => {
    const { came } = readFrom([new Error('outage'), ['key']]);
    await expect(came(showing('key'))).rejects.toThrow('outage');
    expect(await came(showing('key'))).toBe(true);
  });
});

describe('a function', () => {
  const answer = z.strictObject({});
  const usual = route({ method: 'POST', path: '/api/trial/deeds', summary: '', who: ['clerk'], answer });
  const hook = route({
    method: 'POST',
    path: '/api/trial/hooks',
    summary: '',
    who: 'anyone',
    answer,
    ownIds: true,
    signed: true,
  });
  const asked: string[] = [];
  const context = {
    now: () => new Date(),
    cameThroughFrontDoor: (request: Request) => Promise.resolve(request.headers.has(frontDoorHeader)),
    authenticate: () => {
      asked.push('who');
      return Promise.resolve(undefined);
    },
  } as unknown as Context;
  const { app, mount } = capabilityApp('trial', context);
  mount(usual, async () => ({}));
  mount(hook, async () => ({}));
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const response = await app.request(`/api/trial/${path}`, { method: 'POST', headers });
    return [response.status, ((await response.json()) as { code?: string }).code];
  };

  test('looks at nothing else before', async () => {
    expect(await ask('deeds')).toEqual([403, 'front-door-only']);
    expect(await ask('no/such')).toEqual([403, 'front-door-only']);
    expect(asked).toEqual([]);
  });

  test('asks who it is only behind it', async () => {
    expect(await ask('deeds', { [frontDoorHeader]: 'key' })).toEqual([401, 'sign-in-needed']);
    expect(await ask('no/such', { [frontDoorHeader]: 'key' })).toEqual([404, 'not-found']);
    expect(asked).toEqual(['who']);
  });

  test('hears a hook that signs what it sends, from anywhere', async () => {
    expect(await ask('hooks')).toEqual([200, undefined]);
  });
});
