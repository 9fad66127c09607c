import { describe, expect, test } from 'vitest';
import { consentRecord, toldItems } from '../../../../functions/witnesses/consent/contract.ts';
import { gateOfRecord } from '../../../../functions/witnesses/consent/informed.ts';
import { currentText } from '../../../../functions/witnesses/material/register.ts';
import { fullPlan, planPhases } from '../../../../functions/witnesses/plan/contract.ts';
import { lacksOfGo } from '../../../../functions/witnesses/plan/go.ts';
import { consentFrom } from '../../../../web/src/pages/witness/consent-from.ts';
import { planFrom } from '../../../../web/src/pages/witness/plan-from.ts';

/** What the forms beside the witness make of what is typed. */

const typed = (fields: readonly (readonly [string, string])[]): FormData => {
  const values = new FormData();
  for (const [name, value] of fields) values.append(name, value);
  return values;
};
const text = currentText('consent', 'my', '2026-11-28');
const material = [
  ['material.language', 'my'],
  ['material.version', String(text?.version)],
  ['material.hash', text?.hash ?? ''],
] as const;
const agreed = [
  ['language', 'shn'],
  ['interpreter.was', 'present'],
  ['interpreter.who', 'I-4K7Q'],
  ...material,
  ['method', 'read-out-by-interpreter'],
  ...toldItems.map((item) => ['told', item] as const),
  ['capacity.is', 'able'],
  ['capacity.assessedBy', 'Nurse'],
  ['capacity.how', 'A talk.'],
  ['teachBack.understanding', 'own-words'],
  ['teachBack.asked', ''],
  ...[
    'takePart',
    'liveVideo',
    'alteredPictureOrVoice',
    'supporter',
    'womanInterpreter',
    'transferAbroad',
  ].map((scope) => [`scopes.${scope}.answer`, 'yes'] as const),
  ['scopes.takePart.how', 'typed, and then another answer chosen'],
  ['scopes.recording.answer', 'limited'],
  ['scopes.recording.how', 'Voice only.'],
  ['wishes.inCamera', 'yes'],
  ['wishes.breakEvery', '30'],
  ['sharing.0.authority', ''],
  ['sharing.0.state', ''],
  ['sharing.0.purpose', ''],
  ['sharing.1.authority', 'The shelter'],
  ['sharing.1.state', 'MM'],
  ['sharing.1.purpose', 'protection'],
  ['sharing.2.agency', '4x7k2q9d1m3n5p8r0s6t7v2w4y'],
  ['sharing.2.authority', 'Office of the Attorney General'],
  ['sharing.2.state', 'TH'],
  ['sharing.2.purpose', 'this-trial'],
  ['person', 'adult'],
  ['ofAgeOn', '2028-05-01'],
  ['guardian.who', 'typed, and then of age chosen'],
  ['mark.kind', 'thumbprint'],
  ['mark.witnesses.0', 'left from another answer'],
  ['validUntil', '2027-06-30'],
] as const;

