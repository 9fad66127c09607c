import * as z from 'zod';
import { enterSession, type Entered } from '../sessions/port/enter-session.ts';
import type { Gate } from '../sessions/port/gate-decision.ts';
import { stepFields, type Series } from '../shared/store/numbered-series.ts';
import { permission } from './contract.ts';

/** A later decision of the host State stands in place of the earlier one. */
const decisionItem = z.object({ ...stepFields, permission });
type Decided = z.output<typeof decisionItem>;

export const decisions: Series<Decided> = { table: 'requests', name: 'permission', item: decisionItem };

export const permissionGate: Gate<Entered, Decided> = {
  gate: 'permission',
  series: decisions,
  enter: (store, sessionId, staff, first) => enterSession(store, sessionId, staff, { first }),
};
