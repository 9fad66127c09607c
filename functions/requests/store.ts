import * as z from 'zod';
import { caseKey, parseCase } from '../cases/port/membership.ts';
import { parsePerson, personKey } from '../directory/port/actor.ts';
import { enterSession, type Entered } from '../sessions/port/enter-session.ts';
import type { Gate } from '../sessions/port/gate-decision.ts';
import { assertMayOpen } from '../sessions/port/may-open-gate.ts';
import { stepFields, type Series } from '../shared/store/numbered-series.ts';
import { permission } from './contract.ts';

/** A later decision of the host State stands in place of the earlier one. */
const decisionItem = z.object({ ...stepFields, permission });
type Decided = z.output<typeof decisionItem>;

export const decisions: Series<Decided> = { table: 'requests', name: 'permission', item: decisionItem };

/** A session, entered by an authority of the State that decides whether there may be one. */
export interface WithHostState extends Entered {
  readonly hostState: string;
}

export const permissionGate: Gate<WithHostState, Decided> = {
  gate: 'permission',
  series: decisions,
  enter: async (store, sessionId, staff, first) => {
    const own = personKey(staff.personId);
    const entered = await enterSession(store, sessionId, staff, {
      first: [...first, own],
      next: ({ caseId }) => [caseKey(caseId)],
    });
    const { door, found } = entered;
    const { hostState } = parseCase(found(caseKey(door.caseId)));
    assertMayOpen('permission', parsePerson(found(own)), { hostState });
    return { ...entered, hostState };
  },
};
