import type * as z from 'zod';
import type { Role } from '../access/roles.ts';
import type { RefusalCode } from '../refusals.ts';

/**
 * One route as data: the API, the OpenAPI document, the web client and the every-route-every-role test all derive
 * from it. Contracts import no server code, so that the web can import them.
 */
export interface Route<
  Params extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST';
  /** Hono's form, e.g. `/api/sessions/:sessionId`. */
  readonly path: string;
  /** One sentence for the API document. */
  readonly summary: string;
  /** Roles that may call it; `anyone` needs no sign-in. This is the access table, a line per route. */
  readonly who: readonly Role[] | 'anyone';
  readonly params?: Params;
  readonly query?: z.ZodObject;
  readonly body?: Body;
  readonly answer: Answer;
  /** HTTP status of success; 200 unless said. */
  readonly status?: 200 | 201;
  /** Refusals beside the general ones (form, sign-in, role, not-found, faults). */
  readonly refusals?: readonly RefusalCode[];
  /** True where the sender cannot give an Idempotency-Key (webhooks): its events carry ids of their own. */
  readonly ownIds?: true;
  /** True for a POST that only asks, in a body since the question is long: it changes nothing and needs no key. */
  readonly reads?: true;
}

/** Keeps the exact types of a route's parts. */
export const route = <P extends z.ZodObject, B extends z.ZodType, A extends z.ZodType>(
  parts: Route<P, B, A>,
): Route<P, B, A> => parts;

export type ParamsOf<R> = R extends Route<infer P, z.ZodType, z.ZodType> ? z.output<P> : never;
export type BodyOf<R> = R extends Route<z.ZodObject, infer B, z.ZodType> ? z.output<B> : never;
export type BodyIn<R> = R extends Route<z.ZodObject, infer B, z.ZodType> ? z.input<B> : never;
export type AnswerOf<R> = R extends Route<z.ZodObject, z.ZodType, infer A> ? z.output<A> : never;
