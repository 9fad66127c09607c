import { roomKind, type Place } from './places.ts';
import type { RoomView } from './room-view.ts';

/**
 * Where this page stands towards one media room, as a pure machine: events in, commands out.
 * `off`       the room is not ours to be in (closed, paused, ended, or we are not let in)
 * `paused`    the person at this page pressed pause; nothing is sent until the person says go on
 * `elsewhere` the same seat was taken up by another page or device; taking it back needs a press
 * `asking`    a pass is being asked for
 * `joining`   the pass is being used
 * `joined`    in the room; `shaky` while the transport mends itself
 * `resting`   waiting a little before the next pass is asked for
 */
export type Standing =
  | { readonly name: 'off' }
  | { readonly name: 'paused'; readonly seenByCourt: boolean }
  | { readonly name: 'elsewhere' }
  | { readonly name: 'asking'; readonly tries: number }
  | { readonly name: 'joining'; readonly tries: number; readonly epoch: number }
  | { readonly name: 'joined'; readonly tries: number; readonly epoch: number; readonly shaky: boolean }
  | { readonly name: 'resting'; readonly tries: number };

/** What the last view said, as far as the machine needs it. */
export interface Facts {
  readonly wanted: boolean;
  readonly epoch: number;
  readonly pausedByMe: boolean;
}

export interface HearingState {
  readonly standing: Standing;
  readonly facts: Facts;
  /** Counts askings; an answer that belongs to an earlier one is stale and changes nothing. */
  readonly attempt: number;
}

export type HearingEvent =
  | { readonly type: 'view'; readonly facts: Facts }
  | { readonly type: 'pause' }
  | { readonly type: 'release' }
  | { readonly type: 'pass'; readonly attempt: number; readonly epoch: number }
  | { readonly type: 'failed'; readonly attempt: number }
  | { readonly type: 'joined'; readonly attempt: number }
  | { readonly type: 'shaky'; readonly attempt: number; readonly shaky: boolean }
  | {
      readonly type: 'dropped';
      readonly attempt: number;
      readonly why: 'duplicate' | 'other';
      /** How long the connection had lasted. */
      readonly lastedMs: number;
    }
  | { readonly type: 'rested'; readonly attempt: number };

/** `leave` stops sending at once, before anything else; it is harmless when there is nothing to leave. */
export type HearingCommand =
  | { readonly type: 'leave' }
  | { readonly type: 'ask'; readonly attempt: number }
  | { readonly type: 'join'; readonly attempt: number }
  | { readonly type: 'rest'; readonly attempt: number; readonly ms: number };

export interface Step {
  readonly state: HearingState;
  readonly commands: readonly HearingCommand[];
}

export const firstState: HearingState = {
  standing: { name: 'off' },
  facts: { wanted: false, epoch: 0, pausedByMe: false },
  attempt: 0,
};

/** What the view says of one place; of none, that nothing is wanted. A consultation goes on while the hearing is paused. */
export const factsAt = (view: RoomView, place: Place | undefined): Facts => ({
  wanted:
    view.myState === 'admitted' &&
    place !== undefined &&
    (view.phase === 'open' || roomKind(place.room) === 'consultation'),
  epoch: place?.since ?? 0,
  pausedByMe: view.pauses.some((pause) => pause.seat === view.mySeat),
});

/** A connection that lasted this long counts as a good one: the next drop starts again with a short rest. */
const GOOD_MS = 10_000;
const FIRST_REST_MS = 500;
/** However long there was no line: within ten seconds after it is back one is in again, and coming in takes two or three of them. */
const LONGEST_REST_MS = 7_000;

/** Doubling rest with jitter, so that six pages thrown out together do not all come back in the same moment. */
export const restMs = (tries: number, random: number): number =>
  Math.round(Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** tries) * (0.5 + random / 2));

/** @param random 0 ≤ random < 1, for the jitter of a rest */
export function next(state: HearingState, event: HearingEvent, random: number): Step {
  if (event.type === 'view') return onView({ ...state, facts: event.facts });
  if (event.type === 'pause')
    return go(state, { name: 'paused', seenByCourt: state.facts.pausedByMe }, { type: 'leave' });
  if (event.type === 'release') return onRelease(state);
  if (event.attempt !== state.attempt) return stay(state);
  const { standing } = state;
  if (event.type === 'pass' && standing.name === 'asking') {
    // A pass for a room that is already replaced would only be refused.
    if (event.epoch < state.facts.epoch) return rest(state, standing.tries + 1, random);
    return go(
      state,
      { name: 'joining', tries: standing.tries, epoch: event.epoch },
      { type: 'join', attempt: state.attempt },
    );
  }
  if (event.type === 'failed' && (standing.name === 'asking' || standing.name === 'joining'))
    return rest(state, standing.tries + 1, random);
  if (event.type === 'joined' && standing.name === 'joining')
    return go(state, { ...standing, name: 'joined', shaky: false });
  if (event.type === 'shaky' && standing.name === 'joined')
    return go(state, { ...standing, shaky: event.shaky });
  if (event.type === 'dropped' && (standing.name === 'joined' || standing.name === 'joining'))
    return event.why === 'duplicate'
      ? go(state, { name: 'elsewhere' }, { type: 'leave' })
      : rest(state, event.lastedMs >= GOOD_MS ? 0 : standing.tries + 1, random);
  if (event.type === 'rested' && standing.name === 'resting') return ask(state, standing.tries);
  return stay(state);
}

function onView(state: HearingState): Step {
  const { standing, facts } = state;
  if (standing.name === 'paused') {
    // Only her own pause, seen at the court and then seen lifted, ends it: another person's pause must not.
    if (standing.seenByCourt && facts.wanted && !facts.pausedByMe) return ask(state, 0);
    return go(state, { name: 'paused', seenByCourt: standing.seenByCourt || facts.pausedByMe });
  }
  if (!facts.wanted)
    return standing.name === 'off' ? stay(state) : go(state, { name: 'off' }, { type: 'leave' });
  if (standing.name === 'off') return ask(state, 0);
  if ((standing.name === 'joined' || standing.name === 'joining') && facts.epoch > standing.epoch) {
    const asked = ask(state, 0);
    return { state: asked.state, commands: [{ type: 'leave' }, ...asked.commands] };
  }
  return stay(state);
}

function onRelease(state: HearingState): Step {
  const { name } = state.standing;
  if (name !== 'paused' && name !== 'elsewhere') return stay(state);
  return state.facts.wanted ? ask(state, 0) : go(state, { name: 'off' });
}

const stay = (state: HearingState): Step => ({ state, commands: [] });

const go = (state: HearingState, standing: Standing, ...commands: readonly HearingCommand[]): Step => ({
  state: { ...state, standing },
  commands,
});

function ask(state: HearingState, tries: number): Step {
  const attempt = state.attempt + 1;
  return {
    state: { ...state, attempt, standing: { name: 'asking', tries } },
    commands: [{ type: 'ask', attempt }],
  };
}

const rest = (state: HearingState, tries: number, random: number): Step =>
  go(
    state,
    { name: 'resting', tries },
    { type: 'leave' },
    { type: 'rest', attempt: state.attempt, ms: restMs(Math.max(0, tries - 1), random) },
  );
