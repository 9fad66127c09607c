import { AccessToken, TrackSource } from 'livekit-server-sdk';
import type { Role } from '../shared/access/roles.ts';
import type { MediaKeys } from './media-keys.ts';

/** Seconds for which a pass can be used to come in. The media server adds 60 s of its own. */
export const passSeconds = 60;

/** The attribute of a participant that holds their pass's mark. Everybody in the room can read it, and it opens nothing. */
export const markAttribute = 'mark';

/**
 * A pass: one room, one identity, `passSeconds` long; no name, no data, no power over others.
 * @param mark random and new each time, so that a pass that is used twice is known (intruder.ts). The holder cannot change
 * it, and a token that the media server hands out later has it too.
 * @param sends whether voice and picture may be sent; whoever may not hears and sees the others all the same
 */
export function mintPass(
  { apiKey, apiSecret }: Pick<MediaKeys, 'apiKey' | 'apiSecret'>,
  room: string,
  identity: string,
  mark: string,
  sends = true,
): Promise<string> {
  const pass = new AccessToken(apiKey, apiSecret, {
    identity,
    ttl: passSeconds,
    attributes: { [markAttribute]: mark },
  });
  pass.addGrant({
    roomJoin: true,
    room,
    canSubscribe: true,
    canPublish: sends,
    canPublishSources: sends ? [TrackSource.CAMERA, TrackSource.MICROPHONE] : [],
    canPublishData: false,
    canUpdateOwnMetadata: false,
    canSubscribeMetrics: false,
  });
  return pass.toJwt();
}

/** Who of those in a room is neither heard nor seen there. */
export const sendsIn = (seat: Role): boolean => seat !== 'observer';
