import { parseWork, workKey } from '../../rooms/port/at-work.ts';
import { bookedSpans, bookedSpansKey } from '../../sessions/port/booked-spans.ts';
import type { Handler } from '../../shared/http/call.ts';
import { interpreterNoShow } from '../actions.ts';
import type * as contract from './contract.ts';
import { putNoShow } from './no-shows.ts';
import { teamDecision } from '../team-decision.ts';
import { dayOfNoShow } from './times.ts';

/**
 * An interpreter did not come: the gate closes until they are confirmed anew, since they came after all, or somebody else is in
 * their place. Their agency counts it, also when they were replaced since.
 */
export const reportNoShow: Handler<typeof contract.reportNoShow> = (call) => {
  const { pseudonym, why } = call.body;
  const { now, context, params } = call;
  return teamDecision(call, pseudonym, async ({ booked, one }) => {
    const { sessionId } = params;
    const [session, room] = await context.store.get([bookedSpansKey(sessionId), workKey(sessionId)]);
    const spans = bookedSpans(session, 'interpreter');
    const day = dayOfNoShow(spans, parseWork(room)[booked.pseudonym], now);
    const { agencyId } = one.person;
    return {
      said: { noShow: { day, why }, disclosures: {} },
      changes:
        agencyId === undefined
          ? []
          : [putNoShow({ agencyId, sessionId, personId: booked.personId, day, why }, spans[day - 1])],
      entry: (by, gate) => interpreterNoShow.entry({ ...by, details: { gate, day, why } }),
    };
  });
};
