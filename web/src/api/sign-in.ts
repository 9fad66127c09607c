import { createContext } from 'react';
import * as z from 'zod';
import {
  authorizeAddress,
  challengeOf,
  hasNonce,
  newAttempt,
  readReturn,
  safeReturn,
  subjectOf,
  type Attempt,
} from './code-flow.ts';
import type { Config } from './config.ts';
import { handedBack } from './own-window.ts';
import { ApiProblem } from './problem.ts';

const ATTEMPT = 'saksi.sign-in';
/** Kept for this tab only, and until the tab is closed; the access token is never stored at all. */
const REFRESH = 'saksi.refresh';

const tokens = z.object({
  access_token: z.string(),
  id_token: z.string().optional(),
  refresh_token: z.string().optional(),
  /** Seconds. */
  expires_in: z.number(),
});

interface Access {
  readonly token: string;
  /** Milliseconds since 1970, a little before it really ends. */
  readonly until: number;
}

/** The sign-in of this tab, for whatever asks for another one. */
export const SignInContext = createContext<SignIn | undefined>(undefined);

/** The sign-in of this tab. */
export class SignIn {
  readonly #config: Config;
  #access: Access | undefined;
  #renewing: Promise<Access> | undefined;
  /** Whose sign-in it is. */
  #subject: string | undefined;
  /** While the page is locked: what waits for it to be opened. */
  #lock: { readonly opened: Promise<void>; readonly open: () => void } | undefined;
  #asking: AbortController | undefined;

  constructor(config: Config) {
    this.#config = config;
  }

  /** Whether somebody is signed in, as far as this page can tell without asking. */
  get held(): boolean {
    return this.#lock !== undefined || this.#access !== undefined || sessionStorage.getItem(REFRESH) !== null;
  }

  /** Leaves for the sign-in page. */
  async start(returnTo: string, language: string): Promise<void> {
    const attempt = newAttempt((length) => crypto.getRandomValues(new Uint8Array(length)), returnTo);
    sessionStorage.setItem(ATTEMPT, JSON.stringify(attempt));
    const challenge = await challengeOf(attempt.verifier);
    const { signInUrl, userPoolClientId } = this.#config;
    location.assign(
      authorizeAddress(signInUrl, userPoolClientId, redirectUri(), attempt, challenge, language),
    );
  }

  /** Takes up the way back from the sign-in page, if that is where we come from. Gives the path to go on to. */
  async finish(): Promise<'refused' | { readonly path: string } | undefined> {
    const back = readReturn(location.search, storedAttempt());
    if (back.kind === 'none') return undefined;
    // The code is spent or useless from here on; it shall stand in no history.
    history.replaceState(null, '', '/');
    sessionStorage.removeItem(ATTEMPT);
    if (back.kind === 'refused') return 'refused';
    const given = await this.#exchange(codeForm(back.code, back.attempt.verifier));
    if (given.id_token === undefined || !hasNonce(given.id_token, back.attempt.nonce)) return 'refused';
    this.#keep(given);
    return { path: safeReturn(back.attempt.returnTo) };
  }

