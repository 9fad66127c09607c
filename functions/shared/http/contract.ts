import * as z from 'zod';
import type { Asker } from '../access/roles.ts';
import type { RefusalCode } from '../refusals.ts';
import type { ReadingKind } from './reading.ts';

/**
 * What can wait behind nothing else. The routes of an urgency are answered by a function of their own, with reserved
 * capacity and a role of its own: `stopping` takes away what somebody has no more; `entering` is everybody at the door;
 * `knocking` is whoever has not shown yet who they are. All others are answered by the capability's ordinary function.
 */
export const urgencies = ['stopping', 'entering', 'knocking'] as const;
export type Urgency = (typeof urgencies)[number];

/** Who may call a route; `anyone` needs no sign-in. */
export type Who = readonly Asker[] | 'anyone';

/**
 * One route as data: the API, the OpenAPI document, the web client and the every-route-every-role test all derive
 * from it. Contracts import no server code, so that the web can import them.
 */
export interface Route<
  W extends Who = Who,
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST';
  /** Hono's form, e.g. `/api/sessions/:sessionId`. */
  readonly path: string;
  /** One sentence for the API document. */
  readonly summary: string;
  /** This is the access table, a line per route. */
  readonly who: W;
  /** Said here and nowhere else: the gateway sends it to the function of this urgency. */
  readonly urgency?: Urgency;
  /** What stands in the path. */
  readonly params: Params;
  readonly query: Query;
  /** Bytes of its body, where it takes more than a form: a part of a file. */
  readonly mostBytes?: number;
  /** Of a POST; a GET has none. */
  readonly body: Body;
  readonly answer: Answer;
  /** HTTP status of success; 200 unless said. */
  readonly status?: 200 | 201;
  /** Refusals beside the general ones (form, sign-in, role, not-found, faults). */
  readonly refusals?: readonly RefusalCode[];
  /** True where the sender cannot give an Idempotency-Key (webhooks): its events carry ids of their own. */
  readonly ownIds?: true;
  /** True where the sender signs what it sends, so that it may ask at the API's own host, past the front door. */
  readonly signed?: true;
  /** True where staff must have signed in lately, with all factors: what leaves the house, or lets somebody in. */
  readonly freshSignIn?: true;
  /** True for a POST that only asks, in a body since the question is long: it changes nothing and needs no key. */
  readonly reads?: true;
  /** That somebody with an account reads by it is entered in the access log, before the answer leaves. */
  readonly entered?: ReadingKind;
}

const nothing = z.object({});
const noBody = z.undefined();
type Nothing = typeof nothing;
type NoBody = typeof noBody;

/** A route as it is written down: what it does not take is left out. */
type Parts<
  W extends Who,
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodType,
  A extends z.ZodType,
> = Omit<Route<W, P, Q, B, A>, 'params' | 'query' | 'body'> &
  Partial<Pick<Route<W, P, Q, B, A>, 'params' | 'query' | 'body'>>;

/** Keeps the exact types of a route's parts; those that are left out take nothing. */
export const route = <
  const W extends Who,
  A extends z.ZodType,
  P extends z.ZodObject = Nothing,
  Q extends z.ZodObject = Nothing,
  B extends z.ZodType = NoBody,
>(
  parts: Parts<W, P, Q, B, A>,
) => ({ params: nothing, query: nothing, body: noBody, ...parts }) as Route<W, P, Q, B, A>;

export type ParamsOf<R extends Route> = z.output<R['params']>;
export type ParamsIn<R extends Route> = z.input<R['params']>;
export type QueryOf<R extends Route> = z.output<R['query']>;
export type BodyOf<R extends Route> = z.output<R['body']>;
export type BodyIn<R extends Route> = z.input<R['body']>;
export type AnswerOf<R extends Route> = z.output<R['answer']>;
