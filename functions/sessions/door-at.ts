import { epochMs, instantOf } from '../shared/values/instants.ts';
import type { Door } from './port/door.ts';
import { holdEnd, type Session } from './session.ts';
import type { SessionTime } from './port/session-time.ts';
import { windowOf } from './port/window.ts';

/** When the door stands open, and which gates that still holds for. */
export function doorAt(door: Door, { start, end, days }: Session, restores: boolean) {
  const { windows, ...window } = windowOf({ start, end, days });
  const held = door.heldUntil === undefined ? {} : { heldUntil: holdEnd(door.heldUntil, { start }) };
  return { start, end, ...window, windows, ...held, gates: gatesAt(door, end, restores) };
}

/** A permission names its last day; a session that ends later has none. The day is that of UTC, as the request says. */
function gatesAt({ gates, permittedUntil }: Door, end: SessionTime['end'], restores: boolean): Door['gates'] {
  const lastDay = instantOf(epochMs(end) - 1).slice(0, 10);
  const covered = permittedUntil !== undefined && lastDay <= permittedUntil;
  return {
    ...gates,
    ...(gates.permission === 'open' && !covered ? { permission: 'missing' } : {}),
    ...(restores && gates.consent === 'open' ? { consent: 'missing' } : {}),
  };
}
