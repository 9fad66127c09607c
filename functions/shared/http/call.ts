import type * as z from 'zod';
import type { Actor, ActorAs, Asker } from '../access/roles.ts';
import type { Patience, Plan } from '../store/commit.ts';
import type { Store } from '../store/store.ts';
import type { EnterReading } from './reading.ts';
import type { BodyOf, ParamsOf, QueryOf, Route, Urgency, Who } from './contract.ts';

/** What every handler is given; time, ids and chance come from here and nowhere else. */
export interface Context {
  readonly store: Store;
  readonly now: () => Date;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly pause: (tries: number) => Promise<void>;
  /** Who is asking; undefined for nobody. @throws {Refusal} `sign-in-needed` for a token that is there but bad */
  readonly authenticate: (request: Request) => Promise<Actor | undefined>;
  /** For how many minutes after a sign-in what asks for a fresh one is done without another. */
  readonly freshSignInMinutes: number;
  /** Whether a request came through CloudFront; not said where there is no gateway, as when everything runs in one process. */
  readonly cameThroughFrontDoor?: (request: Request) => Promise<boolean>;
  /** Enters who reads what; absent where nobody is to know, as in a test of something else. */
  readonly enterReading?: EnterReading;
  /** Which routes are answered here; all of them where it is not said, as when everything runs in one process. */
  readonly urgency?: Urgency | 'ordinary';
}

/** Whoever can be asking where `who` may; nobody looks at who asks where anyone may. */
export type ActorOf<W extends Who> = W extends readonly Asker[] ? ActorAs<W[number]> : undefined;

/** One request: who asks and what is asked, checked against the route and typed by it. */
export interface Call<R extends Route = Route> {
  readonly actor: ActorOf<R['who']>;
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  readonly now: Date;
  readonly context: Context;
  readonly request: Request;
  /** Runs the action's one transaction: all or nothing, harmless to repeat, retried while others write. */
  readonly commit: <Answer>(decide: () => Promise<Plan<Answer>>, patience?: Patience) => Promise<Answer>;
  /** Sets a header of the answer. */
  readonly header: (name: string, value: string) => void;
}

/** What answers a route: each verb is one. `More` is what else its capability hands it, such as a media server. */
export type Handler<R extends Route, More extends readonly unknown[] = []> = (
  call: Call<R>,
  ...more: More
) => Promise<z.input<R['answer']> | Response>;