  /**
   * Forgets every token of this page, here and at the sign-in page, and lets all calls wait: what is on the page stays, and
   * nothing is done from it.
   */
  lock(): void {
    if (this.#lock !== undefined) return;
    let openLock = () => {};
    const opened = new Promise<void>((resolve) => {
      openLock = resolve;
    });
    this.#lock = { opened, open: () => openLock() };
    const refresh = sessionStorage.getItem(REFRESH);
    this.forget();
    if (refresh !== null) void this.#revoke(refresh);
  }

  /**
   * Asks once more who is there, in a window of its own: password, and second factor where there is one. Opens the page
   * again where it was locked. To be called from a press, or the browser opens no window.
   * @returns `another` where somebody else signed in: this page, with all that is on it, is not theirs
   */
  async again(language: string): Promise<'done' | 'blocked' | 'refused' | 'another'> {
    const asking = open('', '_blank', 'popup,width=520,height=720');
    if (asking === null) return 'blocked';
    this.#asking?.abort();
    this.#asking = new AbortController();
    const attempt = newAttempt((length) => crypto.getRandomValues(new Uint8Array(length)), '/', 'again');
    const answered = handedBack(attempt.state, this.#asking.signal);
    const challenge = await challengeOf(attempt.verifier);
    const { signInUrl, userPoolClientId } = this.#config;
    asking.location.href = authorizeAddress(
      signInUrl,
      userPoolClientId,
      redirectUri(),
      attempt,
      challenge,
      language,
    );
    const back = readReturn(await answered, attempt);
    if (back.kind !== 'code') return 'refused';
    const given = await this.#exchange(codeForm(back.code, attempt.verifier));
    if (given.id_token === undefined || !hasNonce(given.id_token, attempt.nonce)) return 'refused';
    if (subjectOf(given.access_token) !== this.#subject) return 'another';
    this.#keep(given);
    this.#lock?.open();
    this.#lock = undefined;
    return 'done';
  }

  /** A token that is good now; waits while the page is locked. @throws ApiProblem `sign-in-needed` */
  async token(renewed: boolean): Promise<string> {
    await this.#lock?.opened;
    if (!renewed && this.#access !== undefined && Date.now() < this.#access.until) return this.#access.token;
    // Several calls at once renew once.
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = undefined;
    });
    return (await this.#renewing).token;
  }

  /** Ends the sign-in here and at the sign-in page. */
  async end(): Promise<void> {
    const { signInUrl, userPoolClientId } = this.#config;
    const refresh = sessionStorage.getItem(REFRESH);
    this.forget();
    if (refresh !== null) await this.#revoke(refresh);
    const address = new URL('/logout', signInUrl);
    address.search = new URLSearchParams({
      client_id: userPoolClientId,
      logout_uri: redirectUri(),
    }).toString();
    location.assign(address.href);
  }

  forget(): void {
    this.#access = undefined;
    sessionStorage.removeItem(REFRESH);
  }

  async #renew(): Promise<Access> {
    const refresh = sessionStorage.getItem(REFRESH);
    if (refresh === null) throw new ApiProblem('sign-in-needed');
    const given = await this.#exchange({ grant_type: 'refresh_token', refresh_token: refresh });
    if (this.#lock === undefined) return this.#keep(given);
    // Locked while the answer was on its way: what it brings is thrown away, and whoever opens the page brings another.
    if (given.refresh_token !== undefined) void this.#revoke(given.refresh_token);
    await this.#lock.opened;
    if (this.#access === undefined) throw new ApiProblem('sign-in-needed');
    return this.#access;
  }

  #keep(given: z.infer<typeof tokens>): Access {
    if (given.refresh_token !== undefined) sessionStorage.setItem(REFRESH, given.refresh_token);
    this.#subject = subjectOf(given.access_token);
    this.#access = { token: given.access_token, until: Date.now() + (given.expires_in - 30) * 1_000 };
    return this.#access;
  }

  async #exchange(form: Record<string, string>): Promise<z.infer<typeof tokens>> {
    const response = await this.#post('/oauth2/token', form).catch((error: unknown) => {
      throw new ApiProblem('unreachable', { cause: error });
    });
    if (response.status >= 500) throw new ApiProblem('unreachable');
    if (!response.ok) {
      this.forget();
      throw new ApiProblem('sign-in-needed');
    }
    return tokens.parse(await response.json());
  }

  async #revoke(refresh: string): Promise<void> {
    try {
      await this.#post('/oauth2/revoke', { token: refresh });
    } catch (error) {
      // Signing out must not depend on the network: the token is forgotten here whatever happens there.
      console.warn('The sign-in could not be revoked at the server.', error);
    }
  }

  #post(path: string, form: Record<string, string>): Promise<Response> {
    const { signInUrl, userPoolClientId } = this.#config;
    return fetch(new URL(path, signInUrl), {
      method: 'POST',
      credentials: 'omit',
      body: new URLSearchParams({ ...form, client_id: userPoolClientId }),
    });
  }
}

const codeForm = (code: string, verifier: string): Record<string, string> => ({
  grant_type: 'authorization_code',
  code,
  redirect_uri: redirectUri(),
  code_verifier: verifier,
});

const redirectUri = (): string => `${location.origin}/`;

function storedAttempt(): Attempt | undefined {
  const text = sessionStorage.getItem(ATTEMPT);
  return text === null ? undefined : (JSON.parse(text) as Attempt);
}
