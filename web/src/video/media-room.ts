import type { Room } from 'livekit-client';
import { allowedIdentities, limitsReceivers } from './allow-list.ts';
import { channelOf } from '../../../functions/shared/values/channel-name.ts';
import { chosenDevices } from './devices.ts';
import { loadLiveKit } from './livekit.ts';
import { mediaOf, noMedia, type DeviceName, type LiveKit, type Media } from './media.ts';
import { OwnTracks, type Part, type Wish } from './own-tracks.ts';
import { publishingFor } from './publishing.ts';
import type { DeviceFacts, Pass, RoomView } from './room-view.ts';

export interface MediaEvents {
  readonly onJoined: () => void;
  readonly onShaky: (shaky: boolean) => void;
  readonly onChange: () => void;
  readonly onFailed: () => void;
  readonly onDropped: (why: 'duplicate' | 'other') => void;
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
  readonly #stay: StayParts;
  readonly #events: MediaEvents;
  #view: RoomView;
  #heard: boolean;
  #livekit: LiveKit | undefined;
  #room: Room | undefined;
  #own: OwnTracks | undefined;
  #media: Media = noMedia;
  #stage: 'joining' | 'joined' | 'left' = 'joining';
  /** Whatever is sent comes in by itself: not where a line was weak already, or pictures would come in before they could be refused. */
  #takesAll = true;
  /** The identities last allowed, as one string; undefined before the first time. */
  #allowed: string | undefined;

  constructor(stay: StayParts, events: MediaEvents) {
    this.#stay = stay;
    this.#view = stay.view;
    this.#heard = stay.heard;
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
    return this.#stay.pass.sends === 'picture';
  }

  /** Whether this person is heard and not seen, as they wished. */
  get isUnseen(): boolean {
    return this.#stay.pass.sends === 'voice';
  }

  unlockSound(): void {
    void this.#room?.startAudio().catch(this.#change);
  }

  /** Whether the person is heard in this room; a voice is silent before this returns. */
  hear(heard: boolean): void {
    this.#heard = heard;
    this.#own?.hear(heard);
  }

  /** Sends, and lets in, what was chosen; a voice is silent before this returns. */
  apply(): void {
    this.#own?.apply();
    this.#subscribe();
  }

  chooseDevice(device: DeviceName, id: string): void {
    this.#own?.choose(device, id);
  }

  /**
   * A language costs a line as much as everybody's voice does: only the one that is listened to is let in. Where the line is weak no
   * picture is: one that stood still would be taken for what goes on.
   */
  #subscribe(): void {
    const { part, wish } = this.#stay;
    for (const participant of this.#room?.remoteParticipants.values() ?? [])
      for (const publication of participant.trackPublications.values()) {
        const language = channelOf(publication.trackName);
        if (language !== undefined)
          publication.setSubscribed((part === 'main' || part === 'viewer') && language === wish.listensTo);
        else {
          const isVoice = publication.kind !== this.#livekit?.Track.Kind.Video;
          const isLetIn = isVoice || wish.pictures === 'all';
          const isIn = this.#takesAll ? publication.isDesired : publication.isSubscribed;
          if (isIn !== isLetIn) publication.setSubscribed(isLetIn);
        }
      }
  }

  /** Local tracks are stopped before this returns, whatever the network does. */
  leave(): void {
    this.#stage = 'left';
    this.#own?.stop();
    this.#media = noMedia;
    // Nothing hangs on this: it tells the server what the stopped tracks have already made true.
    this.#room?.disconnect(true).catch(() => undefined);
  }

  async #open(): Promise<void> {
    const livekit = await loadLiveKit();
    if (this.#hasLeft()) return;
    this.#livekit = livekit;
    const { pass, device, part, wish } = this.#stay;
    const room = new livekit.Room(publishingFor(livekit, device, chosenDevices()).room);
    this.#room = room;
    this.#listen(livekit, room);
    this.#takesAll = wish.pictures === 'all';
    await room.connect(pass.url, pass.token, { maxRetries: 0, autoSubscribe: this.#takesAll });
    if (this.#hasLeft()) return;
    // Before the first track, so that there is no moment in which somebody unknown could receive it.
    this.#limitReceivers();
    this.#stage = 'joined';
    this.#events.onJoined();
    const { sends } = pass;
    const heard = this.#heard;
    this.#own = new OwnTracks({ livekit, room, sends, device, part, wish, heard, onChange: this.#change });
    this.#subscribe();
    await this.#own.publish();
    // Whoever spoke into a language goes on doing so when the room was another for a moment.
    if (!this.#hasLeft()) this.apply();
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
    this.#media = mediaOf(
      this.#livekit,
      this.#room,
      this.#own?.tracks ?? [],
      this.#own?.missing ?? new Set(),
    );
    this.#events.onChange();
  };
}
