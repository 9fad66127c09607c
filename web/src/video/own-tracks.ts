import type { LocalTrack, Room } from 'livekit-client';
import { channelName } from '../../../functions/shared/values/channel-name.ts';
import { chosenDevices, keepDevice, kindOf } from './devices.ts';
import { LanguageTracks } from './language-tracks.ts';
import type { DeviceName, LiveKit, LocalMedia } from './media.ts';
import { publishingFor, type Publishing } from './publishing.ts';
import type { DeviceFacts, Pass } from './room-view.ts';
import type { Pictures } from './voices-first.ts';

/**
 * What this person sends into a room, beside what the pass lets through: `main` voice and picture; `aside` the same, and
 * `voice-aside` the voice, while they are heard there; a `viewer` nothing.
 */
export type Part = 'main' | 'aside' | 'voice-aside' | 'viewer';

/**
 * What the person chose, in whatever room they are, and which pictures their line bears: whoever is silent here stays so in the next
 * one.
 */
export interface Wish extends Record<DeviceName, boolean> {
  pictures: Pictures;
  /** The language that they speak into, and the room does not hear them; undefined for the room. */
  speaksInto: string | undefined;
  /** The language that they listen to; undefined for the original. */
  listensTo: string | undefined;
}

interface SendingParts {
  readonly livekit: LiveKit;
  readonly room: Room;
  readonly sends: Pass['sends'];
  readonly device: DeviceFacts | undefined;
  readonly part: Part;
  readonly wish: Readonly<Wish>;
  readonly heard: boolean;
  readonly onChange: () => void;
}

/** The own camera and microphone in one room, and for whoever interprets the voices into languages. */
export class OwnTracks {
  readonly #parts: SendingParts;
  readonly #languages: LanguageTracks;
  readonly tracks: LocalMedia[] = [];
  readonly missing = new Set<DeviceName>();
  #heard: boolean;
  #publishes = false;
  #stopped = false;

