import type { FieldError, RefusalCode, RefusalFacts } from '../../../functions/shared/refusals.ts';

/**
 * Why a call gave no answer: a refusal of the service, or one of two things that only a page can meet: `unreachable`
 * (no answer came at all) and `page-outdated` (an answer came that this page does not understand).
 */
export type ProblemCode = RefusalCode | 'unreachable' | 'page-outdated';

export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
  readonly facts: RefusalFacts;
  /** Under this number the technician finds the call in the log. */
  readonly request: string | undefined;

  constructor(
    code: ProblemCode,
    more: {
      readonly errors?: readonly FieldError[] | undefined;
      readonly facts?: RefusalFacts | undefined;
      readonly request?: string | undefined;
      readonly cause?: unknown;
    } = {},
  ) {
    super(code, { cause: more.cause });
    this.name = 'ApiProblem';
    this.code = code;
    this.errors = more.errors ?? [];
    this.facts = more.facts ?? {};
    this.request = more.request;
  }
}

/** The errors of one field, by its JSON Pointer, such as `/seats/clerk`; those of parts below it are included. */
export const errorsAt = (problem: ApiProblem | undefined, pointer: string): readonly FieldError[] =>
  problem?.errors.filter((error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`)) ??
  [];
