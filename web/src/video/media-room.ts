import type { LocalTrack, Room } from 'livekit-client';
import { allowedIdentities, limitsReceivers } from './allow-list.ts';
import { channelName, channelOf } from './channel-name.ts';
import { chosenDevices, keepDevice, kindOf } from './devices.ts';
import { LanguageTracks } from './language-tracks.ts';
import { loadLiveKit } from './livekit.ts';
import { mediaOf, noMedia, type DeviceName, type LiveKit, type LocalMedia, type Media } from './media.ts';
import { publishingFor } from './publishing.ts';
import type { DeviceFacts, Pass, RoomView } from './room-view.ts';

export interface MediaEvents {
  readonly onJoined: () => void;
  readonly onShaky: (shaky: boolean) => void;
  readonly onChange: () => void;
  readonly onFailed: () => void;
  readonly onDropped: (why: 'duplicate' | 'other') => void;
}

/**
 * What this person sends into a room, beside what the pass lets through: `main` voice and picture; `aside` the same, and
 * `voice-aside` the voice, while they are heard there; a `viewer` nothing.
 */
export type Part = 'main' | 'aside' | 'voice-aside' | 'viewer';

/** What the person chose, in whatever room they are: whoever is silent here stays so in the next one. */
export interface Wish extends Record<DeviceName, boolean> {
  /** The language that they speak into, and the room does not hear them; undefined for the room. */
  speaksInto: string | undefined;
  /** The language that they listen to; undefined for the original. */
  listensTo: string | undefined;
}

export interface StayParts {
  readonly pass: Pass;
  readonly view: RoomView;
  readonly device: DeviceFacts | undefined;
  readonly part: Part;
  readonly wish: Readonly<Wish>;
  /** Whether this is the room in which the person is heard. */
  readonly heard: boolean;
}

/** One stay in a media room: joins with a pass, sends this person's voice and picture, and keeps account of the others'. */
export class MediaRoom {
  readonly #pass: Pass;
  readonly #device: DeviceFacts | undefined;
  readonly #part: Part;
  readonly #events: MediaEvents;
  readonly #wish: Readonly<Wish>;
  readonly #tracks: LocalMedia[] = [];
  readonly #missing = new Set<DeviceName>();
  #view: RoomView;
  #heard: boolean;
  #languages: LanguageTracks | undefined;
  #livekit: LiveKit | undefined;
  #room: Room | undefined;
  #media: Media = noMedia;
  #stage: 'joining' | 'joined' | 'left' = 'joining';
  #publishes = false;
  /** The identities last allowed, as one string; undefined before the first time. */
  #allowed: string | undefined;

