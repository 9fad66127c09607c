import { describe, expect, it } from 'vitest';
import {
  factsAt,
  firstState,
  next,
  restMs,
  type HearingEvent,
  type HearingState,
} from '../../../web/src/video/hearing-state.ts';
import type { RoomView } from '../../../web/src/video/room-view.ts';

const open = (epoch = 1) =>
  ({ type: 'view', facts: { wanted: true, epoch, pausedByMe: false } }) satisfies HearingEvent;
const closed = (pausedByMe = false, epoch = 1) =>
  ({ type: 'view', facts: { wanted: false, epoch, pausedByMe } }) satisfies HearingEvent;

/** Plays events one after the other; `random` 0 gives the shortest rests. */
function play(events: readonly HearingEvent[], from: HearingState = firstState) {
  const commands: string[] = [];
  let state = from;
  for (const event of events) {
    const step = next(state, event, 0);
    state = step.state;
    commands.push(
      ...step.commands.map((command) => `${command.type}${'ms' in command ? `:${command.ms}` : ''}`),
    );
  }
  return { state, commands, name: state.standing.name };
}

const toJoined: readonly HearingEvent[] = [
  open(),
  { type: 'pass', attempt: 1, epoch: 1 },
  { type: 'joined', attempt: 1 },
];

describe('joining', () => {
  it('asks for a pass only when the room is open and the seat is let in', () => {
    expect(play([closed()])).toMatchObject({ name: 'off', commands: [] });
    expect(play([open()])).toMatchObject({ name: 'asking', commands: ['ask'] });
    expect(play([open(), open(), open()]).commands).toEqual(['ask']);
  });

  it('joins with the pass, and stays while the view stays', () => {
    expect(play([...toJoined, open(), open()])).toMatchObject({ name: 'joined', commands: ['ask', 'join'] });
  });

  it('rests longer after each refusal, and never gives up while the room is open', () => {
    const { commands, name } = play([
      open(),
      { type: 'failed', attempt: 1 },
      { type: 'rested', attempt: 1 },
      { type: 'failed', attempt: 2 },
      { type: 'rested', attempt: 2 },
      { type: 'failed', attempt: 3 },
    ]);
    expect(commands).toEqual([
      'ask',
      'leave',
      'rest:250',
      'ask',
      'leave',
      'rest:500',
      'ask',
      'leave',
      'rest:1000',
    ]);
    expect(name).toBe('resting');
  });

  it('does not use a pass for a room that is already replaced', () => {
    expect(play([open(3), { type: 'pass', attempt: 1, epoch: 2 }])).toMatchObject({
      name: 'resting',
      commands: ['ask', 'leave', 'rest:250'],
    });
  });
});

describe('being put out and coming back', () => {
  it('leaves at once when the phase is no longer open, also while asking, joining or resting', () => {
    expect(play([...toJoined, closed()])).toMatchObject({ name: 'off', commands: ['ask', 'join', 'leave'] });
    expect(play([open(), closed()])).toMatchObject({ name: 'off', commands: ['ask', 'leave'] });
    const resting = play([open(), { type: 'failed', attempt: 1 }, closed()]);
    expect(resting).toMatchObject({ name: 'off' });
    expect(resting.commands.at(-1)).toBe('leave');
    expect(play([{ type: 'rested', attempt: 1 }], resting.state)).toMatchObject({
      name: 'off',
      commands: [],
    });
  });

  it('ignores a pass that arrives after the room was closed', () => {
    expect(play([open(), closed(), { type: 'pass', attempt: 1, epoch: 1 }])).toMatchObject({ name: 'off' });
  });

  it('ignores a pass of an earlier asking', () => {
    const { commands } = play([
      open(),
      closed(),
      open(2),
      { type: 'pass', attempt: 1, epoch: 1 },
      { type: 'pass', attempt: 2, epoch: 2 },
    ]);
    expect(commands).toEqual(['ask', 'leave', 'ask', 'join']);
  });

  it('moves to a new room when the epoch rises, and not for a view that is older than the pass', () => {
    expect(play([...toJoined, open(2)])).toMatchObject({
      name: 'asking',
      commands: ['ask', 'join', 'leave', 'ask'],
    });
    const newer: readonly HearingEvent[] = [
      open(1),
      { type: 'pass', attempt: 1, epoch: 2 },
      { type: 'joined', attempt: 1 },
    ];
    expect(play([...newer, open(1)])).toMatchObject({ name: 'joined', commands: ['ask', 'join'] });
  });

  it('after a drop rests briefly and asks for a new pass; a room that keeps dropping is asked less often', () => {
    const lasting = play([
      ...toJoined,
      { type: 'dropped', attempt: 1, why: 'other', lastedMs: 60_000 },
      { type: 'rested', attempt: 1 },
    ]);
    expect(lasting).toMatchObject({
      name: 'asking',
      commands: ['ask', 'join', 'leave', 'rest:250', 'ask'],
    });
    const brief = play([
      ...toJoined,
      { type: 'dropped', attempt: 1, why: 'other', lastedMs: 100 },
      { type: 'rested', attempt: 1 },
      { type: 'pass', attempt: 2, epoch: 1 },
      { type: 'joined', attempt: 2 },
      { type: 'dropped', attempt: 2, why: 'other', lastedMs: 100 },
    ]);
    expect(brief.commands.at(-1)).toBe('rest:500');
  });

  it('does not fight with another page of the same seat; a press takes the seat back', () => {
    const taken = play([...toJoined, { type: 'dropped', attempt: 1, why: 'duplicate', lastedMs: 9 }, open()]);
    expect(taken).toMatchObject({ name: 'elsewhere', commands: ['ask', 'join', 'leave'] });
    expect(play([{ type: 'release' }], taken.state)).toMatchObject({ name: 'asking', commands: ['ask'] });
  });
});

