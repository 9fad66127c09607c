import { Hono, type Context as HonoContext } from 'hono';
import type * as z from 'zod';
import type { Actor } from '../access/roles.ts';
import { actorKey } from '../access/roles.ts';
import { faultName, logEvent } from '../log.ts';
import { Refusal } from '../refusals.ts';
import { commit, type Plan } from '../store/commit.ts';
import { idempotencyFor, type Idempotency } from '../store/idempotency.ts';
import type { Store } from '../store/store.ts';
import { parseWith, readJson } from './body.ts';
import type { Route } from './contract.ts';
import { problemResponse } from './problem.ts';

/** What every handler is given; time, ids and chance come from here and nowhere else. */
export interface Context {
  readonly store: Store;
  readonly now: () => Date;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly pause: (tries: number) => Promise<void>;
  /** Who is asking; undefined for nobody. @throws {Refusal} `sign-in-needed` for a token that is there but bad */
  readonly authenticate: (request: Request) => Promise<Actor | undefined>;
}

export interface Call<Params, Body> {
  readonly actor: Actor;
  readonly params: Params;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Body;
  readonly now: Date;
  readonly context: Context;
  readonly request: Request;
  /** Runs the action's one transaction: all or nothing, harmless to repeat, retried while others write. */
  readonly commit: <Answer>(decide: () => Promise<Plan<Answer>>) => Promise<Answer>;
  /** Sets a header of the answer. */
  readonly header: (name: string, value: string) => void;
}

type Handler<P extends z.ZodObject, B extends z.ZodType, A extends z.ZodType> = (
  call: Call<z.output<P>, z.output<B>>,
) => Promise<z.input<A> | Response>;

/** One capability's app. `capability` is its folder, its table and its URL prefix. */
export function capabilityApp(capability: string, context: Context) {
  const app = new Hono();
  app.notFound((c) => problemResponse(new Refusal('not-found'), requestId(c)));

  const mount = <P extends z.ZodObject, B extends z.ZodType, A extends z.ZodType>(
    route: Route<P, B, A>,
    handle: Handler<P, B, A>,
  ) => {
    app.on(route.method, route.path, (c) =>
      answer(c, route, async () => {
        const call = await open(c, route, capability, context);
        const result = await handle(call as unknown as Call<z.output<P>, z.output<B>>);
        if (result instanceof Response) return result;
        // What we send is checked too: a field that the contract does not name can never slip out.
        return c.json(route.answer.parse(result) as object, route.status ?? 200);
      }),
    );
  };

  return { app, mount };
}

async function open(
  c: HonoContext,
  route: Route,
  capability: string,
  context: Context,
): Promise<Call<unknown, unknown>> {
  const now = context.now();
  // A route for anyone does not ask who: a stale cookie must not keep a guest from a new invitation.
  const actor = route.who === 'anyone' ? undefined : await context.authenticate(c.req.raw);
  if (route.who !== 'anyone') {
    if (actor === undefined) throw new Refusal('sign-in-needed');
    if (!route.who.includes(actor.role)) throw new Refusal('not-your-role');
  }
  const params = parsePath(route, c.req.param());
  const query = route.query === undefined ? {} : parseWith(route.query, c.req.query());
  const raw = route.body === undefined || route.ownIds ? undefined : await readJson(c.req.raw);
  const body = route.body === undefined || route.ownIds ? undefined : parseWith(route.body, raw);
  const idempotency = idempotencyOf(c, route, capability, actor, raw, now);
  return {
    // Routes for anyone do not look at the actor.
    actor: actor as Actor,
    params,
    query: query as Record<string, string>,
    body,
    now,
    context,
    request: c.req.raw,
    commit: (decide) => commit({ store: context.store, idempotency, pause: context.pause }, decide),
    header: (name, value) => c.header(name, value),
  };
}

/** An id of the wrong form can belong to nothing, so it is answered like a missing one. */
function parsePath(route: Route, raw: unknown): unknown {
  if (route.params === undefined) return {};
  const result = route.params.safeParse(raw);
  if (!result.success) throw new Refusal('not-found');
  return result.data;
}

function idempotencyOf(
  c: HonoContext,
  route: Route,
  capability: string,
  actor: Actor | undefined,
  raw: unknown,
  now: Date,
) {
  if (route.method === 'GET' || route.ownIds || route.reads) return undefined;
  const key = c.req.header('idempotency-key');
  if (key === undefined || !/^[A-Za-z0-9_-]{22,64}$/.test(key)) throw new Refusal('idempotency-key-missing');
  const request = JSON.stringify([route.method, c.req.path, raw ?? null]);
  return idempotencyFor(capability, key, actorKey(actor), request, now) satisfies Idempotency;
}

const requestId = (c: HonoContext): string => c.req.header('x-amzn-trace-id') ?? crypto.randomUUID();

async function answer(c: HonoContext, route: Route, run: () => Promise<Response>): Promise<Response> {
  const started = performance.now();
  const request = requestId(c);
  let refusal: Refusal | undefined;
  let response: Response;
  try {
    response = await run();
  } catch (error) {
    if (!(error instanceof Refusal))
      logEvent('request.fault', { route: route.path, request, fault: faultName(error) });
    refusal = error instanceof Refusal ? error : new Refusal('internal-fault');
    response = problemResponse(refusal, request);
  }
  response.headers.set('cache-control', 'no-store');
  response.headers.set('x-content-type-options', 'nosniff');
  logEvent('request.done', {
    method: route.method,
    route: route.path,
    status: response.status,
    ms: Math.round(performance.now() - started),
    request,
    ...(refusal === undefined ? {} : { refusal: refusal.code }),
  });
  return response;
}
