import * as z from 'zod';
import type { AnswerOf, BodyIn, ParamsIn, Route } from '../../../functions/shared/http/contract.ts';
import { addressOf, type Query } from './address.ts';
import { ApiProblem } from './problem.ts';
import { readProblem } from './read-problem.ts';

/** What a call needs of its surroundings. */
export interface Line {
  /** The access token of the person who is signed in; `renewed` asks for a fresh one. @throws ApiProblem `sign-in-needed` */
  readonly token: (renewed: boolean) => Promise<string>;
  /** Waits so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Stands before every address: empty in a page, where all is of one origin. */
  readonly base: string;
}

export interface Asked<Params, Body> {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** The Idempotency-Key, for whatever changes something. */
  readonly key?: string;
  readonly signal?: AbortSignal;
}

/** Waits between tries, in milliseconds, while nothing answers or too many people write at once. */
const waits = [400, 1_200, 3_000];

/**
 * Calls a route of a contract. Tries again, with the same key, while no answer comes or the service is busy; renews the
 * sign-in once where it has ended.
 * @throws ApiProblem
 */
export async function call<R extends Route>(
  line: Line,
  route: R,
  asked: Asked<ParamsIn<R>, BodyIn<R>>,
): Promise<AnswerOf<R>> {
  let renewed = false;
  for (let tries = 0; ;) {
    try {
      return await attempt(line, route, asked, renewed);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      if (error.code === 'sign-in-needed' && !renewed) {
        renewed = true;
        continue;
      }
      const wait = waits[tries];
      if ((error.code !== 'unreachable' && error.code !== 'busy') || wait === undefined) throw error;
      await line.pause(wait);
      tries += 1;
    }
  }
}

async function attempt<R extends Route>(
  line: Line,
  route: R,
  asked: Asked<ParamsIn<R>, BodyIn<R>>,
  renewed: boolean,
): Promise<AnswerOf<R>> {
  const response = await send(line, route, asked, renewed);
  if (!response.ok) throw await readProblem(response);
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  const answer = z.safeParse<R['answer']>(
    route.answer,
    isJson ? await response.json() : await response.text(),
  );
  if (!answer.success) throw new ApiProblem('page-outdated', { cause: answer.error });
  return answer.data;
}

async function send(
  line: Line,
  route: Route,
  asked: Asked<unknown, unknown>,
  renewed: boolean,
): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (route.who !== 'anyone') headers['authorization'] = `Bearer ${await line.token(renewed)}`;
  if (asked.key !== undefined) headers['idempotency-key'] = asked.key;
  if (route.method === 'POST') headers['content-type'] = 'application/json';
  const address = line.base + addressOf(route.path, asked.params as Record<string, unknown>, asked.query);
  try {
    return await fetch(address, {
      method: route.method,
      headers,
      ...(route.method === 'POST' ? { body: JSON.stringify(asked.body ?? {}) } : {}),
      ...(asked.signal === undefined ? {} : { signal: asked.signal }),
      cache: 'no-store',
      credentials: 'same-origin',
    });
  } catch (error) {
    if (asked.signal?.aborted === true) throw error;
    throw new ApiProblem('unreachable', { cause: error });
  }
}
