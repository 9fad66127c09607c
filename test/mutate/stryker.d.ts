/** The little of Stryker that is used here, so that types are checked also where it is not installed. */

declare module '@stryker-mutator/core' {
  interface Position {
    readonly line: number;
    readonly column: number;
  }
  interface MutantResult {
    readonly fileName: string;
    readonly replacement: string;
    readonly location: { readonly start: Position; readonly end: Position };
    readonly status:
      | 'Killed'
      | 'Survived'
      | 'NoCoverage'
      | 'Timeout'
      | 'RuntimeError'
      | 'CompileError'
      | 'Ignored';
  }
  export class Stryker {
    constructor(options: Readonly<Record<string, unknown>>);
    runMutationTest(): Promise<readonly MutantResult[]>;
  }
}

declare module '@stryker-mutator/instrumenter' {
  interface Position {
    readonly line: number;
    readonly column: number;
  }
  interface Mutant {
    readonly fileName: string;
    readonly replacement?: string;
    readonly status?: string;
    readonly location: { readonly start: Position; readonly end: Position };
  }
  interface File {
    readonly name: string;
    readonly content: string;
    readonly mutate: boolean;
  }
  export class Instrumenter {
    constructor(logger: Readonly<Record<string, () => unknown>>);
    instrument(
      files: readonly File[],
      options: Readonly<Record<string, unknown>>,
    ): Promise<{ readonly mutants: readonly Mutant[] }>;
  }
}