describe('the form of a consent', () => {
  test('is what the service takes, and opens the gate; what hangs on an answer that was not given is not sent', () => {
    const record = consentRecord.parse(consentFrom(typed(agreed)));
    expect(record).toMatchObject({
      scopes: { takePart: { answer: 'yes' }, recording: { answer: 'limited', how: 'Voice only.' } },
      sharing: [
        { authority: 'The shelter', state: 'MM', purpose: 'protection' },
        {
          authority: 'Office of the Attorney General',
          state: 'TH',
          purpose: 'this-trial',
          agency: '4x7k2q9d1m3n5p8r0s6t7v2w4y',
        },
      ],
      wishes: { inCamera: 'yes', breakEvery: 30 },
      mark: { kind: 'thumbprint' },
      person: 'adult',
    });
    expect(
      record.scopes.takePart.how ?? record.ofAgeOn ?? record.guardian ?? record.mark?.witnesses,
    ).toBeUndefined();
    expect(gateOfRecord(record, '2026-11-28')).toBe('open');
  });

  test('of somebody who says no is sent with that no alone', () => {
    const no = [
      ['language', 'shn'],
      ['interpreter.was', 'not-needed'],
      ['scopes.takePart.answer', 'no'],
      ['person', 'adult'],
    ] as const;
    const record = consentRecord.parse(consentFrom(typed(no)));
    expect(record.scopes).toEqual({ takePart: { answer: 'no' } });
    expect(gateOfRecord(record, '2026-11-28')).toBe('refused');
  });

  test('of a child has the guardian and the month of birth', () => {
    const child = agreed.map(([name, value]) => [name, name === 'person' ? 'child' : value] as const);
    const more = [
      ['guardian.agrees', 'yes'],
      ['guardian.assent', 'yes'],
      ['guardian.bestInterests', 'To be done with it.'],
    ] as const;
    const record = consentRecord.parse(consentFrom(typed([...child, ...more])));
    expect(record).toMatchObject({ person: 'child', ofAgeOn: '2028-05-01', guardian: { assent: 'yes' } });
  });

  test('left empty says what is missing', () => {
    const found = consentRecord.safeParse(consentFrom(typed([])));
    expect(found.error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'scopes.takePart.answer',
      'language',
      'interpreter.was',
      'person',
    ]);
  });
});

describe('the form of a plan', () => {
  const go = [
    ['ownView.danger', 'some'],
    ['ownView.words', 'My uncle must not hear.'],
    ...planPhases.map((phase) => [`phases.${phase}.remains`, 'low'] as const),
    ['phases.travel.threats', 'family'],
    ['phases.travel.threats', 'phone'],
    ['measures', 'pseudonym'],
    ['stopSignal', 'hand up'],
    ['escapeWord', 'rain'],
    ['mayHalt', 'interpreter'],
    ['noContact', ' The uncle \n\nThe accused'],
    ['onCall.0.who', 'Duty officer'],
    ['onCall.0.weekdays', '1'],
    ['onCall.0.weekdays', '7'],
    ['onCall.0.from', '08:00'],
    ['onCall.0.until', '00:00'],
    ['onCall.1.who', ''],
    ['emergencyContacts.0.who', 'The shelter'],
    ['emergencyContacts.0.reach', 'house telephone'],
    ['emergencyContacts.0.hours', 'always'],
    ['fallback', 'The clerk is called.'],
    ['aftercare', 'debrief'],
    ['nextReview', '2027-06-30'],
    ['decision', 'go'],
  ] as const;

  test('is what the service takes, and can carry a go', () => {
    const plan = fullPlan.parse(planFrom('Asia/Bangkok')(typed(go)));
    expect(plan).toMatchObject({
      noContact: ['The uncle', 'The accused'],
      onCall: [{ zone: 'Asia/Bangkok', weekdays: [1, 7], from: '08:00', until: '24:00' }],
      phases: { travel: { threats: ['family', 'phone'], remains: 'low' } },
      lovedOnes: [],
    });
    expect(lacksOfGo(plan, '2026-11-28', false)).toEqual([]);
    expect(lacksOfGo(plan, '2026-11-28', true)).toHaveLength(1);
    const weighed = [
      ['bestInterests.how', 'Two talks.'],
      ['bestInterests.by', 'Child protection officer'],
      ['bestInterests.result', 'Heard once.'],
    ] as const;
    const ofChild = fullPlan.parse(planFrom('Asia/Bangkok')(typed([...go, ...weighed])));
    expect(lacksOfGo(ofChild, '2026-11-28', true)).toEqual([]);
  });

  test('of a no-go needs nothing else', () => {
    const plan = fullPlan.parse(planFrom('Asia/Bangkok')(typed([['decision', 'no-go']])));
    expect(plan.decision).toBe('no-go');
    expect(plan.ownView).toBeUndefined();
  });

  test('with half an own view says what is missing of it', () => {
    const half = planFrom('Asia/Bangkok')(
      typed([
        ['ownView.danger', 'great'],
        ['decision', 'go'],
      ]),
    );
    expect(fullPlan.safeParse(half).error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'ownView.words',
    ]);
  });
});
