import { enterInCaseLog } from '../../cases/port/case-log.ts';
import { headKey } from '../../custody/port/append.ts';
import { sealAll } from '../../custody/port/disclosure.ts';
import { waitsForOfficer } from '../../requests/port/terms.ts';
import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { instantOf } from '../../shared/values/instants.ts';
import { gateAside, gateSetAside } from '../actions.ts';
import { changeSession } from '../changing/change-session.ts';
import { assertNotClosed } from '../model/session.ts';
import { openPoints } from '../port/door.ts';
import { asideOf, type Aside } from '../port/set-aside.ts';
import { isWished, standingAside, termsIn } from '../port/standing.ts';
import { putWords } from '../store.ts';
import type { setGateAside as contract } from './contract.ts';
import { asideKeys, asItStands, assertPower } from './power.ts';

/**
 * Sets a gate aside for a session as it stands. Reason and words stand in the case's log; the session's log says only which
 * gate, and where that is.
 */
export const setGateAside: Handler<typeof contract> = (call) => {
  const { gate, reason, words } = call.body;
  const { now, actor, context } = call;
  return changeSession(call, {
    reads: (known) => asideKeys(known, actor.personId),
    decide: (loaded) => {
      const { session, self, found } = loaded;
      const { caseId, sessionId } = session;
      assertPower(loaded, gate, actor.personId);
      assertNotClosed(loaded.door, now);
      const { door, standings } = asItStands(loaded, now);
      const state = door.gates[gate];
      if (state === 'not-needed') throw new Refusal('gate-not-needed');
      if (state === 'refused' || isWished(door, standings, gate)) throw new Refusal('never-set-aside');
      if (state !== 'missing') throw new Refusal('changed-meanwhile');
      if (gate === 'attendingOfficer' && waitsForOfficer(termsIn(door, standings)))
        throw new Refusal('condition-not-kept', { condition: 'attending-officer-present' });
      const { digests, disclosures } = sealAll({ words }, context.randomBytes);
      const log = enterInCaseLog(
        { caseId, head: found(headKey(caseId)), by: self, now, randomBytes: context.randomBytes },
        (by) =>
          gateSetAside.entry({
            ...by,
            authority: { kind: 'role', ref: self.role },
            subject: { kind: 'session', ref: sessionId },
            details: { gate, reason },
            sealed: digests,
          }),
      );
      const standing = standingAside(door, standings, gate);
      const given: Aside = {
        gate,
        by: self.role,
        pseudonym: self.pseudonym,
        at: instantOf(now.getTime()),
        reason,
        of: asideOf(door, gate),
        ...(standing === undefined ? {} : { standing }),
        caseEntry: log.leafHash,
      };
      const aside = [...(door.aside ?? []).filter((each) => each.gate !== gate), given];
      return {
        door: { aside },
        // A conflict that is declared meanwhile stands in the same log, so that this is decided anew.
        changes: [putWords(sessionId, log.entryId, disclosures), ...log.changes],
        entry: (by) => gateAside.entry({ ...by, details: { gate, caseEntries: [log.leafHash] } }),
        answer: { gates: openPoints({ ...door, aside }) },
      };
    },
  });
};