describe('pause', () => {
  const pause: HearingEvent = { type: 'pause' };

  it('leaves at once from every standing', () => {
    for (const events of [[open()], toJoined, [open(), { type: 'failed', attempt: 1 } as const]])
      expect(play([...events, pause]).commands.at(-1)).toBe('leave');
  });

  it('nothing brings her back before the court has seen her pause: not a view, not a pass, not a new epoch', () => {
    const { name, commands } = play([
      ...toJoined,
      pause,
      open(),
      open(2),
      { type: 'pass', attempt: 1, epoch: 2 },
      { type: 'rested', attempt: 1 },
      { type: 'dropped', attempt: 1, why: 'other', lastedMs: 1 },
    ]);
    expect(name).toBe('paused');
    expect(commands).toEqual(['ask', 'join', 'leave']);
  });

  it('another person’s pause and its end do not end hers', () => {
    expect(play([...toJoined, pause, closed(false), open(2)])).toMatchObject({ name: 'paused' });
  });

  it('goes on when the court has seen her pause and then her resumption', () => {
    expect(play([...toJoined, pause, closed(true), open(2)])).toMatchObject({ name: 'asking' });
  });

  it('goes on when she says so at this page', () => {
    expect(play([...toJoined, pause, { type: 'release' }])).toMatchObject({ name: 'asking' });
    expect(play([...toJoined, pause, closed(), { type: 'release' }])).toMatchObject({ name: 'off' });
  });
});

describe('facts of a view', () => {
  const view = {
    phase: 'open',
    epoch: 4,
    mySeat: 'witness',
    myState: 'admitted',
    pauses: [],
  } as unknown as RoomView;
  const hearing = { room: 'hearing', since: 4 };

  it.each<[RoomView, boolean]>([
    [view, true],
    [{ ...view, phase: 'paused' }, false],
    [{ ...view, phase: 'ended' }, false],
    [{ ...view, phase: 'closed' }, false],
    [{ ...view, myState: 'waiting' }, false],
    [{ ...view, myState: 'away' }, false],
  ])('wanted only when open and admitted (%#)', (given, wanted) => {
    expect(factsAt(given, hearing).wanted).toBe(wanted);
    expect(factsAt(given, undefined).wanted).toBe(false);
  });

  it('a consultation goes on while the hearing is paused, for those let in', () => {
    const consultation = { room: 'consultation-one', since: 5 };
    const paused = { ...view, phase: 'paused' } as const;
    expect(factsAt(paused, consultation)).toMatchObject({ wanted: true, epoch: 5 });
    expect(factsAt(paused, { room: 'screened', since: 5, as: 'viewer' }).wanted).toBe(false);
    expect(factsAt({ ...paused, myState: 'waiting' }, consultation).wanted).toBe(false);
  });

  it('tells her own pause from another’s', () => {
    expect(factsAt({ ...view, pauses: [{ seat: 'clerk', kind: 'pause' }] }, hearing).pausedByMe).toBe(false);
    expect(factsAt({ ...view, pauses: [{ seat: 'witness', kind: 'stop' }] }, hearing).pausedByMe).toBe(true);
  });
});

describe('rests', () => {
  it('double up to 15 seconds, with jitter between half and whole', () => {
    expect([0, 1, 2, 5, 9].map((tries) => restMs(tries, 0.999_999))).toEqual([500, 1000, 2000, 7_000, 7_000]);
    expect(restMs(5, 0)).toBe(3_500);
  });
});
