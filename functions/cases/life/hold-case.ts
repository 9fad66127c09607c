import type { Handler } from '../../shared/http/call.ts';
import { caseHeldForAppeal } from '../actions.ts';
import type { holdCase as contract } from './contract.ts';
import { endCase, ofCase } from './end-case.ts';

/** The case has ended and is kept whole, since a court may look at it again. */
export const holdCase: Handler<typeof contract> = (call) =>
  endCase(call, {
    to: 'appeal',
    from: ['open', 'closed'],
    entry: (by, sealed) =>
      caseHeldForAppeal.entry({ ...by, ...ofCase(call), details: { reason: call.body.reason }, sealed }),
  });
