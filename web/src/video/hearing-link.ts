import {
  factsOf,
  firstState,
  next,
  type HearingCommand,
  type HearingEvent,
  type HearingState,
  type Standing,
} from './hearing-state.ts';
import { MediaRoom } from './media-room.ts';
import { noMedia, type Media } from './media.ts';
import type { DeviceFacts, Pass, RoomView } from './room-view.ts';

/** What the page shows: where it stands, and the pictures and voices that are there. */
export interface HearingPicture {
  readonly standing: Standing;
  readonly media: Media;
}

export interface LinkParts {
  readonly device: DeviceFacts | undefined;
  readonly requestPass: () => Promise<Pass>;
  /** The view is probably out of date: the page should ask for it now. */
  readonly onDoubt: () => void;
}

/** Runs the machine of hearing-state.ts against the page's API and the media server. */
export class HearingLink {
  readonly #parts: LinkParts;
  readonly #listeners = new Set<() => void>();
  #state: HearingState = firstState;
  #view: RoomView | undefined;
  #pass: Pass | undefined;
  #room: MediaRoom | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #picture: HearingPicture = { standing: firstState.standing, media: noMedia };

  constructor(parts: LinkParts) {
    this.#parts = parts;
  }

  readonly picture = (): HearingPicture => this.#picture;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get room(): MediaRoom | undefined {
    return this.#room;
  }

  readonly view = (view: RoomView): void => {
    this.#view = view;
    this.#room?.view(view);
    this.#send({ type: 'view', facts: factsOf(view) });
  };

  /** Stops sending before it returns; nothing starts again without `release` or the court's own view. */
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
    this.#show();
  }

  readonly #show = (): void => {
    this.#picture = { standing: this.#state.standing, media: this.#room?.media ?? noMedia };
    for (const listener of this.#listeners) listener();
  };

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
    this.#room = new MediaRoom(this.#pass, this.#view, this.#parts.device, {
      onJoined: () => this.#send({ type: 'joined', attempt }),
      onShaky: (shaky) => this.#send({ type: 'shaky', attempt, shaky }),
      onChange: this.#show,
      onFailed: () => {
        this.#send({ type: 'failed', attempt });
        this.#parts.onDoubt();
      },
      onDropped: (why) => {
        this.#send({ type: 'dropped', attempt, why, lastedMs: performance.now() - started });
        this.#parts.onDoubt();
      },
    });
  }
}
