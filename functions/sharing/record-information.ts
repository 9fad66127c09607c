import type { Handler } from '../shared/http/call.ts';
import { informationKept } from './actions.ts';
import type * as contract from './contract.ts';
import { enterStep, said } from './enter-step.ts';

/** The one who holds contact keeps what somebody told. It stays with that agency until they consent to more. */
export const recordInformation: Handler<typeof contract.recordInformation> = (call) =>
  enterStep(call, { holder: true, open: true }, ({ number }) =>
    said({ kind: 'information', text: call.body.text }, { text: call.body.text }, (by) =>
      informationKept.entry({ ...by, details: { number } }),
    ),
  );
