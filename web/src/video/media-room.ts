import type { LocalTrack, Room } from 'livekit-client';
import { allowedIdentities, limitsReceivers } from './allow-list.ts';
import { chosenDevices, keepDevice, kindOf } from './devices.ts';
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

/** One stay in the media room: joins with a pass, sends this person's voice and picture, and keeps account of the others'. */
export class MediaRoom {
  readonly #pass: Pass;
  readonly #device: DeviceFacts | undefined;
  readonly #events: MediaEvents;
  readonly #tracks: LocalMedia[] = [];
  readonly #missing = new Set<DeviceName>();
  #view: RoomView;
  #livekit: LiveKit | undefined;
  #room: Room | undefined;
  #media: Media = noMedia;
  #stage: 'joining' | 'joined' | 'left' = 'joining';
  /** The identities last allowed, as one string; undefined before the first time. */
  #allowed: string | undefined;

  constructor(pass: Pass, view: RoomView, device: DeviceFacts | undefined, events: MediaEvents) {
    this.#pass = pass;
    this.#view = view;
    this.#device = device;
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

  switchOn(device: DeviceName, on: boolean): void {
    const { own } = this.#media;
    const track = device === 'camera' ? own.video : own.audio;
    if (track !== undefined) void (on ? track.unmute() : track.mute()).then(this.#change, this.#change);
  }

  /** Sends from another camera or microphone; where it cannot be opened, the one before goes on. */
  chooseDevice(device: DeviceName, id: string): void {
    keepDevice(device, id);
    const { own } = this.#media;
    const [room, livekit] = [this.#room, this.#livekit];
    if (room === undefined || livekit === undefined) return;
    if ((device === 'camera' ? own.video : own.audio) !== undefined) {
      void room.switchActiveDevice(kindOf[device], id).then(this.#change, this.#change);
      return;
    }
    if (device === 'microphone' && this.isSilent) return;
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
    // The media server lets no more through than the pass says; a device that nobody hears or sees is not opened either.
    const { sends } = this.#pass;
    if (sends === 'nothing') return;
    const { video } = plan;
    if (sends !== 'picture')
      await this.#publish('microphone', () => livekit.createLocalAudioTrack(plan.audio));
    if (video !== undefined && sends !== 'voice')
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
    this.#tracks.push(track);
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
