import { AccessToken, TrackSource } from 'livekit-server-sdk';
import type { MediaKeys } from './media-keys.ts';

/** Seconds for which a pass can be used to come in. The media server adds 60 s of its own. */
export const passSeconds = 60;

/** A pass: one room, one identity, `passSeconds` long; no name, no data, no power over others. */
export function mintPass(
  { apiKey, apiSecret }: Pick<MediaKeys, 'apiKey' | 'apiSecret'>,
  room: string,
  identity: string,
): Promise<string> {
  const pass = new AccessToken(apiKey, apiSecret, { identity, ttl: passSeconds });
  pass.addGrant({
    roomJoin: true,
    room,
    canSubscribe: true,
    canPublish: true,
    canPublishSources: [TrackSource.CAMERA, TrackSource.MICROPHONE],
    canPublishData: false,
    canUpdateOwnMetadata: false,
    canSubscribeMetrics: false,
  });
  return pass.toJwt();
}
