import { holdWitness, type CaseWitness } from '../cases/port/membership.ts';
import { parseParty, partyKey } from '../cases/port/parties.ts';
import { dayWhere } from '../cases/port/day-where.ts';
import { parseStanding, standingKey } from '../cases/port/standing.ts';
import { standingDecision } from '../cases/port/standing-decision.ts';
import { sealAll } from '../custody/port/disclosure.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Found } from '../shared/store/read-by-key.ts';
import type { Key } from '../shared/store/store.ts';
import { instantOf } from '../shared/values/instants.ts';
import { consentGiven, consentRefused } from './actions.ts';
import { gateOfRecord, restsOnDraft, withKnownAge } from './consent/informed.ts';
import { sharedWith, wishesOf } from './consent/needed.ts';
import { sealedConsent } from './consent/sealed.ts';
import { consentOn } from './consent/standing.ts';
import type { ConsentRecord } from './consent/contract.ts';
import { herWord } from './consent.ts';
import type * as contract from './contract.ts';
import { consentOf, enterAsHolder } from './store.ts';
import { standsTo } from './where-they-are.ts';

/**
 * Records what somebody consented to. A no is recorded with the same dignity, and closes the gate. A yes stands until its last
 * day, and a guardian's until the child is of age.
 */
export const recordConsent: Handler<typeof contract.recordConsent> = (call) => {
  const { actor, params, body, now, context } = call;
  return standingDecision(
    call,
    consentOf,
    (more) =>
      enterAsHolder('consent', context.store, params, actor, [...more, ...guardianKeys(params, body)]),
    ({ self, witness, found }) => {
      const stood = parseStanding(found(standingKey(params.caseId, params.party, 'consent')));
      const day = dayWhere(witness, now);
      const gate = gateOfRecord(body, day, witness);
      if (gate === 'open') assertGuardianOf(witness, body, found);
      const record = withKnownAge(body, witness);
      const { lastDay } = consentOn([{ kind: 'record', record }], day);
      const { digests, disclosures } = sealAll(sealedConsent(record), context.randomBytes);
      return {
        standing: {
          state: gate,
          ...standsTo(witness, lastDay),
          ...wishesOf(record),
          ...(gate === 'open' && sharedWith(record, stood, instantOf(now.getTime()))),
          ...(gate === 'open' && restsOnDraft(record) && { onDraft: true as const }),
        },
        step: { kind: 'record' as const, record, disclosures },
        by: { recordedBy: actor.personId, role: self.role, pseudonym: self.pseudonym },
        entry: (by) => {
          const said = { ...by, ...herWord(witness), sealed: digests };
          return gate === 'open'
            ? consentGiven.entry({ ...said, details: { gate } })
            : consentRefused.entry({ ...said, details: { gate } });
        },
        // Their age may be erased in this moment: then it is not kept again.
        ...(record.ofAgeOn === undefined ? {} : { changes: [holdWitness(found, witness)] }),
        answer: { gate },
      };
    },
  );
};

type Whose = Pick<CaseWitness, 'caseId' | 'pseudonym'>;

const guardianKeys = (
  { caseId }: { readonly caseId: string },
  { guardian }: Pick<ConsentRecord, 'guardian'>,
): readonly Key[] => (guardian === undefined ? [] : [partyKey(caseId, guardian.who)]);

/**
 * The word of a guardian is that of somebody whom the case has as this child's, so that nobody becomes one by being typed in. A
 * no needs none: it counts from whomever.
 * @throws {Refusal} `guardian-needed`
 */
function assertGuardianOf({ caseId, pseudonym }: Whose, record: ConsentRecord, found: Found): void {
  if (record.guardian === undefined) return;
  const named = parseParty(found(partyKey(caseId, record.guardian.who)));
  if (named?.role === 'guardian' && named.for === pseudonym) return;
  throw new Refusal('guardian-needed', {}, [
    {
      pointer: '/guardian/who',
      message:
        'Give the pseudonym of the child’s guardian. The prosecutor or the clerk names one in the case.',
    },
  ]);
}
