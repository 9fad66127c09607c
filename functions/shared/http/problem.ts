import { refusals, type FieldError, type Refusal, type RefusalCode } from '../refusals.ts';

/** RFC 9457 problem details, with our closed code and what to do next. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: RefusalCode;
  readonly errors?: readonly FieldError[];
  /** By the schema of the code. */
  readonly facts?: Refusal['facts'];
  readonly request: string;
}

/** @param request the id under which the technician finds this in the log; says nothing about the case */
export function problemOf(refusal: Refusal, request: string): Problem {
  const { status, title, next } = refusals[refusal.code];
  return {
    type: `urn:saksi:refusal:${refusal.code}`,
    title,
    status,
    detail: next,
    code: refusal.code,
    ...(refusal.errors.length > 0 ? { errors: refusal.errors } : {}),
    ...(Object.keys(refusal.facts).length > 0 ? { facts: refusal.facts } : {}),
    request,
  };
}

export function problemResponse(refusal: Refusal, request: string): Response {
  const problem = problemOf(refusal, request);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      ...(refusal.code === 'busy' || refusal.code === 'media-unreachable' ? { 'retry-after': '2' } : {}),
      // RFC 9470: who it is, is known; how long ago it was proved, is not enough.
      ...(refusal.code === 'sign-in-again'
        ? { 'www-authenticate': 'Bearer error="insufficient_user_authentication"' }
        : {}),
      ...(refusal.code === 'asked-too-often' ? { 'retry-after': '60' } : {}),
      ...(refusal.code === 'too-many-tries' ? { 'retry-after': '900' } : {}),
      ...('seconds' in refusal.facts ? { 'retry-after': String(refusal.facts.seconds) } : {}),
    },
  });
}
