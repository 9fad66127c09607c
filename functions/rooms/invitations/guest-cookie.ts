import { pseudonym } from '../../shared/values/ids.ts';
import type { Door } from '../../sessions/port/door.ts';
import { hashOf, sameText } from './invitation.ts';
import { seconds, type GuestDevice } from '../store.ts';

/** `__Host-` binds the cookie to this host, to TLS and to the whole site; scripts cannot read it. */
const cookieName = '__Host-saksi';
const cookie = (value: string, maxAge: number): string =>
  `${cookieName}=${value}; Path=/; Max-Age=${maxAge}; Secure; HttpOnly; SameSite=Strict`;

/** What a device proves that it holds a seat with. */
export interface DeviceProof {
  readonly sessionId: string;
  /** Who holds the seat by this device. */
  readonly pseudonym: string;
  readonly key: string;
}

/** The cookie for as long as the rooms of the session admit anybody. */
export const cookieFor = (
  { sessionId, pseudonym: who, key }: DeviceProof,
  { closesAt }: Pick<Door, 'closesAt'>,
  now: Date,
): string => cookie(`${sessionId}.${who}.${key}`, seconds(new Date(closesAt)) - seconds(now));

/** Takes the cookie away again. */
export const noCookie = cookie('', 0);

const cookieIn = (request: Request): string | undefined =>
  /(?:^|;\s*)__Host-saksi=([^;]*)/.exec(request.headers.get('cookie') ?? '')?.[1];

/** Whether a request comes with a cookie of a guest's, good or bad. */
export const showsCookie = (request: Request): boolean => cookieIn(request) !== undefined;

/** What the cookie of a request says, if it is one of ours; whether it is so, is not looked at. */
export function proofIn(request: Request): DeviceProof | undefined {
  const [sessionId, who, key] = cookieIn(request)?.split('.') ?? [];
  const holder = pseudonym.safeParse(who);
  const isOurs = sessionId !== undefined && /^[0-9a-z]{26}$/.test(sessionId) && holder.success;
  return isOurs && key !== undefined ? { sessionId, pseudonym: holder.data, key } : undefined;
}

/** Whether it is this device that holds the seat. */
export const provesSeat = (proof: DeviceProof | undefined, device: GuestDevice | undefined): boolean =>
  proof !== undefined &&
  device !== undefined &&
  proof.sessionId === device.sessionId &&
  proof.pseudonym === device.pseudonym &&
  sameText(device.keyHash, hashOf(proof.key));
