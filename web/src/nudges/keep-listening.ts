import type { listen } from '../../../functions/rooms/contract.ts';
import type { AnswerOf } from '../../../functions/shared/http/contract.ts';

/** Where a socket is opened, and what for. Types only: the contract's schemas stay out of the witness's bundle. */
export type Ticket = AnswerOf<typeof listen>;

/** What a page does so that it is told when to look again, instead of asking all the time. */
export interface Listener {
  /** Has a ticket given to it; a failure is no more than that there is no socket for now. */
  readonly ticket: () => Promise<Ticket>;
  /** Something may be new. */
  readonly lookAgain: () => void;
}

export interface Listening {
  /** Whether there is a socket at this moment; without one the page asks as often as it ever did. */
  readonly listens: () => boolean;
  /** The page found something new; where nobody says so too, the socket is deaf, and another one is opened. */
  readonly found: () => void;
  /** Opens another socket at once, since this one may be dead: there is a line again. */
  readonly anew: () => void;
  readonly stop: () => void;
}

/** What listening needs of a browser; tests hand in their own. */
export interface Surroundings {
  readonly open: (url: string, protocols: string[]) => WebSocket;
  readonly later: (run: () => void, milliseconds: number) => ReturnType<typeof setTimeout>;
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
}

const browser: Surroundings = {
  open: (url, protocols) => new WebSocket(url, protocols),
  later: (run, milliseconds) => setTimeout(run, milliseconds),
  now: () => performance.now(),
  random: Math.random,
};

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 300_000;
/** A socket that lasted so long was no failure. */
const LASTED_MS = 60_000;
/** In which a page is told of what it found by itself, before or after. */
const TOLD_MS = 5_000;

/** Milliseconds until a socket is opened anew: twice as long each time, up to five minutes. */
export const reopenMs = (tries: number, random: number): number =>
  Math.round(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries) * (0.5 + random / 2));

/**
 * Keeps a socket open for as long as it can. Each time one opens or closes the page looks once, since it may have missed
 * something. What is sent over it is not read: it says "look again" and nothing else.
 */
export function keepListening({ ticket, lookAgain }: Listener, by: Surroundings = browser): Listening {
  let stopped = false;
  let tries = 0;
  let heardAt = 0;
  let openedAt: number | undefined;
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const leave = () => {
    clearTimeout(timer);
    const left = socket;
    [socket, openedAt] = [undefined, undefined];
    left?.close();
  };
  const begin = async () => {
    leave();
    try {
      const { url, ticket: shown } = await ticket();
      if (!stopped && socket === undefined) follow(by.open(url, ['look-again', shown]));
    } catch {
      again();
    }
  };
  const again = () => {
    if (stopped) return;
    clearTimeout(timer);
    timer = by.later(() => void begin(), reopenMs(tries, by.random()));
    tries += 1;
  };
  const follow = (opened: WebSocket) => {
    socket = opened;
    opened.addEventListener('open', () => {
      if (socket !== opened) return;
      heardAt = openedAt = by.now();
      lookAgain();
    });
    opened.addEventListener('message', () => {
      if (socket !== opened) return;
      heardAt = by.now();
      lookAgain();
    });
    opened.addEventListener('close', () => {
      if (socket !== opened) return;
      const wasOpen = openedAt !== undefined;
      if (openedAt !== undefined && by.now() - openedAt > LASTED_MS) tries = 0;
      [socket, openedAt] = [undefined, undefined];
      if (wasOpen) lookAgain();
      again();
    });
  };
  const anew = () => {
    tries = 0;
    void begin();
  };

  void begin();
  return {
    listens: () => openedAt !== undefined,
    found() {
      const at = by.now();
      by.later(() => {
        if (!stopped && openedAt !== undefined && heardAt < at - TOLD_MS) anew();
      }, TOLD_MS);
    },
    anew,
    stop() {
      stopped = true;
      leave();
    },
  };
}
