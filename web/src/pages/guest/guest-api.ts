import type * as exhibits from '../../../../functions/exhibits/contract.ts';
import type * as alarm from '../../../../functions/help/alarm/contract.ts';
import type * as technical from '../../../../functions/help/technical/contract.ts';
import type * as room from '../../../../functions/rooms/contract.ts';
import type * as invitations from '../../../../functions/rooms/invitations/contract.ts';
import type * as machines from '../../../../functions/rooms/machines/contract.ts';
import type { AnswerOf, BodyIn } from '../../../../functions/shared/http/contract.ts';
import type { RefusalCode } from '../../../../functions/shared/refusals.ts';
import { passBody } from '../../video/places.ts';

/**
 * The guest page's line to the service. Types come from the contract, paths are written here: the contract's form
 * checks would cost an old telephone more than the rest of this page. A test holds the paths to the contract.
 */
export const paths = {
  readGuestSeat: '/api/rooms/seat',
  redeemInvitation: '/api/rooms/redemptions',
  readRoom: '/api/rooms/:sessionId',
  readCompany: '/api/rooms/:sessionId/company',
  listen: '/api/rooms/:sessionId/listening',
  arrive: '/api/rooms/:sessionId/arrivals',
  requestPass: '/api/rooms/:sessionId/passes',
  reportStall: '/api/rooms/:sessionId/stalls',
  tellLine: '/api/rooms/:sessionId/lines',
  pause: '/api/rooms/:sessionId/pauses',
  resume: '/api/rooms/:sessionId/resumptions',
  withdraw: '/api/rooms/:sessionId/withdrawal',
  withdrawByLink: '/api/rooms/withdrawals',
  waiveOwnWish: '/api/rooms/:sessionId/wishes',
  sayToday: '/api/rooms/:sessionId/today',
  callHelp: '/api/help/:sessionId/calls',
  readOwnCall: '/api/help/:sessionId/calls',
  askTechnical: '/api/help/:sessionId/technical-calls',
  readOwnTechnical: '/api/help/:sessionId/technical-calls/own',
  readShown: '/api/exhibits/:sessionId/shown',
  readShownPage: '/api/exhibits/:sessionId/shown/page',
} as const satisfies Partial<Record<keyof Contract, string>>;

type Contract = typeof exhibits &
  typeof room &
  typeof invitations &
  typeof machines &
  typeof alarm &
  typeof technical;
type Verb = keyof typeof paths;
type Answer<V extends Verb> = AnswerOf<Contract[V]>;
type Body<V extends Verb> = BodyIn<Contract[V]>;
export type GuestSeat = Answer<'readGuestSeat'>;

/** `offline`: no answer came, so nobody knows whether it was done; send it again with the same key. */
export class GuestProblem extends Error {
  readonly code: RefusalCode | 'offline';

  constructor(code: RefusalCode | 'offline') {
    super(code);
    this.name = 'GuestProblem';
    this.code = code;
  }
}

const PATIENCE_MS = 15_000;

const ask = <V extends Verb>(
  verb: V,
  sessionId: string | undefined,
  post?: { readonly body: Body<V>; readonly key: string },
): Promise<Answer<V>> => askAt(paths[verb].replace(':sessionId', sessionId ?? ''), post);

/** @throws GuestProblem */
export async function askAt<A>(
  path: string,
  post?: { readonly body: unknown; readonly key: string },
): Promise<A> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await fetch(path, {
      method: post === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        ...(post === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': post.key }),
      },
      ...(post === undefined ? {} : { body: JSON.stringify(post.body) }),
      cache: 'no-store',
      credentials: 'same-origin',
      signal: patience.signal,
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new GuestProblem(codeOf(answer));
    return answer as A;
  } catch (error) {
    // A body that is no JSON did not come from us: a captive portal, a proxy. That is as good as no answer.
    throw error instanceof GuestProblem ? error : new GuestProblem('offline');
  } finally {
    clearTimeout(timer);
  }
}

const codeOf = (problem: unknown): RefusalCode | 'offline' =>
  typeof problem === 'object' && problem !== null && 'code' in problem && typeof problem.code === 'string'
    ? (problem.code as RefusalCode)
    : 'offline';

export const readSeat = () => ask('readGuestSeat', undefined);
export const readView = (sessionId: string) => ask('readRoom', sessionId);
export const readCompany = (sessionId: string) => ask('readCompany', sessionId);
export const listen = (sessionId: string) => ask('listen', sessionId, { body: {}, key: newKey() });
export const redeem = (body: Body<'redeemInvitation'>, key: string) =>
  ask('redeemInvitation', undefined, { body, key });
export const arrive = (sessionId: string, body: Body<'arrive'>, key: string) =>
  ask('arrive', sessionId, { body, key });
export const requestPass = (sessionId: string, room?: string) =>
  ask('requestPass', sessionId, { body: passBody(room), key: newKey() });
/** What it comes to is seen in the room; that it did not arrive matters to nobody, since it is told again. */
export const reportStall = (sessionId: string, milliseconds: number): void =>
  void ask('reportStall', sessionId, { body: { milliseconds }, key: newKey() }).catch(() => undefined);
/** The line is weak just then: where it does not get through, what the media server reports of it stands alone. */
export const tellLine = (sessionId: string, body: Body<'tellLine'>): void =>
  void ask('tellLine', sessionId, { body, key: newKey() }).catch(() => undefined);
export const pause = (sessionId: string, body: Body<'pause'>, key: string) =>
  ask('pause', sessionId, { body, key });
export const resume = (sessionId: string, key: string) => ask('resume', sessionId, { body: {}, key });

export const readShown = (sessionId: string) => ask('readShown', sessionId);
export const readShownPage = (sessionId: string, size: 'large' | 'small') =>
  askAt<Answer<'readShownPage'>>(`${paths.readShownPage.replace(':sessionId', sessionId)}?size=${size}`);
export const readOwnCall = (sessionId: string) => ask('readOwnCall', sessionId);
export const callHelp = (sessionId: string, key: string) => ask('callHelp', sessionId, { body: {}, key });
export const readOwnTechnical = (sessionId: string) => ask('readOwnTechnical', sessionId);
export const askTechnical = (sessionId: string, body: Body<'askTechnical'>, key: string) =>
  ask('askTechnical', sessionId, { body, key });
export const sayToday = (sessionId: string, body: Body<'sayToday'>, key: string) =>
  ask('sayToday', sessionId, { body, key });
export const waiveWish = (sessionId: string, waived: 'womanInterpreter' | 'supporter', key: string) =>
  ask('waiveOwnWish', sessionId, { body: { waived }, key });
export const withdraw = (sessionId: string, key: string) => ask('withdraw', sessionId, { body: {}, key });
export const withdrawByLink = (body: Body<'withdrawByLink'>, key: string) =>
  ask('withdrawByLink', undefined, { body, key });

/** An Idempotency-Key: 128 random bits in base64url. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');
}
