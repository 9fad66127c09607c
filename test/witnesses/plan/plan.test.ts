import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../functions/shared/refusals.ts';
import { interval, type Interval } from '../../../functions/shared/values/instants.ts';
import {
  fullPlan,
  planPhases,
  reviewTriggers,
  type FullPlan,
} from '../../../functions/witnesses/plan/contract.ts';
import { assertCanGo } from '../../../functions/witnesses/plan/go.ts';
import { nobodyOnCall } from '../../../functions/shared/values/on-call.ts';
import { planForProsecutor, sealedPlan } from '../../../functions/witnesses/plan/parts.ts';
import { planOn, type PlanStep } from '../../../functions/witnesses/plan/standing.ts';
import { fullGo } from '../../support/consent-and-plan.ts';

const day = '2026-11-28';
const go = fullPlan.parse(fullGo);

function lacks(plan: FullPlan, isChild = false): readonly string[] {
  try {
    assertCanGo(plan, day, isChild);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.code).toBe('does-not-fit');
    return error.errors.map(({ pointer }) => pointer);
  }
}
const without = (name: keyof FullPlan): FullPlan => {
  const { [name]: _, ...rest } = go;
  return rest as FullPlan;
};

describe('a go', () => {
  test('with everything can be', () => expect(lacks(go)).toEqual([]));

  test.each([
    ['ownView', '/ownView/danger'],
    ['stopSignal', '/stopSignal'],
    ['escapeWord', '/escapeWord'],
    ['fallback', '/fallback'],
    ['nextReview', '/nextReview'],
  ] as const)('needs %s', (name, pointer) => expect(lacks(without(name))).toEqual([pointer]));

  test.each(['measures', 'mayHalt', 'onCall', 'emergencyContacts', 'aftercare'] as const)(
    'needs at least one of %s',
    (name) => {
      const first = name === 'onCall' || name === 'emergencyContacts' ? '/0/who' : '';
      expect(lacks({ ...go, [name]: [] })).toEqual([`/${name}${first}`]);
    },
  );

  test.each(planPhases)(
    'says what risk remains %s, and where it is high, somebody is beside the person',
    (phase) => {
      const remaining = (remains?: 'high') => ({
        ...go,
        phases: { ...go.phases, [phase]: { threats: [], ...(remains && { remains }) } },
      });
      expect(lacks(remaining())).toEqual([`/phases/${phase}/remains`]);
      expect(lacks({ ...remaining('high'), measures: ['pseudonym'] })).toEqual(['/measures']);
      expect(lacks(remaining('high'))).toEqual([]);
    },
  );

  test('answers a great danger that the person sees', () => {
    const ownView = { danger: 'great', words: 'They know where I sleep.' } as const;
    expect(lacks({ ...go, ownView })).toEqual(['/ownView/answered']);
    expect(lacks({ ...go, ownView: { ...ownView, answered: 'Another shelter.' } })).toEqual([]);
  });

  test('has a word for an emergency that is not the sign for a stop, and a review to come', () => {
    expect(lacks({ ...go, stopSignal: 'Papaya' })).toEqual(['/escapeWord']);
    expect(lacks({ ...go, nextReview: '2026-11-27' })).toEqual(['/nextReview']);
  });

  test('for a child says what is best for it, how that was assessed, and by whom; a grown-up’s need not', () => {
    const bestInterests = {
      how: 'Two talks.',
      by: 'Child protection officer',
      result: 'Heard once, by link.',
    };
    expect(lacks(go, true)).toEqual(['/bestInterests/how']);
    expect(lacks({ ...go, bestInterests }, true)).toEqual([]);
    expect(lacks({ ...go, decision: 'no-go' }, true)).toEqual([]);
    for (const name of Object.keys(bestInterests)) {
      const { [name as 'how']: _, ...rest } = bestInterests;
      expect(fullPlan.safeParse({ ...go, bestInterests: rest }).success, name).toBe(false);
    }
    // It stays with the holder, and is sealed for itself.
    expect(JSON.stringify(planForProsecutor({ ...go, bestInterests }))).not.toContain('Two talks.');
    expect(sealedPlan({ ...go, bestInterests }).bestInterests).toContain('Two talks.');
    expect(sealedPlan({ ...go, bestInterests }).plan).not.toContain('Two talks.');
  });

  test('a no-go needs nothing', () => {
    const phases = Object.fromEntries(planPhases.map((name) => [name, { threats: [] }]));
    const empty = { measures: [], lovedOnes: [], noContact: [], mayHalt: [], onCall: [] };
    const bare = { phases, ...empty, emergencyContacts: [], aftercare: [], decision: 'no-go' };
    expect(lacks(fullPlan.parse(bare))).toEqual([]);
  });
});

