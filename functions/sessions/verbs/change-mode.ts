import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { interpretingModeChanged } from '../actions.ts';
import { changeSession } from '../changing/change-session.ts';
import type * as contract from '../changing/contract.ts';
import { conflictsKey, parseConflicts } from '../../cases/port/must-not-interpret.ts';
import { tooLongFor } from '../../availability/port/obstacles.ts';
import { assertMayOverride, judge, overrideDetails } from '../../availability/port/overrides.ts';
import { teamMinutes } from '../../availability/port/team-minutes.ts';
import { resourceKeys, resourceOf } from '../../availability/port/resource.ts';
import { assertNotClosed } from '../model/session.ts';
import { kinds } from '../port/kinds.ts';
import { openPoints } from '../port/door.ts';
import { interpretersAnew } from '../port/standing.ts';
import { bookedFor } from '../port/roster.ts';
import { putMode } from '../store.ts';

/**
 * How is interpreted from now on, planned or while it goes on. Who can work for two hours after each speaker cannot while they
 * speak, so how long those who are booked can work is looked at again; and each is confirmed anew, for this way.
 * @throws {Refusal} `override-needed` where the team is too small for so long
 */
export const changeMode: Handler<typeof contract.changeMode> = (call) => {
  const { mode, overrides = [] } = call.body;
  return changeSession(call, {
    reads: ({ roster, session: { caseId } }) => [
      conflictsKey(caseId),
      ...bookedFor(roster, 'interpreter').flatMap(resourceKeys),
    ],
    decide: (loaded) => {
      const { door, roster, found, self, session, viewpoint } = loaded;
      if (self.role !== 'clerk' && !kinds[session.kind].bookedBy.some((each) => each === self.role))
        throw new Refusal('not-your-role');
      assertMayOverride(overrides, call.actor.role);
      assertNotClosed(door, call.now);
      const team = bookedFor(roster, 'interpreter').map((each) => resourceOf(each, found, viewpoint, false));
      if (team.length === 0)
        throw new Refusal('seats-not-possible', {}, [
          { pointer: '/mode', message: 'Nobody interprets in this session.' },
        ]);
      const from = session.mode ?? 'consecutive';
      const asked = { answer: { mode, gates: openPoints(door) } };
      if (from === mode) return asked;
      const verdict = judge(tooLongFor(team, { time: session, mode }), overrides, call.actor.role);
      if (verdict.kind === 'ask') throw new Refusal('override-needed', verdict.facts);
      const used = verdict.kind === 'free' ? verdict.used : [];
      const conflicts = parseConflicts(found(conflictsKey(session.caseId)));
      const interpretsFor = teamMinutes(bookedFor(roster, 'interpreter'), found, viewpoint, mode);
      const moved = { mode, interpretsFor, ...interpretersAnew(door, conflicts) };
      return {
        door: moved,
        changes: putMode(session, mode),
        entry: (by) =>
          interpretingModeChanged.entry({ ...by, details: { from, to: mode, ...overrideDetails(used) } }),
        answer: { mode, gates: openPoints({ ...door, ...moved }) },
      };
    },
  });
};
