import {
  firstState,
  next,
  type Facts,
  type HearingCommand,
  type HearingEvent,
  type HearingState,
  type Standing,
} from './hearing-state.ts';
import { MediaRoom } from './media-room.ts';
import type { Part, Wish } from './own-tracks.ts';
import { noMedia, type Media } from './media.ts';
import type { DeviceFacts, Pass, RoomView } from './room-view.ts';

export interface PlaceParts {
  readonly device: DeviceFacts | undefined;
  /** What this person sends from here. */
  readonly part: Part;
  readonly wish: Readonly<Wish>;
  readonly requestPass: () => Promise<Pass>;
  /** Where it stands, or what is seen and heard here, is another. */
  readonly onChange: () => void;
  /** The view is probably out of date: the page should ask for it now. */
  readonly onDoubt: () => void;
}

/** Runs the machine of hearing-state.ts for one place, against the page's API and the media server. */
export class PlaceLink {
  readonly #parts: PlaceParts;
  #state: HearingState = firstState;
  #view: RoomView | undefined;
  #heard = false;
  #pass: Pass | undefined;
  #room: MediaRoom | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: PlaceParts) {
    this.#parts = parts;
  }

  get part(): Part {
    return this.#parts.part;
  }

  get standing(): Standing {
    return this.#state.standing;
  }

  get media(): Media {
    return this.#room?.media ?? noMedia;
  }

  get room(): MediaRoom | undefined {
    return this.#room;
  }

  readonly view = (view: RoomView, facts: Facts): void => {
    this.#view = view;
    this.#room?.view(view);
    this.#send({ type: 'view', facts });
  };

  /** Whether this is the room in which the person is heard; takes the voice away before it returns. */
  hear(heard: boolean): void {
    this.#heard = heard;
    this.#room?.hear(heard);
  }

  /** Stops sending before it returns. */
  readonly pause = (): void => this.#send({ type: 'pause' });

  readonly release = (): void => this.#send({ type: 'release' });

  readonly close = (): void => {
    this.#leave();
    // A pass that is still on its way belongs to nobody now.
    this.#state = { ...firstState, attempt: this.#state.attempt + 1 };
  };

  #send(event: HearingEvent): void {
    const step = next(this.#state, event, Math.random());
    this.#state = step.state;
    for (const command of step.commands) this.#run(command);
    this.#parts.onChange();
  }

  #run(command: HearingCommand): void {
    if (command.type === 'leave') this.#leave();
    else if (command.type === 'ask') void this.#ask(command.attempt);
    else if (command.type === 'join') this.#join(command.attempt);
    else this.#timer = setTimeout(() => this.#send({ type: 'rested', attempt: command.attempt }), command.ms);
  }

  #leave(): void {
    clearTimeout(this.#timer);
    this.#room?.leave();
    this.#room = undefined;
    this.#pass = undefined;
  }

  async #ask(attempt: number): Promise<void> {
    try {
      const pass = await this.#parts.requestPass();
      if (attempt === this.#state.attempt) this.#pass = pass;
      this.#send({ type: 'pass', attempt, epoch: pass.epoch });
    } catch {
      // Whatever the reason, the answer is the same: look at the room again, and ask later if it is still ours to be in.
      this.#send({ type: 'failed', attempt });
      this.#parts.onDoubt();
    }
  }

  #join(attempt: number): void {
    if (this.#pass === undefined || this.#view === undefined) return this.#send({ type: 'failed', attempt });
    const started = performance.now();
    const { device, part, wish } = this.#parts;
    this.#room = new MediaRoom(
      { pass: this.#pass, view: this.#view, device, part, wish, heard: this.#heard },
      {
        onJoined: () => this.#send({ type: 'joined', attempt }),
        onShaky: (shaky) => this.#send({ type: 'shaky', attempt, shaky }),
        onChange: this.#parts.onChange,
        onFailed: () => {
          this.#send({ type: 'failed', attempt });
          this.#parts.onDoubt();
        },
        onDropped: (why) => {
          this.#send({ type: 'dropped', attempt, why, lastedMs: performance.now() - started });
          this.#parts.onDoubt();
        },
      },
    );
  }
}
