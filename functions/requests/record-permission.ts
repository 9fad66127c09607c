import { gateDecision } from '../sessions/port/gate-decision.ts';
import type { Handler } from '../shared/http/call.ts';
import { patiently } from '../shared/http/patiently.ts';
import { permissionGranted, permissionRefused } from './actions.ts';
import type * as contract from './contract.ts';
import { checkDays, gateOf } from './permission.ts';
import { permissionGate } from './store.ts';

/**
 * Enters the host State's decision. A court must be able to read from the log alone which State decided, and on which
 * terms, the hearing was held.
 */
export const recordPermission: Handler<typeof contract.recordPermission> = (call) =>
  gateDecision(patiently(call), permissionGate, ({ door, hostState }) => {
    const { body, now } = call;
    checkDays(body, door.end, now);
    const { decision, reference, legalBasis, decidedOn, validUntil, conditions } = body;
    const action = decision === 'granted' ? permissionGranted : permissionRefused;
    return {
      state: gateOf(body),
      move: { permittedUntil: validUntil },
      step: { permission: body },
      entry: (by) =>
        action.entry({
          ...by,
          authority: { kind: 'permission', ref: reference },
          subject: { kind: 'session', ref: door.sessionId },
          details: { hostState, legalBasis, decidedOn, validUntil, conditions },
        }),
      answer: { decision },
    };
  });
