import { generateKeyPairSync, sign } from 'node:crypto';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { assertFreshSignIn } from '../../../functions/shared/access/fresh-sign-in.ts';
import type { Guest, Staff } from '../../../functions/shared/access/roles.ts';
import { staffSignIn, staffVerifier } from '../../../functions/shared/access/staff-token.ts';
import { route } from '../../../functions/shared/http/contract.ts';
import { capabilityApp } from '../../../functions/shared/http/mount.ts';
import { everyRoute } from '../../support/every-route.ts';
import { contextOver } from '../../support/in-process.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { refusalOf } from '../../rooms/made-rooms.ts';

const now = new Date('2026-11-28T03:00:00.000Z');
const minutesAgo = (minutes: number) => now.getTime() - minutes * 60_000;
const clerk: Staff = {
  kind: 'staff',
  personId: 'p',
  role: 'clerk',
  agencyId: 'a',
  country: 'TH',
  language: 'en',
  zone: 'Asia/Bangkok',
};
const guest: Guest = { kind: 'guest', sessionId: 's', seatId: 'W-4K7Q', role: 'witness', deviceId: 'd' };

describe('a sign-in is fresh', () => {
  const asked = (actor: Staff | Guest | undefined) => refusalOf(() => assertFreshSignIn(actor, now, 5));

  test('for so many minutes after it was made, and no longer', () => {
    expect(asked({ ...clerk, signedInAt: minutesAgo(0) })).toBe('none');
    expect(asked({ ...clerk, signedInAt: minutesAgo(5) })).toBe('none');
    expect(asked({ ...clerk, signedInAt: minutesAgo(5) - 1 })).toBe('sign-in-again');
  });

  test('never where nobody knows when it was', () => {
    expect(asked(clerk)).toBe('sign-in-again');
  });

  test('is nothing that a guest could repeat', () => {
    expect(asked(guest)).toBe('none');
  });
});

test('what leaves the house and what lets somebody in asks for one, and nothing else', () => {
  const asking = everyRoute.flatMap(([name, found]) => (found.route.freshSignIn ? [name] : []));
  expect(asking.toSorted()).toEqual([
    'accounts.changePerson',
    'accounts.disablePerson',
    'accounts.enablePerson',
    'accounts.giveAccount',
    'accounts.inviteAgain',
    'accounts.invitePerson',
    'custody.exportAgencyLog',
    'custody.exportCaseLog',
    'custody.exportLog',
    'disclosures.agreeToDisclosure',
    'disclosures.orderDisclosure',
    'disclosures.readDisclosed',
    'disclosures.takeDisclosed',
    'rooms.issueInvitation',
    'witnesses.decideUnmasking',
    'witnesses.eraseIdentity',
    'witnesses.readIdentity',
  ]);
});

/** Tokens signed as the pool signs them, read by the verifier that reads those. */
describe('when somebody signed in is said by the token', () => {
  const pool = 'us-east-1_TestPool1';
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const verifier = staffVerifier(pool, 'client');
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  verifier.cacheJwks({ keys: [{ kid: 'k', alg: 'RS256', use: 'sig', kty: 'RSA', n, e }] });
  const seconds = Math.floor(Date.now() / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const tokenOf = (authTime: number): string => {
    const claims = {
      sub: 'subject',
      iss: `https://cognito-idp.us-east-1.amazonaws.com/${pool}`,
      client_id: 'client',
      token_use: 'access',
      scope: 'openid',
      // Renewed a moment ago, whenever it was that somebody proved who they are.
      iat: seconds,
      exp: seconds + 900,
      auth_time: authTime,
    };
    const signed = `${part({ alg: 'RS256', kid: 'k' })}.${part(claims)}`;
    return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
  };

  const signInOf = staffSignIn(verifier);
  const { app, mount } = capabilityApp('a', {
    ...contextOver(memoryStore(), new Date(seconds * 1000)),
    authenticate: async (request) => {
      const signIn = await signInOf(request);
      return signIn === undefined ? undefined : { ...clerk, signedInAt: signIn.signedInAt };
    },
  });
  const asks = route({
    method: 'GET',
    path: '/api/a',
    summary: 'For this test.',
    who: ['clerk'],
    freshSignIn: true,
    answer: z.strictObject({}),
  });
  mount(asks, async () => ({}));
  const site = new Hono().route('/', app);
  const get = (token: string) => site.request('/api/a', { headers: { authorization: `Bearer ${token}` } });

  test('and one that was only renewed is answered with what to do', async () => {
    expect((await get(tokenOf(seconds - 60))).status).toBe(200);
    const stale = await get(tokenOf(seconds - 5 * 60 - 1));
    expect(stale.status).toBe(401);
    // RFC 9470.
    expect(stale.headers.get('www-authenticate')).toBe('Bearer error="insufficient_user_authentication"');
    expect(await stale.json()).toMatchObject({ code: 'sign-in-again' });
  });

  test('and one that somebody changed says nothing', async () => {
    const [head = '', , signature = ''] = tokenOf(0).split('.');
    const [, claims = ''] = tokenOf(seconds).split('.');
    const forged = await get([head, claims, signature].join('.'));
    expect(await forged.json()).toMatchObject({ code: 'sign-in-needed' });
  });
});
