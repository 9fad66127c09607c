import {
  factsOf,
  firstState,
  next,
  type HearingCommand,
  type HearingEvent,
  type HearingState,
  type Standing,
} from './hearing-state.ts';
import { joinMediaRoom, noMedia, type Media, type MediaRoom } from './media-room.ts';
import type { DeviceFacts, Pass, RoomView } from './room-view.ts';

/** What the page shows: where it stands, and the pictures and voices that are there. */
export interface HearingPicture {
  readonly standing: Standing;
  readonly media: Media;
}

export interface HearingLink {
  readonly picture: () => HearingPicture;
  readonly subscribe: (listener: () => void) => () => void;
  readonly view: (view: RoomView) => void;
  /** Stops sending before it returns; nothing starts again without `release` or the court's own view. */
  readonly hold: () => void;
  readonly release: () => void;
  readonly close: () => void;
  readonly room: () => MediaRoom | undefined;
}

export interface LinkParts {
  readonly device: DeviceFacts | undefined;
  readonly requestPass: () => Promise<Pass>;
  /** The view is probably out of date: the page should ask for it now. */
  readonly onDoubt: () => void;
}

/** Runs the machine of hearing-state.ts against the page's API and the media server. */
export function openHearingLink(parts: LinkParts): HearingLink {
  let state: HearingState = firstState;
  let lastView: RoomView | undefined;
  let room: MediaRoom | undefined;
  let pass: Pass | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let picture: HearingPicture = { standing: state.standing, media: noMedia };
  const listeners = new Set<() => void>();

  const show = () => {
    picture = { standing: state.standing, media: room?.media() ?? noMedia };
    for (const listener of listeners) listener();
  };
  const send = (event: HearingEvent) => {
    const step = next(state, event, Math.random());
    state = step.state;
    for (const command of step.commands) run(command);
    show();
  };
  const leave = () => {
    clearTimeout(timer);
    room?.leave();
    room = undefined;
    pass = undefined;
  };
  const run = (command: HearingCommand) => {
    if (command.type === 'leave') leave();
    else if (command.type === 'ask') void ask(command.attempt);
    else if (command.type === 'join') join(command.attempt);
    else timer = setTimeout(() => send({ type: 'rested', attempt: command.attempt }), command.ms);
  };
  const ask = async (attempt: number) => {
    try {
      const minted = await parts.requestPass();
      if (attempt === state.attempt) pass = minted;
      send({ type: 'pass', attempt, epoch: minted.epoch });
    } catch {
      // Whatever the reason, the answer is the same: look at the room again, and ask later if it is still ours to be in.
      send({ type: 'failed', attempt });
      parts.onDoubt();
    }
  };
  const join = (attempt: number) => {
    if (pass === undefined || lastView === undefined) return send({ type: 'failed', attempt });
    const started = performance.now();
    room = joinMediaRoom(pass, lastView, parts.device, {
      onJoined: () => send({ type: 'joined', attempt }),
      onShaky: (shaky) => send({ type: 'shaky', attempt, shaky }),
      onChange: show,
      onFailed: () => {
        send({ type: 'failed', attempt });
        parts.onDoubt();
      },
      onDropped: (why) => {
        send({ type: 'dropped', attempt, why, lastedMs: performance.now() - started });
        parts.onDoubt();
      },
    });
  };

  return {
    picture: () => picture,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    view: (view) => {
      lastView = view;
      room?.view(view);
      send({ type: 'view', facts: factsOf(view) });
    },
    hold: () => send({ type: 'hold' }),
    release: () => send({ type: 'release' }),
    close: () => {
      leave();
      // A pass that is still on its way belongs to nobody now.
      state = { ...firstState, attempt: state.attempt + 1 };
    },
    room: () => room,
  };
}
