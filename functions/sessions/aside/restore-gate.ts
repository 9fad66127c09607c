import { enterInCaseLog } from '../../cases/port/case-log.ts';
import { headKey } from '../../custody/port/append.ts';
import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { gateAsideEnded, gateRestored } from '../actions.ts';
import { changeSession } from '../changing/change-session.ts';
import { openPoints } from '../port/door.ts';
import { assertLive } from '../port/door.ts';
import type { restoreGate as contract } from './contract.ts';
import { asideKeys, asItStands, assertPower } from './power.ts';

/** A gate that was set aside is waited for again: by whoever has the power to set it aside. */
export const restoreGate: Handler<typeof contract> = (call) => {
  const { gate } = call.body;
  const { now, actor, context } = call;
  return changeSession(call, {
    reads: (known) => asideKeys(known, actor.personId),
    decide: (loaded) => {
      const { session, self, found } = loaded;
      const { caseId, sessionId } = session;
      assertPower(loaded, gate, actor.personId);
      assertLive(loaded.door);
      const { door } = asItStands(loaded, now);
      if (door.aside?.some((each) => each.gate === gate) !== true) throw new Refusal('changed-meanwhile');
      const aside = door.aside.filter((each) => each.gate !== gate);
      const log = enterInCaseLog(
        { caseId, head: found(headKey(caseId)), by: self, now, randomBytes: context.randomBytes },
        (by) =>
          gateRestored.entry({
            ...by,
            authority: { kind: 'role', ref: self.role },
            subject: { kind: 'session', ref: sessionId },
            details: { gate },
          }),
      );
      return {
        door: { aside },
        changes: log.changes,
        entry: (by) => gateAsideEnded.entry({ ...by, details: { gate, caseEntries: [log.leafHash] } }),
        answer: { gates: openPoints({ ...door, aside }) },
      };
    },
  });
};
