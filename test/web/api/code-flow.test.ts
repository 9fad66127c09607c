import { describe, expect, test } from 'vitest';
import {
  authorizeAddress,
  base64url,
  challengeOf,
  hasNonce,
  isReturnOfAgain,
  newAttempt,
  readReturn,
  safeReturn,
  subjectOf,
} from '../../../web/src/api/code-flow.ts';

let drawn = 0;
const attempt = newAttempt((length) => new Uint8Array(length).fill((drawn += 1)), '/cases/a');

test('the challenge of the verifier in RFC 7636, appendix B', async () => {
  expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  );
});

test('state, nonce and verifier are 256 bits each', () => {
  let next = 0;
  const made = newAttempt((length) => new Uint8Array(length).fill((next += 1)), '/');
  expect(new Set([made.state, made.nonce, made.verifier]).size).toBe(3);
  for (const part of [made.state, made.nonce, made.verifier]) expect(part).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

test('the sign-in page is shown the challenge and never the verifier', async () => {
  const challenge = await challengeOf(attempt.verifier);
  const address = new URL(
    authorizeAddress('https://sign-in.example', 'client', 'https://site.example/', attempt, challenge, 'th'),
  );
  expect(address.origin + address.pathname).toBe('https://sign-in.example/oauth2/authorize');
  expect(Object.fromEntries(address.searchParams)).toEqual({
    response_type: 'code',
    client_id: 'client',
    redirect_uri: 'https://site.example/',
    scope: 'openid',
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    lang: 'th',
  });
});

describe('in a window of its own, for whoever is signed in already', () => {
  const again = newAttempt((length) => new Uint8Array(length).fill(7), '/', 'again');

  test('the sign-in page is told to ask all the same', async () => {
    const challenge = await challengeOf(again.verifier);
    const address = authorizeAddress(
      'https://sign-in.example',
      'c',
      'https://x.example/',
      again,
      challenge,
      'th',
    );
    expect(Object.fromEntries(new URL(address).searchParams)).toMatchObject({
      prompt: 'login',
      max_age: '0',
      state: again.state,
    });
  });

  test('the way back is told from that of a first sign-in', () => {
    expect(isReturnOfAgain(`?code=abc&state=${again.state}`)).toBe(true);
    expect(isReturnOfAgain(`?error=access_denied&state=${again.state}`)).toBe(true);
    expect(isReturnOfAgain(`?code=abc&state=${attempt.state}`)).toBe(false);
    expect(isReturnOfAgain('')).toBe(false);
  });
});

test('a token says whose sign-in it is', () => {
  expect(subjectOf(`h.${base64url(new TextEncoder().encode('{"sub":"me"}'))}.s`)).toBe('me');
  expect(subjectOf(`h.${base64url(new TextEncoder().encode('[]'))}.s`)).toBeUndefined();
});

describe('the way back', () => {
  test('with our state is taken up', () => {
    expect(readReturn(`?code=abc&state=${attempt.state}`, attempt)).toEqual({
      kind: 'code',
      code: 'abc',
      attempt,
    });
  });
  test.each([
    ['another state', `?code=abc&state=${attempt.nonce}`],
    ['no state', '?code=abc'],
    ['a no', `?error=access_denied&state=${attempt.state}`],
  ])('with %s is refused', (_, search) => {
    expect(readReturn(search, attempt)).toEqual({ kind: 'refused' });
  });
  test('that nobody asked for is refused', () => {
    expect(readReturn('?code=abc&state=x', undefined)).toEqual({ kind: 'refused' });
  });
  test('is no way back without code and error', () => {
    expect(readReturn('?x=1', attempt)).toEqual({ kind: 'none' });
  });
});

test('the ID token must carry our nonce', () => {
  const token = (claims: object) => `h.${base64url(new TextEncoder().encode(JSON.stringify(claims)))}.s`;
  expect(hasNonce(token({ nonce: attempt.nonce, name: 'มะลิ' }), attempt.nonce)).toBe(true);
  expect(hasNonce(token({ nonce: attempt.state }), attempt.nonce)).toBe(false);
  expect(hasNonce(token({}), attempt.nonce)).toBe(false);
});

test.each([
  ['/', '/'],
  ['/sessions/4x7k2q/room', '/sessions/4x7k2q/room'],
  ['//evil.example', '/'],
  ['//evil', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['/api/cases', '/'],
  ['/cases\u0000', '/'],
  ['javascript:alert(1)', '/'],
])('after signing in %j leads to %j', (wanted, path) => {
  expect(safeReturn(wanted)).toBe(path);
});