  constructor({ pass, view, device, part, wish, heard }: StayParts, events: MediaEvents) {
    this.#pass = pass;
    this.#view = view;
    this.#device = device;
    this.#part = part;
    this.#wish = wish;
    this.#heard = heard;
    this.#events = events;
    this.#open().catch(() => {
      if (!this.#hasLeft()) events.onFailed();
    });
  }

  get media(): Media {
    return this.#media;
  }

  view(latest: RoomView): void {
    this.#view = latest;
    if (this.#stage === 'joined') this.#limitReceivers();
  }

  /** Whether this person is seen and not heard, since questions go through the local judge. */
  get isSilent(): boolean {
    return this.#pass.sends === 'picture';
  }

  /** Whether this person is heard and not seen, as they wished. */
  get isUnseen(): boolean {
    return this.#pass.sends === 'voice';
  }

  unlockSound(): void {
    void this.#room?.startAudio().catch(this.#change);
  }

  /** Whether the person is heard in this room. */
  hear(heard: boolean): void {
    if (this.#heard === heard) return;
    this.#heard = heard;
    this.apply();
    if (heard && this.#stage === 'joined') void this.#publishOwn();
  }

  #sends(device: DeviceName): boolean {
    const here = this.#heard || (this.#part === 'main' && device === 'camera');
    return here && this.#wish[device];
  }

  /** The language that is spoken into here; one is heard by the room or by its listeners, never by both. */
  get #speaksInto(): string | undefined {
    return this.#part === 'main' && this.#pass.sends === 'voices-and-picture'
      ? this.#wish.speaksInto
      : undefined;
  }

  /** Sends what was chosen and mutes the rest; a voice is silent before this returns. */
  apply(): void {
    const into = this.#speaksInto;
    const speaks = this.#sends('microphone');
    // What falls silent does so before anything else is heard.
    const voices = [
      ...this.#tracks.map((track) => {
        const isVoice = track.mediaStreamTrack.kind === 'audio';
        return [track, isVoice ? speaks && into === undefined : this.#sends('camera')] as const;
      }),
      ...(this.#languages?.all ?? []).map(
        ([language, track]) => [track, speaks && into === language] as const,
      ),
    ].sort(([, one], [, other]) => Number(one) - Number(other));
    for (const [track, on] of voices) {
      // At once: the library's own muting waits its turn.
      if (!on && track.mediaStreamTrack.kind === 'audio') track.mediaStreamTrack.enabled = false;
      void (on ? track.unmute() : track.mute()).then(this.#change, this.#change);
    }
    if (into !== undefined && speaks) void this.#languages?.open(into);
    this.#subscribe();
  }

  /** A language costs a line as much as everybody's voice does: only the one that is listened to is let in. */
  #subscribe(): void {
    for (const participant of this.#room?.remoteParticipants.values() ?? [])
      for (const publication of participant.trackPublications.values()) {
        const language = channelOf(publication.trackName);
        if (language !== undefined)
          publication.setSubscribed(this.#part === 'main' && language === this.#wish.listensTo);
      }
  }

  /** Sends from another camera or microphone; where it cannot be opened, the one before goes on. */
  chooseDevice(device: DeviceName, id: string): void {
    keepDevice(device, id);
    const { own } = this.#media;
    const [room, livekit] = [this.#room, this.#livekit];
    if (room === undefined || livekit === undefined) return;
    if (device === 'microphone')
      for (const [, track] of this.#languages?.all ?? [])
        void track.setDeviceId(id).then(this.#change, this.#change);
    if ((device === 'camera' ? own.video : own.audio) !== undefined) {
      void room.switchActiveDevice(kindOf[device], id).then(this.#change, this.#change);
      return;
    }
    if (!this.#publishes || (device === 'microphone' && this.isSilent)) return;
    // There was none that worked.
    this.#missing.delete(device);
    const plan = publishingFor(livekit, undefined, chosenDevices());
    void this.#publish(device, () =>
      device === 'camera'
        ? livekit.createLocalVideoTrack(plan.video ?? {})
        : livekit.createLocalAudioTrack(plan.audio),
    );
  }

  /** Local tracks are stopped before this returns, whatever the network does. */
  leave(): void {
    this.#stage = 'left';
    this.#languages?.stop();
    for (const track of this.#tracks) {
      track.mediaStreamTrack.stop();
      track.stop();
    }
    this.#tracks.length = 0;
    this.#media = noMedia;
    // Nothing hangs on this: it tells the server what the stopped tracks have already made true.
    this.#room?.disconnect(true).catch(() => undefined);
  }

  async #open(): Promise<void> {
    const livekit = await loadLiveKit();
    if (this.#hasLeft()) return;
    this.#livekit = livekit;
    const plan = publishingFor(livekit, this.#device, chosenDevices());
    const room = new livekit.Room(plan.room);
    this.#room = room;
    this.#listen(livekit, room);
    await room.connect(this.#pass.url, this.#pass.token, { maxRetries: 0 });
    if (this.#hasLeft()) return;
    // Before the first track, so that there is no moment in which somebody unknown could receive it.
    this.#limitReceivers();
    this.#stage = 'joined';
    this.#events.onJoined();
    this.#languages = this.#languageTracks(livekit);
    this.#subscribe();
    if (this.#part === 'main' || this.#heard) await this.#publishOwn();
    // Whoever spoke into a language goes on doing so when the room was another for a moment.
    if (!this.#hasLeft()) this.apply();
  }

  /** The media server lets no more through than the pass says; a device that nobody hears or sees is not opened either. */
  async #publishOwn(): Promise<void> {
    const { sends } = this.#pass;
    const livekit = this.#livekit;
    if (livekit === undefined || this.#publishes || sends === 'nothing' || this.#part === 'viewer') return;
    this.#publishes = true;
    const { audio, video } = publishingFor(livekit, this.#device, chosenDevices());
    if (sends !== 'picture') await this.#publish('microphone', () => livekit.createLocalAudioTrack(audio));
    if (video !== undefined && sends !== 'voice' && this.#part !== 'voice-aside')
      await this.#publish('camera', () => livekit.createLocalVideoTrack(video));
  }

  async #publish(device: DeviceName, capture: () => Promise<LocalMedia>): Promise<void> {
    let track: LocalMedia;
    try {
      track = await capture();
    } catch {
      // No such device, or not allowed: the page says so, and the hearing goes on with what there is.
      this.#missing.add(device);
      return this.#change();
    }
    if (this.#hasLeft()) return track.stop();
    this.#watch(device, track);
    this.#tracks.push(track);
    // Somebody who is not heard here yet is not heard for the moment that comes first either.
    if (!this.#sends(device) || (device === 'microphone' && this.#speaksInto !== undefined))
      await track.mute();
    this.#change();
    try {
      // The library's own types do not agree among themselves under exactOptionalPropertyTypes.
      // The court's side knows our tracks by these names, and takes any other for an intruder's.
      await this.#room?.localParticipant.publishTrack(track as unknown as LocalTrack, { name: device });
    } catch {
      track.stop();
      this.#tracks.splice(this.#tracks.indexOf(track), 1);
      this.#missing.add(device);
    }
    this.#change();
  }

  /** A device that is pulled out is missing until it, or another one in its place, sends again. */
  #watch(device: DeviceName, track: LocalMedia): void {
    const { TrackEvent } = this.#livekit ?? {};
    if (TrackEvent === undefined) return;
    track.on(TrackEvent.Ended, () => {
      this.#missing.add(device);
      this.#change();
    });
    track.on(TrackEvent.Restarted, () => {
      this.#missing.delete(device);
      this.#change();
    });
  }

  #languageTracks(livekit: LiveKit): LanguageTracks {
    return new LanguageTracks({
      capture: () =>
        livekit.createLocalAudioTrack(publishingFor(livekit, this.#device, chosenDevices()).audio),
      publish: async (track, language) => {
        this.#watch('microphone', track);
        const options = { name: channelName(language), source: livekit.Track.Source.Unknown };
        await this.#room?.localParticipant.publishTrack(track as unknown as LocalTrack, options);
      },
      isSpokenInto: (language) => this.#speaksInto === language && this.#sends('microphone'),
      onChange: this.#change,
      onFailed: () => this.#missing.add('microphone'),
    });
  }

  #limitReceivers(): void {
    if (!limitsReceivers(this.#view)) return;
    const identities = allowedIdentities(this.#view);
    if (this.#allowed === identities.join()) return;
    this.#allowed = identities.join();
    this.#room?.localParticipant.setTrackSubscriptionPermissions(
      false,
      identities.map((participantIdentity) => ({ participantIdentity, allowAll: true })),
    );
  }

  #listen(livekit: LiveKit, room: Room): void {
    const { RoomEvent } = livekit;
    for (const event of [
      RoomEvent.TrackSubscribed,
      RoomEvent.TrackUnsubscribed,
      RoomEvent.TrackMuted,
      RoomEvent.TrackUnmuted,
      RoomEvent.ParticipantConnected,
      RoomEvent.ParticipantDisconnected,
      RoomEvent.ActiveSpeakersChanged,
      RoomEvent.AudioPlaybackStatusChanged,
      RoomEvent.LocalTrackPublished,
      RoomEvent.LocalTrackUnpublished,
      RoomEvent.ConnectionQualityChanged,
    ] as const)
      room.on(event, this.#change);
    room.on(RoomEvent.TrackPublished, () => {
      this.#subscribe();
      this.#change();
    });
    room.on(RoomEvent.TrackUnpublished, this.#change);
    room.on(RoomEvent.SignalReconnecting, () => {
      if (this.#stage === 'joined') this.#events.onShaky(true);
    });
    // The library would now join again by the same pass, and a pass that comes twice is an intruder's: another is asked for.
    room.on(RoomEvent.Reconnecting, () => {
      if (this.#stage === 'joined') this.#events.onDropped('other');
    });
    room.on(RoomEvent.Reconnected, () => {
      if (this.#stage === 'joined') this.#events.onShaky(false);
    });
    room.on(RoomEvent.Disconnected, (reason) => {
      if (this.#stage !== 'joined') return;
      this.#events.onDropped(reason === livekit.DisconnectReason.DUPLICATE_IDENTITY ? 'duplicate' : 'other');
    });
  }

  // A method, so that the compiler does not take the answer of a moment ago for granted after an await.
  #hasLeft(): boolean {
    return this.#stage === 'left';
  }

  readonly #change = (): void => {
    if (this.#hasLeft() || this.#room === undefined || this.#livekit === undefined) return;
    this.#media = mediaOf(this.#livekit, this.#room, this.#tracks, this.#missing);
    this.#events.onChange();
  };
}
