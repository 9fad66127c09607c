import { Hono, type Context as HonoContext } from 'hono';
import type * as z from 'zod';
import type { Actor } from '../access/roles.ts';
import { assertFreshSignIn } from '../access/fresh-sign-in.ts';
import { actorKey, askerOf } from '../access/roles.ts';
import { faultName, logEvent } from '../log.ts';
import { Refusal } from '../refusals.ts';
import { commit } from '../store/commit.ts';
import { idempotencyFor, type Idempotency } from '../store/idempotency.ts';
import { parseWith, readJson, withGoodText } from './body.ts';
import type { ActorOf, Call, Context, Handler } from './call.ts';
import type { Route, Who } from './contract.ts';
import { Methods } from './methods.ts';
import { problemResponse } from './problem.ts';
import { aboutOf } from './reading.ts';

/** One capability's app. `capability` is its folder, its table and its URL prefix. */
export function capabilityApp(capability: string, context: Context) {
  const app = new Hono();
  const assertFrontDoor = async ({ req }: HonoContext) => {
    const came = context.cameThroughFrontDoor;
    if (came !== undefined && !(await came(req.raw))) throw new Refusal('front-door-only');
  };
  const methods = new Methods();
  const nowhere = async (c: HonoContext) => {
    const allowed = methods.at(c.req.path);
    const wrongMethod = allowed.length > 0 && !allowed.includes(c.req.method);
    const response = await answer(c, 'none', async () => {
      await assertFrontDoor(c);
      throw new Refusal(wrongMethod ? 'method-not-allowed' : 'not-found');
    });
    if (response.status === 405) response.headers.set('allow', allowed.join(', '));
    return response;
  };
  app.notFound(nowhere);

  const mount = <
    W extends Who,
    P extends z.ZodObject,
    Q extends z.ZodObject,
    B extends z.ZodType,
    A extends z.ZodType,
  >(
    route: Route<W, P, Q, B, A>,
    handle: Handler<Route<W, P, Q, B, A>>,
  ) => {
    methods.add(route);
    if (context.urgency !== undefined && context.urgency !== (route.urgency ?? 'ordinary')) return;
    app.on(route.method, route.path, (c) => {
      // `/api/rooms/:sessionId` is not `/api/rooms/redemptions`, which exists and is written to only.
      if (!methods.at(c.req.path).includes(c.req.method)) return nowhere(c);
      return answer(c, route.path, async () => {
        if (!route.signed) await assertFrontDoor(c);
        const call = await open(c, route, capability, context);
        const result = await handle(call);
        await enterReading(route, call);
        if (result instanceof Response) return result;
        // What we send is checked too: a field that the contract does not name can never slip out.
        return c.json(route.answer.parse(result) as object, route.status ?? 200);
      });
    });
  };

  return { app, mount };
}

type Read = Pick<Call, 'params' | 'query' | 'body' | 'now' | 'context'> & {
  readonly actor: Actor | undefined;
};

/** What cannot be entered is not shown: a fault here is a fault of the request. */
async function enterReading(
  { entered, path }: Pick<Route, 'entered' | 'path'>,
  { actor, params, query, body, now, context }: Read,
): Promise<void> {
  if (entered === undefined || actor?.kind !== 'staff') return;
  const about = aboutOf(params, query, body);
  await context.enterReading?.({ actor, kind: entered, route: path, about, at: now });
}

async function open<W extends Who, P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
  c: HonoContext,
  route: Route<W, P, Q, B>,
  capability: string,
  context: Context,
): Promise<Call<Route<W, P, Q, B>>> {
  const now = context.now();
  // A route for anyone does not ask who: a stale cookie must not keep a guest from a new invitation.
  const actor = route.who === 'anyone' ? undefined : await context.authenticate(c.req.raw);
  assertMayCall(route.who, actor);
  if (route.freshSignIn) assertFreshSignIn(actor, now, context.freshSignInMinutes);
  const params = parsePath(route.params, c.req.param());
  const query = parseWith(route.query, withGoodText(c.req.query()));
  const raw = route.method === 'GET' || route.ownIds ? undefined : await readJson(c.req.raw, route.mostBytes);
  const body = parseWith(route.body, raw);
  const idempotency = idempotencyOf(c, route, capability, actor, raw, now);
  return {
    actor,
    params,
    query,
    body,
    now,
    context,
    request: c.req.raw,
    commit: (decide, patience) =>
      commit({ store: context.store, idempotency, pause: context.pause }, decide, patience),
    header: (name, value) => c.header(name, value),
  };
}

/** The one place where a route's `who` is enforced; behind it the compiler knows who can be asking. */
function assertMayCall<W extends Who>(who: W, actor: Actor | undefined): asserts actor is ActorOf<W> {
  if (who === 'anyone') return;
  if (actor === undefined) throw new Refusal('sign-in-needed');
  if (!who.includes(askerOf(actor))) throw new Refusal('not-your-role');
}

/** An id of the wrong form can belong to nothing, so it is answered like a missing one. */
function parsePath<P extends z.ZodObject>(params: P, raw: unknown): z.output<P> {
  const result = params.safeParse(raw);
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

/**
 * The root of the gateway's trace, if it is one: the header is the caller's own where the caller sends one, and what stands
 * in our log and in the answer must be bounded.
 */
const requestId = (c: HonoContext): string =>
  /(?:^|;)Root=(1-[0-9a-f]{8}-[0-9a-f]{24})(?:;|$)/.exec(c.req.header('x-amzn-trace-id') ?? '')?.[1] ??
  crypto.randomUUID();

/** @param route the path by which the log names it; `none` where there is no such route */
async function answer(c: HonoContext, route: string, run: () => Promise<Response>): Promise<Response> {
  const started = performance.now();
  const request = requestId(c);
  let refusal: Refusal | undefined;
  let response: Response;
  try {
    response = await run();
  } catch (error) {
    if (!(error instanceof Refusal)) logEvent('request.fault', { route, request, fault: faultName(error) });
    refusal = error instanceof Refusal ? error : new Refusal('internal-fault');
    response = problemResponse(refusal, request);
  }
  response.headers.set('cache-control', 'no-store');
  response.headers.set('x-content-type-options', 'nosniff');
  logEvent('request.done', {
    method: c.req.method,
    route,
    status: response.status,
    ms: Math.round(performance.now() - started),
    request,
    ...(refusal === undefined ? {} : { refusal: refusal.code }),
  });
  return response;
}