describe('what stands of a plan', () => {
  const officer = 'officer';
  const prosecutor = 'prosecutor';
  const plan = (number: number, decision: 'go' | 'no-go' = 'go', nextReview = '2027-06-30'): PlanStep => ({
    kind: 'plan',
    number,
    recordedBy: officer,
    plan: { decision, nextReview },
  });
  const word = (
    number: number,
    of: number | undefined,
    decision: 'go' | 'no-go' = 'go',
    recordedBy = prosecutor,
  ): PlanStep => ({
    kind: 'word',
    number,
    recordedBy,
    decision,
    plan: of,
  });
  const noGo = { state: 'refused', reason: 'no-go' };

  test('nothing: the support officer’s turn', () => {
    expect(planOn([], day)).toEqual({ state: 'missing', reason: 'nothing-entered', turn: 'support-officer' });
  });

  test('the go of one person alone is missing the other’s', () => {
    const missing = { state: 'missing', reason: 'second-word', turn: 'prosecutor' };
    expect(planOn([plan(1)], day)).toEqual(missing);
    expect(planOn([plan(1), word(2, 1, 'go', officer)], day)).toEqual(missing);
    expect(planOn([plan(1), word(2, undefined)], day)).toEqual(missing);
  });

  test('the go of both stands until the review is due', () => {
    const both = [plan(1), word(2, 1)];
    expect(planOn(both, '2027-06-30')).toEqual({ state: 'open', lastDay: '2027-06-30' });
    expect(planOn(both, '2027-07-01')).toEqual({
      state: 'missing',
      reason: 'review-due',
      turn: 'support-officer',
    });
  });

  test('either’s no-go closes at once, before there is a plan and after both said go', () => {
    expect(planOn([word(1, undefined, 'no-go')], day)).toEqual(noGo);
    expect(planOn([plan(1), word(2, 1), word(3, 1, 'no-go')], day)).toEqual(noGo);
    expect(planOn([plan(1), word(2, 1), plan(3, 'no-go')], day)).toEqual(noGo);
  });

  test('a no-go is not undone by the other’s word, only by their own or another plan', () => {
    expect(planOn([plan(1, 'no-go'), word(2, 1)], day)).toEqual(noGo);
    expect(planOn([plan(1), word(2, 1, 'no-go'), word(3, 1)], day).state).toBe('open');
    expect(planOn([plan(1), word(2, 1, 'no-go'), plan(3)], day)).toMatchObject({ reason: 'second-word' });
  });

  test('a go for an earlier plan is none for the next', () => {
    expect(planOn([plan(1), word(2, 1), plan(3), word(4, 1)], day)).toMatchObject({ reason: 'second-word' });
  });

  test.each(reviewTriggers)('%s reopens the gate until there is another plan', (trigger) => {
    const review = { kind: 'review', number: 3, recordedBy: officer, trigger } as const;
    const before = [plan(1), word(2, 1), review];
    expect(planOn(before, day)).toEqual({ state: 'missing', reason: trigger, turn: 'support-officer' });
    expect(planOn([...before, word(4, 1)], day)).toMatchObject({ state: 'missing', reason: trigger });
    expect(planOn([...before, word(4, 1, 'no-go')], day)).toEqual(noGo);
    expect(planOn([...before, plan(4), word(5, 4)], day).state).toBe('open');
  });
});

