import {
  ConnectionQuality,
  RoomEvent,
  TrackKind,
  VideoStream,
  type Participant,
  type RemoteTrackPublication,
  type Room,
} from '@livekit/rtc-node';
import type { Noted } from '../contract.ts';
import type { Enter } from '../machine/connections.ts';
import { enterRoom } from '../machine/enter-room.ts';
import type { Machine } from '../machine/run-machine.ts';
import { seen } from './seen.ts';
import { standing, stallWatch, type StallWatch, type Standing } from './stalls.ts';

/**
 * Is hidden in the rooms of a session and says what it sees: who came and went, muted, published, has a bad line, and for how long
 * the relay has brought nothing to the screened side. It is a process of its own, so that it is there when the relay is not. It takes
 * the relay's two tracks and nothing else of anybody.
 */

const qualities: Readonly<Partial<Record<ConnectionQuality, Noted['quality']>>> = {
  [ConnectionQuality.QUALITY_LOST]: 'lost',
  [ConnectionQuality.QUALITY_POOR]: 'poor',
  [ConnectionQuality.QUALITY_GOOD]: 'good',
  [ConnectionQuality.QUALITY_EXCELLENT]: 'excellent',
};

/** Milliseconds between looks at what came of the relay's voice. */
const look = 500;

interface Observing {
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  /** Of the day, for what is noted. */
  readonly clock: () => Date;
}

export function observer({ now, clock }: Observing): { readonly machine: Machine; readonly enter: Enter } {
  const notes = seen();
  const watches = new Map<string, StallWatch>();

  const enter: Enter = async (key, pass, ended) => {
    const note = (what: Noted['what'], { identity, sid }: Participant, quality?: Noted['quality']) =>
      notes.add({
        room: key,
        identity,
        what,
        ...((what === 'came' || what === 'went') && sid !== undefined ? { connection: sid } : {}),
        ...(quality === undefined ? {} : { quality }),
        at: clock().toISOString(),
      });
    const watch = key === 'screened' ? stallWatch(now()) : undefined;
    const { room, closed, leave } = await enterRoom(pass, ended, (inside) => {
      follow(inside, note);
      if (watch !== undefined) watchRelay(inside, watch, now);
    });
    for (const who of room.remoteParticipants.values()) {
      note('came', who);
      for (const publication of who.trackPublications.values()) if (watch !== undefined) take(publication);
    }
    if (watch !== undefined) watches.set(key, watch);
    const counting = watch === undefined ? undefined : countVoice(room, watch, now);
    const close = async () => {
      clearInterval(counting);
      if (watches.get(key) === watch) watches.delete(key);
      await leave();
    };
    return { closed, close };
  };

  return {
    enter,
    machine: {
      says: () => ({
        stalls: [...watches].map(([room, { quiet }]) => ({ room, for: quiet(now()) })),
        noted: [...notes.next()],
      }),
      taken: notes.taken,
      letPass: () => undefined,
    },
  };
}

type Note = (what: Noted['what'], who: Participant, quality?: Noted['quality']) => void;

function follow(room: Room, note: Note): void {
  room.on(RoomEvent.ParticipantConnected, (who) => note('came', who));
  room.on(RoomEvent.ParticipantDisconnected, (who) => note('went', who));
  room.on(RoomEvent.TrackPublished, (_, who) => note('track-on', who));
  room.on(RoomEvent.TrackUnpublished, (_, who) => note('track-off', who));
  room.on(RoomEvent.TrackMuted, (_, who) => note('muted', who));
  room.on(RoomEvent.TrackUnmuted, (_, who) => note('unmuted', who));
  room.on(RoomEvent.ConnectionQualityChanged, (quality, who) => {
    const named = qualities[quality];
    if (named !== undefined && who.identity !== room.localParticipant?.identity) note('quality', who, named);
  });
}

const kinds = { voice: TrackKind.KIND_AUDIO, picture: TrackKind.KIND_VIDEO } as const;

const nameOf = ({ name, kind }: RemoteTrackPublication): Standing | undefined =>
  standing.find((each) => each === name && kinds[each] === kind);

function take(publication: RemoteTrackPublication): void {
  if (nameOf(publication) !== undefined) publication.setSubscribed(true);
}

function watchRelay(room: Room, watch: StallWatch, now: () => number): void {
  room.on(RoomEvent.TrackPublished, (publication: RemoteTrackPublication) => take(publication));
  room.on(RoomEvent.TrackSubscribed, (track, publication) => {
    const name = nameOf(publication);
    const id = publication.sid ?? '';
    if (name === undefined) return;
    watch.came(id, name);
    if (track.kind !== TrackKind.KIND_VIDEO) return;
    const read = async () => {
      for await (const _ of new VideoStream(track)) watch.brought(id, now());
    };
    void read().catch(() => undefined);
  });
  room.on(RoomEvent.TrackUnpublished, ({ sid }) => watch.went(sid ?? ''));
  room.on(RoomEvent.TrackUnsubscribed, (_, { sid }) => watch.went(sid ?? ''));
}

/**
 * A voice is heard as silence when nothing comes any more, so its packets are counted instead. The connection does not say which are
 * of which track: where somebody publishes another voice beside the relay's, all of them must go on.
 */
function countVoice(room: Room, watch: StallWatch, now: () => number): NodeJS.Timeout {
  const counted = new Map<string, bigint>();
  const count = async () => {
    const { publisherStats, subscriberStats } = await room.getRtcStats();
    const voices = watch.tracksOf('voice');
    let went = 0;
    for (const { stats } of [...publisherStats, ...subscriberStats]) {
      if (stats.case !== 'inboundRtp' || stats.value.stream?.kind !== 'audio') continue;
      const stream = stats.value.rtc?.id ?? '';
      const packets = stats.value.received?.packetsReceived ?? 0n;
      if (packets > (counted.get(stream) ?? 0n)) went += 1;
      counted.set(stream, packets);
    }
    if (went >= voices.length) for (const voice of voices) watch.brought(voice, now());
  };
  return setInterval(() => void count().catch(() => undefined), look);
}
