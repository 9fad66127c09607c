/** The pure half of signing in: OAuth 2.0 code flow with PKCE (RFC 7636) and the nonce of OpenID Connect. */

export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where in our site the person wanted to be. */
  readonly returnTo: string;
}

export const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

/** S256: what the sign-in page is shown, so that only the holder of the verifier can use the code. */
export async function challengeOf(verifier: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

/** Begins the state of an attempt that is made in a window of its own, so that the page that asked stays as it is. */
const again = 'again.';

export function newAttempt(
  randomBytes: (length: number) => Uint8Array,
  returnTo: string,
  kind: 'first' | 'again' = 'first',
): Attempt {
  const random = () => base64url(randomBytes(32));
  const state = kind === 'again' ? `${again}${random()}` : random();
  return { state, nonce: random(), verifier: random(), returnTo };
}

/** Whether the address is the way back of an attempt in a window of its own. */
export const isReturnOfAgain = (search: string): boolean =>
  new URLSearchParams(search).get('state')?.startsWith(again) === true;

export function authorizeAddress(
  signInUrl: string,
  clientId: string,
  redirectUri: string,
  attempt: Attempt,
  challenge: string,
  language: string,
): string {
  const address = new URL('/oauth2/authorize', signInUrl);
  // Who is signed in at the sign-in page already is asked all the same; that it was done, the token's `auth_time` proves.
  const anew: Record<string, string> = attempt.state.startsWith(again)
    ? { prompt: 'login', max_age: '0' }
    : {};
  address.search = new URLSearchParams({
    ...anew,
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: 'openid',
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    lang: language,
  }).toString();
  return address.href;
}

export type Return =
  | { readonly kind: 'none' }
  | { readonly kind: 'code'; readonly code: string; readonly attempt: Attempt }
  /** Not an answer to a question of ours, or one that says no. */
  | { readonly kind: 'refused' };

/** What the address says to which the sign-in page sent the browser back. */
export function readReturn(search: string, attempt: Attempt | undefined): Return {
  const query = new URLSearchParams(search);
  const code = query.get('code');
  if (code === null && query.get('error') === null) return { kind: 'none' };
  if (code === null || attempt === undefined || query.get('state') !== attempt.state)
    return { kind: 'refused' };
  return { kind: 'code', code, attempt };
}

/**
 * Whether an ID token carries our nonce. Its signature needs no check: it came straight from the token endpoint, over
 * the connection that we opened (OpenID Connect Core 3.1.3.7).
 */
export const hasNonce = (idToken: string, nonce: string): boolean => claimsOf(idToken)['nonce'] === nonce;

/** Whose sign-in a token is of. */
export const subjectOf = (token: string): string | undefined => {
  const { sub } = claimsOf(token);
  return typeof sub === 'string' ? sub : undefined;
};

function claimsOf(token: string): Readonly<Record<string, unknown>> {
  const payload = token.split('.')[1] ?? '';
  const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
  return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : {};
}

/** Only a path of our own site, so that nobody can use the sign-in to send people elsewhere. */
export const safeReturn = (path: string): string =>
  /^\/(?!\/)[A-Za-z0-9/_-]*$/.test(path) && !path.startsWith('/api/') ? path : '/';
