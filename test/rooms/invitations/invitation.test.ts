import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  counted,
  mostTriesInAll,
  mostTriesInWindow,
  newPin,
  newSecret,
  pinHashOf,
  plainPin,
  sameText,
} from '../../../functions/rooms/invitations/invitation.ts';
import type { Tries } from '../../../functions/rooms/store.ts';
import { Refusal } from '../../../functions/shared/refusals.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 3, minute));

describe('tries', () => {
  const tryTimes = (times: number, from: Tries | undefined, when: Date): Tries | undefined => {
    let tries = from;
    for (let time = 0; time < times; time += 1) tries = counted(tries, when);
    return tries;
  };

  it(`are ${mostTriesInWindow} in a quarter of an hour`, () => {
    const full = tryTimes(mostTriesInWindow, undefined, at(0));
    expect(() => counted(full, at(14))).toThrow(Refusal);
    expect(counted(full, at(15)).inWindow).toBe(1);
  });

  it(`are ${mostTriesInAll} in all, however slowly`, () => {
    let tries: Tries | undefined;
    for (let time = 0; time < mostTriesInAll; time += 1) tries = counted(tries, at(time * 20));
    expect(() => counted(tries, at(mostTriesInAll * 20))).toThrow(Refusal);
  });
});

describe('link and PIN', () => {
  it('are long enough and never the same', () => {
    const secrets = new Set(Array.from({ length: 1000 }, () => newSecret(randomBytes)));
    expect(secrets.size).toBe(1000);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9_-]{22}$/);
    for (let time = 0; time < 1000; time += 1) expect(newPin(randomBytes)).toMatch(/^\d{6}$/);
  });

  it('throws away the values that would favour some PINs', () => {
    const draws = [Buffer.from('ffffffff', 'hex'), Buffer.from('00000007', 'hex')];
    expect(newPin(() => draws.shift() ?? Buffer.alloc(4))).toBe('000007');
  });

  it('understands the digits of every keyboard of the region', () => {
    for (const typed of [
      '123456',
      '๑๒๓๔๕๖',
      '၁၂၃၄၅၆',
      '១២៣៤៥៦',
      '໑໒໓໔໕໖',
      '１２３４５６',
      ' 123 456 ',
      '123-456',
    ]) {
      expect(plainPin(typed)).toBe('123456');
    }
    expect(plainPin('12345x')).toBe('12345x');
  });

  it('keeps a PIN only as a slow hash with its own salt', async () => {
    const one = await pinHashOf('123456', 'c2FsdC1vbmU');
    expect(one).not.toBe(await pinHashOf('123456', 'c2FsdC10d28'));
    expect(one).not.toContain('123456');
    expect(sameText(one, await pinHashOf('123456', 'c2FsdC1vbmU'))).toBe(true);
  });
});
