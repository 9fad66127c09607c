import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node';

export type Tally = { passed: number; failed: number };

/**
 * Counts test cases for the one closing line. What never ran must not look like success: a file that
 * could not be loaded, a failed hook around a suite and an error outside every test each count as a
 * failure, and so does a test that was skipped, unless a name pattern left it out.
 */
export default class TallyReporter implements Reporter {
  readonly tally: Tally = { passed: 0, failed: 0 };
  readonly #closing: boolean;
  readonly #skipsAllowed: boolean;

  constructor({ closing = true, skipsAllowed = false }: { closing?: boolean; skipsAllowed?: boolean } = {}) {
    this.#closing = closing;
    this.#skipsAllowed = skipsAllowed;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    this.tally.passed = 0;
    this.tally.failed = unhandledErrors.length;
    for (const module of modules) this.#count(module);
    if (this.#closing) process.stdout.write(`${closingLine(this.tally)}\n`);
  }

  #count(module: TestModule): void {
    this.tally.failed += module.errors().length;
    for (const suite of module.children.allSuites()) this.#countSuite(suite);
    for (const test of module.children.allTests()) this.#countTest(test);
  }

  #countSuite(suite: TestSuite): void {
    this.tally.failed += suite.errors().length;
  }

  #countTest(test: TestCase): void {
    const { state } = test.result();
    if (state === 'passed') this.tally.passed += 1;
    else if (state === 'failed' || !this.#skipsAllowed) this.tally.failed += 1;
  }
}

export function closingLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}

/** A run in which nothing passed proved nothing. */
export function exitCode({ passed, failed }: Tally): 0 | 1 {
  return passed > 0 && failed === 0 ? 0 : 1;
}
