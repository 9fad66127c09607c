import type { Staff } from '../access/roles.ts';

/**
 * What is entered of a reading: who read, by which route, about what. Which routes are readings of case data, their contracts
 * say; a test names every other one that answers somebody with an account, with the reason.
 */

/** `case`: what a case holds. `search`: who or what can be found. */
export type ReadingKind = 'case' | 'search';

export interface Reading {
  readonly actor: Staff;
  readonly kind: ReadingKind;
  /** The path of the route, with names in place of ids. */
  readonly route: string;
  /** What the request is about, as far as it says so. */
  readonly about: {
    readonly caseId?: string | undefined;
    readonly sessionId?: string | undefined;
    readonly party?: string | undefined;
  };
  readonly at: Date;
}

/**
 * Enters a reading, after the answer was made and before it leaves: what cannot be entered is not shown. Nothing is looked up
 * for it earlier, so that a refusal costs the same whatever it hides.
 */
export type EnterReading = (reading: Reading) => Promise<void>;

type Fields = Readonly<Record<string, unknown>>;

/** What a request is about: by its path, its query, its body, or what is proposed in it. */
export function aboutOf(...parts: readonly unknown[]): Reading['about'] {
  const fields = parts.filter((part): part is Fields => typeof part === 'object' && part !== null);
  const proposals = fields.flatMap(({ proposal }) =>
    typeof proposal === 'object' && proposal !== null ? [proposal as Fields] : [],
  );
  const one = (name: string): string | undefined => {
    const found = [...fields, ...proposals]
      .map((each) => each[name])
      .find((each) => typeof each === 'string');
    return typeof found === 'string' ? found : undefined;
  };
  return { caseId: one('caseId'), sessionId: one('sessionId'), party: one('party') };
}
