import type { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import type { DynamoDBRecord, DynamoDBStreamEvent, SQSEvent } from 'aws-lambda';
import { faultName, logEvent, type Waker } from '../log.ts';
import { spentSince, spentSoFar } from '../spent.ts';

/** What may wake a capability's function: a request, a socket that opens, records of a followed stream, the clock, an hour or a second it asked for, its mail. */
export interface Wakers {
  readonly http: Hono;
  /** Must be harmless to run twice: delivery is at least once. A throw makes the batch come again. */
  readonly stream?: (records: readonly DynamoDBRecord[]) => Promise<void>;
  /** Called with what was handed to the scheduler, under `due`; may come late, and more than once. */
  readonly due?: (call: unknown) => Promise<void>;
  /** Called with what was put into the function's own queue; may come late, and more than once. A throw makes it come again. */
  readonly soon?: (call: unknown) => Promise<void>;
  /** Called with an event of the mail service about a message that this function sent; may come more than once. */
  readonly mailNews?: (event: unknown) => Promise<void>;
  /** Called when somebody opens a socket; what it answers lets them in or does not. */
  readonly socket?: (event: SocketOpened) => Promise<SocketAnswer>;
  readonly sweep?: () => Promise<{ readonly looked: number; readonly repaired: number }>;
}

/** As the gateway tells of a socket that is about to be opened. */
export interface SocketOpened {
  readonly requestContext: { readonly eventType: 'CONNECT'; readonly connectionId: string };
  readonly headers?: Readonly<Record<string, string | undefined>>;
}
export interface SocketAnswer {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
}

type Wake =
  | SocketOpened
  | DynamoDBStreamEvent
  | SQSEvent
  | { readonly requestContext: unknown }
  | { readonly due: unknown }
  | { readonly warm: true }
  | { readonly source?: string };

type HttpEvent = Parameters<ReturnType<typeof handle>>[0];

/**
 * A `Request` cannot be made with these methods, and nobody has a route for them: they are answered like any other method
 * that does not exist, and not with a fault.
 */
const impossible = new Set(['TRACE', 'TRACK', 'CONNECT']);
/** Nor can it be made with one of these and a body, which means nothing and is left unread. */
const bodiless = new Set(['GET', 'HEAD']);

/** The event as one of which a `Request` can be made. */
function requestable(event: HttpEvent): HttpEvent {
  const { requestContext } = event;
  if (!('http' in requestContext)) return event;
  const method = requestContext.http.method.toUpperCase();
  if (bodiless.has(method)) return { ...event, body: null };
  if (!impossible.has(method)) return event;
  const http = { ...requestContext.http, method: 'OPTIONS' };
  return { ...event, requestContext: { ...requestContext, http } } as HttpEvent;
}

const isQueued = (event: DynamoDBStreamEvent | SQSEvent): event is SQSEvent =>
  event.Records.some((record) => 'body' in record);

const isSocket = (event: Wake): event is SocketOpened =>
  'requestContext' in event && (event as Partial<SocketOpened>).requestContext?.eventType === 'CONNECT';

export function lambdaEntry({ http, socket, stream, due, soon, mailNews, sweep }: Wakers) {
  const answer = handle(http);
  const run = async (event: Wake): Promise<unknown> => {
    if (isSocket(event)) {
      if (socket === undefined) throw new Error('This function has no sockets.');
      return socket(event);
    }
    if ('requestContext' in event) return answer(requestable(event as HttpEvent));
    if ('Records' in event) {
      if (isQueued(event)) {
        if (soon === undefined) throw new Error('This function has no queue.');
        for (const { body } of event.Records) await soon(JSON.parse(body));
        return undefined;
      }
      if (stream === undefined) throw new Error('This function follows no stream.');
      logEvent('stream.batch', { records: event.Records.length });
      return stream(event.Records);
    }
    if ('due' in event) {
      if (due === undefined) throw new Error('This function asks for no hour.');
      return due(event.due);
    }
    // The function is loaded now, and that is all that was wanted.
    if ('warm' in event) return undefined;
    if ('source' in event && event.source === 'aws.ses') {
      if (mailNews === undefined) throw new Error('This function sends no mail.');
      return mailNews(event);
    }
    if (sweep === undefined) throw new Error('This function has no sweep.');
    try {
      logEvent('sweep.done', await sweep());
    } catch (error) {
      logEvent('sweep.failed', { fault: faultName(error) });
      throw error;
    }
    return undefined;
  };
  return async (event: Wake): Promise<unknown> => {
    const [before, started] = [spentSoFar(), performance.now()];
    try {
      return await run(event);
    } finally {
      const ms = Math.round(performance.now() - started);
      logEvent('function.done', { woken: wakerOf(event), ms, ...spentSince(before) });
    }
  };
}

function wakerOf(event: Wake): Waker {
  if (isSocket(event)) return 'socket';
  if ('requestContext' in event) return 'request';
  if ('Records' in event) return isQueued(event) ? 'queue' : 'stream';
  if ('due' in event) return 'due';
  if ('warm' in event) return 'warm';
  return event.source === 'aws.ses' ? 'mail' : 'sweep';
}