describe('who answers the silent alarm', () => {
  const span = (start: string, end: string): Interval => interval.parse({ start, end });
  const weekdays = [1, 2, 3, 4, 5];
  const morning = { who: 'A', zone: 'Asia/Yangon', weekdays, from: '08:00', until: '12:00' };
  const hours = (...rows: object[]) => fullPlan.shape.onCall.parse(rows);

  test('throughout: on a Friday morning in Yangon', () => {
    expect(
      nobodyOnCall(hours(morning), [span('2026-12-04T01:30:00Z', '2026-12-04T05:30:00Z')]),
    ).toBeUndefined();
  });

  test('nobody on call: the first stretch in which nobody is', () => {
    expect(nobodyOnCall([], [span('2026-12-04T02:00:00Z', '2026-12-04T03:00:00Z')])).toEqual(
      span('2026-12-04T02:00:00Z', '2026-12-04T03:00:00Z'),
    );
    expect(nobodyOnCall(hours(morning), [span('2026-12-04T01:00:00Z', '2026-12-04T06:00:00Z')])).toEqual(
      span('2026-12-04T01:00:00Z', '2026-12-04T01:30:00Z'),
    );
    expect(
      nobodyOnCall(hours(morning), [span('2026-12-05T02:00:00Z', '2026-12-05T03:00:00Z')]),
    ).toBeDefined();
  });

  test('a second one takes over, from another place, across midnight too', () => {
    const night = { ...morning, who: 'B', zone: 'Asia/Bangkok', from: '12:30', until: '24:00' };
    const after = { ...morning, who: 'C', zone: 'Asia/Bangkok', from: '00:00', until: '02:00' };
    const long = span('2026-12-03T02:00:00Z', '2026-12-03T18:00:00Z');
    expect(nobodyOnCall(hours(morning, night, after), [long])).toBeUndefined();
    expect(nobodyOnCall(hours(morning, night), [long])).toEqual(
      span('2026-12-03T17:00:00Z', '2026-12-03T18:00:00Z'),
    );
  });

  test('the second day of a session counts as the first', () => {
    const saturday = span('2026-12-05T02:00:00Z', '2026-12-05T03:00:00Z');
    const friday = span('2026-12-04T02:00:00Z', '2026-12-04T03:00:00Z');
    expect(nobodyOnCall(hours(morning), [friday, saturday])).toEqual(saturday);
  });

  test('hours move with the clocks of their place', () => {
    const sydney = { ...morning, zone: 'Australia/Sydney', weekdays: [4], from: '12:30', until: '13:30' };
    const before = span('2026-10-01T02:30:00Z', '2026-10-01T03:30:00Z');
    const after = span('2026-10-08T02:30:00Z', '2026-10-08T03:30:00Z');
    expect(nobodyOnCall(hours(sydney), [before])).toBeUndefined();
    expect(nobodyOnCall(hours(sydney), [after])).toEqual(after);
  });
});

describe('which part of a plan is for whom', () => {
  const canaries = ['Kestrel', 'Plover', 'Dunlin', 'Godwit', 'Merlin', 'Osprey', 'Curlew'];
  const [words, loved, never, stop, escape, duty, contact] = canaries;
  const planted = fullPlan.parse({
    ...fullGo,
    ownView: { danger: 'great', words, answered: words },
    lovedOnes: [{ who: loved, danger: 'high', measures: loved }],
    noContact: [never],
    stopSignal: stop,
    escapeWord: escape,
    onCall: [{ ...fullGo.onCall[0], who: duty }],
    emergencyContacts: [{ who: contact, reach: contact, hours: contact }],
    dissent: words,
  });

  test('the prosecutor decides from the risks and measures, and learns no word that would help who looks for the person', () => {
    const shown = planForProsecutor(planted);
    expect(shown).toMatchObject({ danger: 'great', decision: 'go', measures: fullGo.measures });
    expect(canaries.filter((canary) => JSON.stringify(shown).includes(canary))).toEqual([]);
  });

  test('is sealed field by field: the measures can be shown to a court without the word for an emergency', () => {
    const sealed = sealedPlan(planted);
    expect(canaries.filter((canary) => sealed.plan.includes(canary))).toEqual([]);
    for (const canary of canaries) expect(Object.values(sealed).join(' ')).toContain(canary);
  });
});
