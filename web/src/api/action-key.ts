import { ApiProblem } from './problem.ts';

/**
 * The Idempotency-Key of a user's action. The same action tried again (the network failed, or the service could not say
 * whether it was done) carries the same key, so that it has one effect; anything else carries a new one.
 */
export class ActionKey {
  #open: { readonly action: string; readonly key: string } | undefined;
  readonly #newKey: () => string;

  constructor(newKey: () => string = randomKey) {
    this.#newKey = newKey;
  }

  /** The key for this action, given everything that makes it what it is. */
  keyFor(action: unknown): string {
    const written = JSON.stringify(action);
    if (this.#open?.action !== written) this.#open = { action: written, key: this.#newKey() };
    return this.#open.key;
  }

  /** Says how the action came out: `undefined` for well. */
  settle(problem: unknown): void {
    if (!isOpenEnded(problem)) this.#open = undefined;
  }
}

/** Whether, after this problem, the action may have been carried out all the same. */
export const isOpenEnded = (problem: unknown): boolean =>
  problem instanceof ApiProblem && openEnded.has(problem.code);

const openEnded: ReadonlySet<string> = new Set(['unreachable', 'page-outdated', 'internal-fault', 'busy']);

/** 128 random bits; 22 letters of base64url. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