  constructor(parts: SendingParts) {
    this.#parts = parts;
    this.#heard = parts.heard;
    const { livekit, onChange } = parts;
    this.#languages = new LanguageTracks({
      capture: () => livekit.createLocalAudioTrack(this.#plan().audio),
      publish: async (track, language) => {
        this.#watch('microphone', track);
        await this.#send(track, { name: channelName(language), source: livekit.Track.Source.Unknown });
      },
      isSpokenInto: (language) => this.#speaksInto === language && this.#sends('microphone'),
      onChange,
      onFailed: () => this.missing.add('microphone'),
    });
  }

  /** Opens and sends what is to be sent here, once; what nobody hears or sees is not opened either. */
  async publish(): Promise<void> {
    const { livekit, sends, part } = this.#parts;
    const isNow = part === 'main' || (this.#heard && part !== 'viewer');
    if (this.#publishes || sends === 'nothing' || !isNow) return;
    this.#publishes = true;
    const { audio, video } = this.#plan();
    if (sends !== 'picture') await this.#publish('microphone', () => livekit.createLocalAudioTrack(audio));
    if (video !== undefined && sends !== 'voice' && part !== 'voice-aside')
      await this.#publish('camera', () => livekit.createLocalVideoTrack(video));
  }

  /** Whether the person is heard in this room; a voice is silent before this returns. */
  hear(heard: boolean): void {
    if (this.#heard === heard) return;
    this.#heard = heard;
    this.apply();
    void this.publish();
  }

  /** Sends what was chosen and mutes the rest; a voice is silent before this returns. */
  apply(): void {
    const into = this.#speaksInto;
    const speaks = this.#sends('microphone');
    const own = this.tracks.map((track) => {
      const isVoice = track.mediaStreamTrack.kind === 'audio';
      return [track, isVoice ? speaks && into === undefined : this.#sends('camera')] as const;
    });
    const languages = this.#languages.all.map(
      ([language, track]) => [track, speaks && into === language] as const,
    );
    // What falls silent does so before anything else is heard.
    const all = [...own, ...languages].sort(([, one], [, other]) => Number(one) - Number(other));
    for (const [track, on] of all) {
      // At once: the library's own muting waits its turn.
      if (!on && track.mediaStreamTrack.kind === 'audio') track.mediaStreamTrack.enabled = false;
      void (on ? track.unmute() : track.mute()).then(this.#parts.onChange, this.#parts.onChange);
    }
    if (into !== undefined && speaks) void this.#languages.open(into);
  }

  /** Sends from another camera or microphone; where it cannot be opened, the one before goes on. */
  choose(device: DeviceName, id: string): void {
    keepDevice(device, id);
    const { livekit, room, sends, onChange } = this.#parts;
    const kind = device === 'camera' ? 'video' : 'audio';
    if (device === 'microphone')
      for (const [, track] of this.#languages.all) void track.setDeviceId(id).then(onChange, onChange);
    if (this.tracks.some((track) => track.mediaStreamTrack.kind === kind)) {
      void room.switchActiveDevice(kindOf[device], id).then(onChange, onChange);
      return;
    }
    if (!this.#publishes || (device === 'microphone' && sends === 'picture')) return;
    // There was none that worked.
    this.missing.delete(device);
    const { audio, video } = publishingFor(livekit, undefined, chosenDevices());
    void this.#publish(device, () =>
      device === 'camera' ? livekit.createLocalVideoTrack(video ?? {}) : livekit.createLocalAudioTrack(audio),
    );
  }

  /** Local tracks are stopped before this returns, whatever the network does. */
  stop(): void {
    this.#stopped = true;
    this.#languages.stop();
    for (const track of this.tracks) {
      track.mediaStreamTrack.stop();
      track.stop();
    }
    this.tracks.length = 0;
  }

  #plan(): Publishing {
    return publishingFor(this.#parts.livekit, this.#parts.device, chosenDevices());
  }

  #sends(device: DeviceName): boolean {
    const { part, wish } = this.#parts;
    const here = this.#heard || (part === 'main' && device === 'camera');
    return here && wish[device] && (device === 'microphone' || wish.pictures !== 'none');
  }

  /** The language that is spoken into here; one is heard by the room or by its listeners, never by both. */
  get #speaksInto(): string | undefined {
    const { part, sends, wish } = this.#parts;
    return part === 'main' && sends === 'voices-and-picture' ? wish.speaksInto : undefined;
  }

  async #publish(device: DeviceName, capture: () => Promise<LocalMedia>): Promise<void> {
    const { onChange } = this.#parts;
    let track: LocalMedia;
    try {
      track = await capture();
    } catch {
      // No such device, or not allowed: the page says so, and the hearing goes on with what there is.
      this.missing.add(device);
      return onChange();
    }
    if (this.#stopped) return track.stop();
    this.#watch(device, track);
    this.tracks.push(track);
    // Somebody who is not heard here yet is not heard for the moment that comes first either.
    const isElsewhere = device === 'microphone' && this.#speaksInto !== undefined;
    if (!this.#sends(device) || isElsewhere) await track.mute();
    onChange();
    try {
      // The court's side knows our tracks by these names, and takes any other for an intruder's.
      await this.#send(track, { name: device });
    } catch {
      track.stop();
      this.tracks.splice(this.tracks.indexOf(track), 1);
      this.missing.add(device);
    }
    onChange();
  }

  /** The library's own types do not agree among themselves under exactOptionalPropertyTypes. */
  async #send(
    track: LocalMedia,
    options: Parameters<Room['localParticipant']['publishTrack']>[1],
  ): Promise<void> {
    await this.#parts.room.localParticipant.publishTrack(track as unknown as LocalTrack, options);
  }

  /** A device that is pulled out is missing until it, or another one in its place, sends again. */
  #watch(device: DeviceName, track: LocalMedia): void {
    const { TrackEvent } = this.#parts.livekit;
    track.on(TrackEvent.Ended, () => {
      this.missing.add(device);
      this.#parts.onChange();
    });
    track.on(TrackEvent.Restarted, () => {
      this.missing.delete(device);
      this.#parts.onChange();
    });
  }
}
