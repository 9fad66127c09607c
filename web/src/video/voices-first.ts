/**
 * On a weak line voices go first: whatever is lost or late of them, pictures made room for before. First nobody else's picture comes in,
 * then the own one rests too; once the line has been good for a while, one comes back after the other. Pure: the looks are the clock.
 * Source: domain notes, scenario 28.
 */

/** `all`; `own`: the own picture goes out and none comes in; `none`: voices alone. */
export type Pictures = 'all' | 'own' | 'none';

/** What one look found of the voices that went over the own line in the second before it, the worse of both ways. */
export interface LineLook {
  /** Share of the packets that were lost, 0 to 1; undefined where nothing was said of it. */
  readonly loss: number | undefined;
  /** Milliseconds there and back; undefined likewise. */
  readonly roundTrip: number | undefined;
}

export interface VoicesFirst {
  readonly pictures: Pictures;
  /** The loss of the last looks, the latest weighing most. */
  readonly loss: number;
  /** Looks in a row that found the line worse than these pictures bear. */
  readonly worse: number;
  /** Looks in a row that found it good. */
  readonly good: number;
  /** Good looks until a picture is tried again; doubled each time it did not last. */
  readonly patience: number;
  /** A picture came back, and it is not known yet whether the line bears it. */
  readonly isTrying: boolean;
}

/** Opus with redundancy hides so much; beyond it syllables go. */
const NARROW_LOSS = 0.025;
const BAD_LOSS = 0.06;
/** Milliseconds; so long a voice waits where pictures fill the line's queue. */
const NARROW_ROUND_TRIP = 1_200;
const BAD_ROUND_TRIP = 2_000;
/** One look can be chance. */
const LOOKS_TO_BELIEVE = 2;
/** The line did not get better although no picture comes in: the own one is what fills it. */
const LOOKS_TO_DOUBT = 8;
const FIRST_PATIENCE = 20;
const MOST_PATIENCE = 320;

export const firstOfVoices: VoicesFirst = {
  pictures: 'all',
  loss: 0,
  worse: 0,
  good: 0,
  patience: FIRST_PATIENCE,
  isTrying: false,
};

export function afterLook(before: VoicesFirst, look: LineLook): VoicesFirst {
  const loss = look.loss === undefined ? before.loss : (2 * before.loss + look.loss) / 3;
  const roundTrip = look.roundTrip ?? 0;
  const isBad = loss >= BAD_LOSS || roundTrip >= BAD_ROUND_TRIP;
  const isNarrow = isBad || loss >= NARROW_LOSS || roundTrip >= NARROW_ROUND_TRIP;
  const { pictures, patience, isTrying } = before;
  const worse = isNarrow && pictures !== 'none' ? before.worse + 1 : 0;
  const good = isNarrow ? 0 : before.good + 1;
  const counted = { pictures, loss, worse, good, patience, isTrying };
  const enough = pictures === 'own' && !isBad ? LOOKS_TO_DOUBT : LOOKS_TO_BELIEVE;
  if (worse >= enough) return fewer(counted, isBad);
  if (pictures !== 'all' && good >= patience)
    return { ...counted, pictures: pictures === 'none' ? 'own' : 'all', good: 0, isTrying: true };
  // Good for as long as was waited, with all pictures: what was before is over.
  if (pictures === 'all' && good >= patience)
    return { ...counted, patience: FIRST_PATIENCE, isTrying: false };
  return counted;
}

/** One that was tried again and did not last is waited for twice as long. */
function fewer(state: VoicesFirst, isBad: boolean): VoicesFirst {
  const pictures = isBad || state.pictures === 'own' ? 'none' : 'own';
  const patience = state.isTrying ? Math.min(MOST_PATIENCE, state.patience * 2) : state.patience;
  return { ...state, pictures, worse: 0, good: 0, patience, isTrying: false };
}
