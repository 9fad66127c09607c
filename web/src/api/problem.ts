import {
  refusals,
  type FactsOf,
  type FieldError,
  type RefusalCode,
} from '../../../functions/shared/refusals.ts';

/**
 * Why a call gave no answer: a refusal of the service, or one of two things that only a page can meet: `unreachable`
 * (no answer came at all) and `page-outdated` (an answer came that this page does not understand).
 */
export type ProblemCode = RefusalCode | 'unreachable' | 'page-outdated';

/** What is wrong with one field, with the reason where the page found it itself. */
export interface FieldFault extends FieldError {
  readonly why?: 'needed' | 'tooLong' | 'tooMany';
  /** How many there may be. */
  readonly limit?: number;
}

export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly FieldFault[];
  /** As they came; `factsOf` reads them. */
  readonly facts: unknown;
  /** Under this number the technician finds the call in the log. */
  readonly request: string | undefined;

  constructor(
    code: ProblemCode,
    more: {
      readonly errors?: readonly FieldFault[] | undefined;
      readonly facts?: unknown;
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

/** Whether a fault is that of a field, by the field's name such as `seats.clerk`, or of a part below it. */
export const isAt = ({ pointer }: FieldError, name: string): boolean => {
  const own = `/${name.replaceAll('.', '/')}`;
  return pointer === own || pointer.startsWith(`${own}/`);
};

/**
 * The facts of a problem that has one of these codes. Nothing where it has another, and where they are not what this page
 * knows: it then shows what it can say without them.
 */
export function factsOf<Code extends RefusalCode>(
  problem: ApiProblem | undefined,
  ...codes: readonly Code[]
): FactsOf<Code> | undefined {
  const code = codes.find((each) => each === problem?.code);
  const said = code === undefined ? undefined : schemaOf(code)?.safeParse(problem?.facts);
  return said?.success === true ? (said.data as FactsOf<Code>) : undefined;
}

const schemaOf = (code: RefusalCode) => {
  const refusal = refusals[code];
  return 'facts' in refusal ? refusal.facts : undefined;
};
