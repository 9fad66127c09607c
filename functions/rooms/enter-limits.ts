import type { Context } from '../shared/http/call.ts';
import { commit } from '../shared/store/commit.ts';
import { isInWindow } from '../sessions/port/door.ts';
import { interpreterLimitReached } from './actions.ts';
import type { Room } from './room.ts';
import { readSnapshotWithoutSeat, stepChanges, type StepEntry } from './snapshot.ts';
import { workers } from './work.ts';

/**
 * Whoever worked longer without a rest than they can: entered once until they rest. Nobody is cut off; their page and that of
 * whoever runs the session say so.
 */
export const enterLimits = (context: Context, sessionId: string): Promise<number> =>
  commit(context, async () => {
    const snapshot = await readSnapshotWithoutSeat(context.store, sessionId);
    const { door, room } = snapshot;
    const now = context.now();
    const over = isInWindow(door, now)
      ? workers(door, room, now).filter(({ state, told }) => state === 'reached' && told !== true)
      : [];
    if (over.length === 0) return { changes: [], answer: 0 };
    const { mode = 'consecutive' } = door;
    const entries = over.map(
      ({ pseudonym, minutes, limit }): StepEntry =>
        (acting) =>
          interpreterLimitReached.entry({
            ...acting,
            authority: { kind: 'rule', ref: 'how long can be interpreted without a rest' },
            subject: { kind: 'interpreter', ref: pseudonym },
            details: { mode, minutes, limit },
          }),
    );
    const told = over.flatMap(({ pseudonym }) => {
      const of = room.work?.[pseudonym];
      return of === undefined ? [] : [[pseudonym, { ...of, told: true as const }] as const];
    });
    const next: Room = { ...room, work: { ...room.work, ...Object.fromEntries(told) } };
    const at = { now, randomBytes: context.randomBytes };
    return { changes: stepChanges(snapshot, { room: next, entries }, at), answer: over.length };
  });
