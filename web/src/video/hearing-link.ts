import { factsAt, type Standing } from './hearing-state.ts';
import { LineLooks } from './look-at-line.ts';
import type { MediaRoom } from './media-room.ts';
import { noMedia, type DeviceName, type Media } from './media.ts';
import type { Part, Wish } from './own-tracks.ts';
import { PlaceLink } from './place-link.ts';
import { heardIn, placesOf, roomKind, type Place, type Placed, type Places } from './places.ts';
import type { DeviceFacts, Pass } from './room-view.ts';
import { afterLook, firstOfVoices } from './voices-first.ts';

/** Between looks at the line. */
const LOOK_MS = 1_000;

/** One room of the own: where the page stands towards it, and what is seen and heard there. */
export interface RoomPicture {
  readonly place: Place;
  readonly standing: Standing;
  readonly media: Media;
}

/** What the page shows: where it stands towards its main room, and the pictures and voices that are in all of its rooms. */
export interface HearingPicture {
  readonly standing: Standing;
  readonly media: Media;
  readonly main: Place | undefined;
  readonly others: readonly RoomPicture[];
  /** The room in which this person is heard, by its key. */
  readonly heardIn: string | undefined;
  readonly wish: Readonly<Wish>;
}

export interface LinkParts {
  readonly device: DeviceFacts | undefined;
  /** @param room by its key; undefined where there is only one */
  readonly requestPass: (room?: string) => Promise<Pass>;
  /** The view is probably out of date: the page should ask for it now. */
  readonly onDoubt: () => void;
}

/**
 * All rooms of one page. The main one is held by one link for as long as the page is there, in whatever room it is, so that a
 * pause outlasts every move; each further room has a link of its own, which is there while the main one is not stopped.
 */
