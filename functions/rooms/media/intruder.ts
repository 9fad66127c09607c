import { TrackSource, TrackType } from 'livekit-server-sdk';
import { channelOf } from '../../shared/values/channel-name.ts';
import { canonicalLanguage } from '../../shared/values/languages.ts';
import type { Intrusion } from '../contract.ts';

/**
 * Who in a media room is nobody whom we let in. The media server takes a pass as often as it comes and hands out further
 * tokens with the same grants, so a pass carries a random mark (pass.ts), and whatever joins is compared with what was
 * minted: one pass, one connection, and none after a newer one.
 */

/** What is kept of a pass that was minted. */
export interface MintedPass {
  readonly identity: string;
  /** Instant at which it was minted, in milliseconds since 1970. */
  readonly mintedAt: number;
  /** The connection that it was used for; absent until it is. */
  readonly connection?: string | undefined;
}

/** Somebody in a media room, as the media server tells of them. */
export interface Present {
  readonly identity: string;
  /** The media server's own name of this connection; another at each joining, the same when a connection mends itself. */
  readonly connection: string;
  /** The mark of their pass; empty when there is none. */
  readonly mark: string;
  /** What they send, where the media server was asked who is there. */
  readonly tracks?: readonly Pick<Track, 'name'>[];
}

/** What we know of somebody present: whether the identity was given out, the pass with their mark, and their newest pass that was used. */
export interface Known {
  readonly identityGiven: boolean;
  readonly pass: MintedPass | undefined;
  readonly newestUsed: number | undefined;
}

export type Judgement =
  | { readonly is: 'known' | 'coming-in' }
  | { readonly is: 'intruder'; readonly as: Intrusion };

const intruder = (as: Intrusion): Judgement => ({ is: 'intruder', as });

/** `coming-in`: the first time that this pass is used, which must be kept before the next is judged. */
export function judgePresence({ identity, connection }: Present, known: Known): Judgement {
  const { pass, identityGiven, newestUsed } = known;
  if (!identityGiven || pass === undefined || pass.identity !== identity)
    return intruder('unknown-participant');
  if (pass.connection === connection) return { is: 'known' };
  if (pass.connection !== undefined) return intruder('pass-misused');
  if (newestUsed !== undefined && newestUsed > pass.mintedAt) return intruder('pass-misused');
  return { is: 'coming-in' };
}

/** The tracks that our pages send, by the name that they give them. */
const ours: Readonly<Record<string, { readonly source: TrackSource; readonly type: TrackType }>> = {
  camera: { source: TrackSource.CAMERA, type: TrackType.VIDEO },
  microphone: { source: TrackSource.MICROPHONE, type: TrackType.AUDIO },
};

/** A track that an interpreter's page sends: a voice alone, named for a language that there is. */
const isLanguage = ({ name, source, type }: Track): boolean => {
  const tag = channelOf(name);
  return (
    tag !== undefined &&
    canonicalLanguage(tag) === tag &&
    source === TrackSource.UNKNOWN &&
    type === TrackType.AUDIO
  );
};

interface Track {
  readonly name: string;
  readonly source: TrackSource;
  readonly type: TrackType;
}

/**
 * A track that none of our pages sends: whoever sends it goes by rules of their own. The media server lets sound through as a
 * camera’s, so that a voice that a pass does not let through must be known by what it is.
 * @param seat whose it is; undefined for nobody’s
 */
export const isForeignTrack = (track: Track, seat: string | undefined): boolean => {
  if (seat === 'interpreter' && isLanguage(track)) return false;
  const { name, source, type } = track;
  return !Object.hasOwn(ours, name) || ours[name]?.source !== source || ours[name].type !== type;
};

/** Of one name: one more than a page sends, since another can be there before the one is gone in whose place it comes. */
const mostOfOneName = 2;
/** Of all names: of whoever interprets a camera, a microphone and a voice for each language, and more languages than anybody speaks. */
const mostTracks = 16;

/** More tracks than any of our pages sends, though each by itself could be of one. */
export const sendsTooMuch = ({ tracks = [] }: Pick<Present, 'tracks'>): boolean =>
  tracks.length > mostTracks ||
  tracks.some(({ name }) => tracks.filter((each) => each.name === name).length > mostOfOneName);

/** The media server lets a pass open a second connection under `identity#anything`; whose pass it is, it still says. */
export const seatIdentity = (identity: string): string => identity.split('#')[0] ?? identity;
