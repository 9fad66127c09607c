import { capacityOn } from '../cases/port/capacity.ts';
import { dayWhere } from '../cases/port/day-where.ts';
import { enterParty } from '../cases/port/enter-party.ts';
import { holdWitness } from '../cases/port/membership.ts';
import { assertOwnCourt } from '../cases/port/own-court.ts';
import { lastDayOf, parseStanding, standingKey, type Standing } from '../cases/port/standing.ts';
import { standingDecision, type StandingDecision } from '../cases/port/standing-decision.ts';
import { sealAll } from '../custody/port/disclosure.ts';
import type { Handler } from '../shared/http/call.ts';
import { instantOf } from '../shared/values/instants.ts';
import { testimonyOrdered, testimonyOrderLifted } from './actions.ts';
import type * as contract from './contract.ts';
import { testimonies, type TestimonyStep } from './store.ts';
import { assertCompelled, assertOrdered, assertRead, assertToCome } from './testimony/rule.ts';

/** What somebody wished for how they are heard, which no order takes away. */
const wishesOf = (stood: Standing | undefined) =>
  stood?.wishes === undefined ? {} : { wishes: stood.wishes };

/** Whether they had said no themselves, before any order. */
const hadRefused = (stood: Standing | undefined): boolean =>
  stood?.state === 'refused' || stood?.refused === true;

type Ordered = StandingDecision<TestimonyStep, { readonly gate: Standing['state'] }>;

/**
 * Where a summons compels, a judge of the court that tries the case orders somebody to testify: in its hearings that stands in
 * the place of their consent, and is shown everywhere as what it is; elsewhere their own word counts alone. What they want
 * themselves is recorded with it. A withdrawal closes the gate as ever, and the judge decides anew; whoever is said to be a
 * victim or a child meanwhile is ordered no more.
 */
export const orderToTestify: Handler<typeof contract.orderToTestify> = (call) => {
  const { actor, params, body, context } = call;
  const { decision, read, reasons } = body;
  const now = instantOf(call.now.getTime());
  return standingDecision(
    call,
    { gate: 'consent', series: testimonies },
    (more) => enterParty(context.store, params, actor, more),
    ({ case: opened, self, witness, found }): Ordered => {
      assertOwnCourt(actor, opened);
      const stood = parseStanding(found(standingKey(params.caseId, params.party, 'consent')));
      assertCompelled(capacityOn(witness, dayWhere(witness, call.now)));
      assertRead(stood, read);
      const by = { recordedBy: actor.personId, role: self.role, pseudonym: self.pseudonym };
      const about = {
        authority: { kind: 'role' as const, ref: self.role },
        subject: { kind: 'witness', ref: witness.pseudonym },
      };
      // As what they are heard is held as it was read.
      const changes = [holdWitness(found, witness)];
      if (decision.is === 'lifted') {
        assertOrdered(stood);
        const { digests, disclosures } = sealAll({ reasons }, context.randomBytes);
        const gate = hadRefused(stood) ? ('refused' as const) : ('missing' as const);
        return {
          standing: { state: gate, ...wishesOf(stood) },
          step: { kind: 'lifted' as const, reasons, disclosures },
          by,
          changes,
          entry: (acting) =>
            testimonyOrderLifted.entry({
              ...acting,
              ...about,
              details: { gate },
              sealed: digests,
            }),
          answer: { gate },
        };
      }
      const { basis, wishes, until } = decision;
      assertToCome(until, now);
      const { digests, disclosures } = sealAll({ reasons, wishes }, context.randomBytes);
      return {
        standing: {
          state: 'open' as const,
          byOrder: true as const,
          ...(hadRefused(stood) ? { refused: true as const } : {}),
          ...wishesOf(stood),
          ...(until === undefined ? {} : { until, days: { to: lastDayOf(until) } }),
        },
        step: { kind: 'ordered' as const, basis, wishes, reasons, ...(until && { until }), disclosures },
        by,
        changes,
        entry: (acting) =>
          testimonyOrdered.entry({
            ...acting,
            ...about,
            details: { gate: 'open', basis, validUntil: until },
            sealed: digests,
          }),
        answer: { gate: 'open' as const },
      };
    },
  );
};