export class HearingLink {
  readonly #parts: LinkParts;
  readonly #listeners = new Set<() => void>();
  readonly #main: PlaceLink;
  readonly #wish: Wish = {
    pictures: 'all',
    camera: true,
    microphone: true,
    speaksInto: undefined,
    listensTo: undefined,
  };
  readonly #others = new Map<string, PlaceLink>();
  readonly #looks = new LineLooks();
  #line = firstOfVoices;
  #looking: ReturnType<typeof setInterval> | undefined;
  #places: Places = { main: undefined, others: [] };
  #view: Placed | undefined;
  #chosen: string | undefined;
  #picture: HearingPicture;

  constructor(parts: LinkParts) {
    this.#parts = parts;
    this.#main = this.#linkFor('main', () => this.#places.main?.room);
    this.#picture = this.#pictureNow();
  }

  readonly picture = (): HearingPicture => this.#picture;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get room(): MediaRoom | undefined {
    return this.#main.room;
  }

  readonly view = (view: Placed): void => {
    this.#looking ??= setInterval(() => void this.#lookAtLine(), LOOK_MS);
    this.#view = view;
    this.#places = placesOf(view);
    // Before anything joins, so that nobody is heard for a moment where they are not to be.
    this.#hear();
    this.#main.view(view, factsAt(view, this.#places.main));
    this.#reach();
  };

  readonly switchOn = (device: DeviceName, on: boolean): void => {
    this.#wish[device] = on;
    this.#apply();
  };

  /** From now on only those hear this person who listen to that language; undefined for the whole room. */
  readonly speakInto = (language: string | undefined): void => {
    this.#wish.speaksInto = language;
    this.#apply();
  };

  /** Undefined for the original. */
  readonly listenTo = (language: string | undefined): void => {
    this.#wish.listensTo = language;
    this.#apply();
  };

  #apply(): void {
    for (const room of this.#rooms()) room.apply();
    this.#show();
  }

  /** The same device in all rooms. */
  readonly chooseDevice = (device: DeviceName, id: string): void => {
    for (const room of this.#rooms()) room.chooseDevice(device, id);
  };

  /** Must be called from a press. */
  readonly unlockSound = (): void => {
    for (const room of this.#rooms()) room.unlockSound();
  };

  #rooms(): readonly MediaRoom[] {
    return [this.#main, ...this.#others.values()].flatMap(({ room }) => room ?? []);
  }

  /** From now on this person is heard in that room, and in no other. */
  readonly speakIn = (room: string): void => {
    this.#chosen = room;
    this.#hear();
    this.#show();
  };

  /** Stops sending before it returns; nothing starts again without `release` or the court's own view. */
  readonly pause = (): void => {
    this.#main.pause();
    this.#reach();
  };

  readonly release = (): void => {
    this.#main.release();
    this.#reach();
    for (const link of this.#others.values()) link.release();
  };

  readonly close = (): void => {
    clearInterval(this.#looking);
    this.#looking = undefined;
    this.#main.close();
    for (const link of this.#others.values()) link.close();
    this.#others.clear();
  };

  /** What was found holds in the next room too: a line that broke is not better for it. */
  async #lookAtLine(): Promise<void> {
    if (this.#main.standing.name !== 'joined') return;
    this.#line = afterLook(this.#line, await this.#looks.look(this.#main.media));
    if (this.#line.pictures === this.#wish.pictures) return;
    this.#wish.pictures = this.#line.pictures;
    this.#apply();
  }

  get #heardIn(): string | undefined {
    return heardIn(this.#chosen, this.#places);
  }

  /** The voice is taken out of all other rooms before it is let into one. */
  #hear(): void {
    const heard = this.#heardIn;
    const all = [[this.#places.main?.room, this.#main] as const, ...this.#others];
    for (const [room, link] of all) if (room !== heard) link.hear(false);
    for (const [room, link] of all) if (room !== undefined && room === heard) link.hear(true);
  }

  /** Whoever stopped, or is there on another page, is in no further room either. */
  #reach(): void {
    const view = this.#view;
    if (view === undefined) return;
    const { name } = this.#main.standing;
    const places = name === 'paused' || name === 'elsewhere' ? [] : this.#places.others;
    for (const [room, link] of this.#others) {
      if (places.some((place) => place.room === room && partIn(place) === link.part)) continue;
      link.close();
      this.#others.delete(room);
    }
    for (const place of places) {
      const link = this.#others.get(place.room) ?? this.#linkFor(partIn(place), () => place.room);
      this.#others.set(place.room, link);
      link.hear(place.room === this.#heardIn);
      link.view(view, factsAt(view, place));
    }
    this.#show();
  }

  #linkFor(part: Part, room: () => string | undefined): PlaceLink {
    return new PlaceLink({
      device: this.#parts.device,
      part,
      wish: this.#wish,
      requestPass: () => this.#parts.requestPass(this.#view?.places === undefined ? undefined : room()),
      onChange: this.#show,
      onDoubt: this.#parts.onDoubt,
    });
  }

  readonly #show = (): void => {
    this.#picture = this.#pictureNow();
    for (const listener of this.#listeners) listener();
  };

  #pictureNow(): HearingPicture {
    const { main, others } = this.#places;
    return {
      standing: this.#main.standing,
      media: this.#wish.pictures === 'all' ? this.#main.media : withWeakLine(this.#main.media),
      main,
      others: others.map((place) => {
        const link = this.#others.get(place.room);
        return { place, standing: link?.standing ?? { name: 'off' }, media: link?.media ?? noMedia };
      }),
      heardIn: this.#heardIn,
      wish: { ...this.#wish },
    };
  }
}

/** The media server takes a line for good that carries a voice, whatever it costs. */
const withWeakLine = ({ own, ...media }: Media): Media => ({
  ...media,
  own: { ...own, line: own.line === 'good' ? 'poor' : own.line },
});

/** A viewer sends nothing; among themselves interpreters need no picture. */
function partIn({ room, as }: Place): Part {
  if (as === 'viewer') return 'viewer';
  return roomKind(room) === 'booth' ? 'voice-aside' : 'aside';
}
