/**
 * How often the pages of one session ask, by the pages' own rules and over the real API: a client for each person, which
 * has a page's rhythm and a page's socket, and neither picture nor sound.
 */
import type { DeployedStack } from '../../../infra/local/deployed-stack.ts';
import { keepListening, type Ticket } from '../../../web/src/nudges/keep-listening.ts';
import { stepOf } from '../../../web/src/pages/guest/guest-step.ts';
import { nextPollMs } from '../../../web/src/pages/guest/poll-rhythm.ts';
import { roomRhythm } from '../../../web/src/pages/room/rhythm.ts';
import type { RoomView } from '../../../web/src/video/room-view.ts';
import {
  bookInterview,
  device,
  expectDone,
  guest,
  openGates,
  room,
  view,
  type Interview,
} from '../../support/interview.ts';
import type { Side } from './first-picture.ts';

type Who = Parameters<typeof view>[1];
export interface Asked {
  /** While everybody comes, and is paused twice, and one is put out and comes again. */
  eventful: number;
  /** Afterwards, in so many seconds of a quiet hearing. */
  quiet: number;
  readonly quietSeconds: number;
  readonly people: number;
}

/** Long enough for many looks of a page: every other second, or every half minute. */
const lasts: Readonly<Record<Side, number>> = { asking: 40, told: 120 };

export async function askedOf(stack: DeployedStack, side: Side): Promise<Asked> {
  const interview = await bookInterview(stack, 5, 60);
  await openGates(interview);
  const people: Record<string, Who> = {
    clerk: { token: interview.tokens.clerk },
    prosecutor: { token: interview.tokens.prosecutor },
    'support-officer': { token: interview.tokens['support-officer'] },
    'attending-officer': { token: interview.tokens['attending-officer'] },
    witness: await guest(interview, 'witness'),
    interpreter: await guest(interview, 'interpreter'),
  };
  const quietSeconds = lasts[side];
  const asked: Asked = { eventful: 0, quiet: 0, quietSeconds, people: Object.keys(people).length };
  let phase: 'eventful' | 'quiet' = 'eventful';
  const clients = Object.values(people).map((who) => client(interview, who, side, () => (asked[phase] += 1)));
  await hour(interview, people);
  phase = 'quiet';
  await new Promise((resolve) => setTimeout(resolve, quietSeconds * 1_000));
  for (const each of clients) each.stop();
  return asked;
}

/** What happens in an hour, one thing after the other. */
async function hour(interview: Interview, people: Readonly<Record<string, Who>>): Promise<void> {
  const as = async (seat: string, verb: string, body: object = {}) => {
    expectDone(await room(interview, people[seat] ?? {}, verb, body));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
  };
  await as('clerk', 'opening');
  const others = Object.keys(people).filter((seat) => seat !== 'clerk');
  for (const seat of others) {
    await as(seat, 'arrivals', device);
    await as('clerk', 'admissions', { seat });
  }
  for (const seat of ['witness', 'support-officer']) {
    await as(seat, 'pauses', { kind: 'pause' });
    await as(seat, 'resumptions');
  }
  await as('clerk', 'removals', { seat: 'interpreter' });
  await as('interpreter', 'arrivals', device);
  await as('clerk', 'admissions', { seat: 'interpreter' });
}

/** One page, as far as it asks: a look when it is told to, and by its rhythm. */
function client(interview: Interview, who: Who, side: Side, count: () => void) {
  const isGuest = who.cookie !== undefined;
  const chance = Math.random();
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = isGuest ? 0 : 2_000;
  let before: RoomView | undefined;
  let busy: Promise<void> | undefined;
  const ticket = async (): Promise<Ticket> => {
    count();
    return expectDone(await room(interview, who, 'listening')).body as Ticket;
  };
  const rhythm = (now: RoomView, listens: boolean): number | false => {
    if (!isGuest) return roomRhythm(now, { last, listens, chance });
    const at = (of: RoomView | undefined) =>
      stepOf({ hasLink: true, seat: 'taken', view: of, telling: false });
    return nextPollMs(
      last,
      { step: at(now), changed: at(before) !== at(now), failed: false, listens },
      chance,
    );
  };
  const look = async () => {
    count();
    const now = expectDone(await view(interview, who)).body as RoomView;
    if (stopped) return;
    const wait = rhythm(now, listening?.listens() === true);
    before = now;
    if (wait === false) return;
    last = wait;
    clearTimeout(timer);
    timer = setTimeout(lookAgain, wait);
  };
  const lookAgain = () => {
    // While one answer is under way, one more look is enough for all that is said meanwhile.
    const mine = (busy ?? Promise.resolve()).then(look).catch(() => undefined);
    busy = mine;
  };
  const listening = side === 'told' ? keepListening({ ticket, lookAgain }) : undefined;
  lookAgain();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      listening?.stop();
    },
  };
}
