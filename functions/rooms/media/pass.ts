import { AccessToken, TrackSource } from 'livekit-server-sdk';
import type { Role } from '../../shared/access/roles.ts';
import { asksThroughJudge, type Terms } from '../../requests/port/terms.ts';
import type { Sends } from '../contract.ts';
import type { MediaKeys } from './media-keys.ts';

/** Seconds for which a pass can be used to come in. The media server adds 60 s of its own. */
export const passSeconds = 60;

/** The attribute of a participant that holds their pass's mark. Everybody in the room can read it, and it opens nothing. */
export const markAttribute = 'mark';

/**
 * A pass: one room, one identity, `passSeconds` long; no name, no data, no power over others.
 * @param mark random and new each time, so that a pass that is used twice is known (intruder.ts). The holder cannot change
 * it, and a token that the media server hands out later has it too.
 * @param sends what of theirs is let through; they hear and see the others all the same
 * @param isHidden nobody there learns that they are
 */
export function mintPass(
  { apiKey, apiSecret }: Pick<MediaKeys, 'apiKey' | 'apiSecret'>,
  room: string,
  identity: string,
  mark: string,
  sends: Sends = 'voice-and-picture',
  isHidden = false,
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
    canPublish: sends !== 'nothing',
    ...(sources[sends] === undefined ? {} : { canPublishSources: sources[sends] }),
    canPublishData: false,
    canUpdateOwnMetadata: false,
    canSubscribeMetrics: false,
    ...(isHidden ? { hidden: true } : {}),
  });
  return pass.toJwt();
}

/** The media server's library has no word for a source of another kind, which a track of a language is: there what is foreign says intruder.ts. */
const sources: Readonly<Record<Sends, TrackSource[] | undefined>> = {
  'voices-and-picture': undefined,
  'voice-and-picture': [TrackSource.CAMERA, TrackSource.MICROPHONE],
  picture: [TrackSource.CAMERA],
  voice: [TrackSource.MICROPHONE],
  nothing: [],
};

/**
 * An observer is neither heard nor seen; who interprets sends a voice for each language too; where questions go through the local judge, whoever else could ask is not heard; and
 * somebody who is heard and let themselves be seen by some alone is not seen.
 * @param country of whoever has an account
 */
export const sendsIn = (
  seat: Role,
  terms: readonly Terms[] = [],
  country?: string,
  isUnseen = false,
): Sends => {
  if (seat === 'observer') return 'nothing';
  if (isUnseen) return 'voice';
  if (asksThroughJudge(terms, seat, country)) return 'picture';
  return seat === 'interpreter' ? 'voices-and-picture' : 'voice-and-picture';
};
