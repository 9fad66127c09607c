import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { exhibitAllowed } from '../actions.ts';
import type { allowExhibit as contract } from '../contract.ts';
import { exhibitKey, parseExhibit, putExhibit } from '../store.ts';
import { isOfCourt } from './showing.ts';
import { showingStep } from './step.ts';

/** Lets its party show an exhibit; where that is taken back, what they show by it is hidden with it. */
export const allowExhibit: Handler<typeof contract> = async (call) => {
  const { body, params } = call;
  const key = exhibitKey(params.sessionId, body.exhibitId);
  await showingStep(
    call,
    ({ door, me, shown, found, word }) => {
      if (!isOfCourt(door, me)) throw new Refusal('not-your-role');
      const before = parseExhibit(found(key));
      if (before.allowed === body.allowed) return undefined;
      const { showing } = shown;
      const isTheirs = showing?.exhibitId === before.exhibitId && showing.by === before.pseudonym;
      return {
        showing: isTheirs && !body.allowed ? undefined : showing,
        changes: [putExhibit(before, { ...before, allowed: body.allowed })],
        entry: (by) =>
          exhibitAllowed.entry({
            ...by,
            subject: { kind: 'seat', ref: `${before.seat} ${before.pseudonym}` },
            details: { exhibit: before.number, allowed: body.allowed, ...word },
          }),
      };
    },
    [key],
  );
  return body;
};
