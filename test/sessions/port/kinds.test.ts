import { describe, expect, test } from 'vitest';
import { heardAs } from '../../../functions/sessions/port/capacities.ts';
import type { Capacity } from '../../../functions/shared/values/capacities.ts';
import { gateNames, gates, type GateName } from '../../../functions/sessions/port/gates.ts';
import { sessionKinds } from '../../../functions/sessions/port/kind-names.ts';
import { kinds, needsGate } from '../../../functions/sessions/port/kinds.ts';
import { role } from '../../../functions/shared/access/roles.ts';

/** Written out once more and by hand: which gates a session waits for, by its kind and by as what somebody is heard. */
const waitsFor = (of: (gate: GateName) => boolean) => gateNames.filter(of);

describe('which gates', () => {
  test.each<[(typeof sessionKinds)[number], readonly GateName[]]>([
    ['interview', ['permission', 'attendingOfficer', 'consent', 'riskPlan', 'interpreter', 'rehearsal']],
    ['deposition', ['permission', 'attendingOfficer', 'consent', 'riskPlan', 'interpreter', 'rehearsal']],
    ['testimony', ['permission', 'attendingOfficer', 'consent', 'riskPlan', 'interpreter', 'rehearsal']],
    ['expert', ['permission', 'attendingOfficer', 'consent', 'riskPlan', 'interpreter', 'rehearsal']],
    ['rehearsal', ['consent', 'riskPlan', 'interpreter']],
    ['preparation-visit', ['riskPlan', 'interpreter']],
    ['debrief', ['riskPlan', 'interpreter']],
    ['central-authority-meeting', []],
  ])('a %s has', (kind, expected) => {
    expect(waitsFor((gate) => gates[gate].of[kind])).toEqual(expected);
  });

  test.each<[Capacity, readonly GateName[]]>([
    ['victim', ['permission', 'attendingOfficer', 'consent', 'riskPlan', 'interpreter', 'rehearsal']],
    ['witness', ['permission', 'attendingOfficer', 'consent', 'interpreter', 'rehearsal']],
    ['child', ['permission', 'attendingOfficer', 'consent', 'riskPlan', 'interpreter', 'rehearsal']],
    ['expert', ['permission', 'attendingOfficer', 'interpreter', 'rehearsal']],
    ['accused', ['permission', 'attendingOfficer', 'interpreter', 'rehearsal']],
  ])('are asked for with a %s', (capacity, expected) => {
    expect(waitsFor((gate) => gates[gate].capacities[capacity])).toEqual(expected);
  });

  test('both must say so, and somebody must have the seat that it is about', () => {
    const all = ['prosecutor', 'witness', 'interpreter'] as const;
    expect(needsGate('testimony', all, 'consent')).toBe(true);
    expect(needsGate('expert', ['judge', 'expert'], 'consent')).toBe(false);
    expect(needsGate('expert', ['judge', 'expert'], 'permission')).toBe(true);
    expect(needsGate('testimony', ['judge', 'expert', 'witness'], 'consent')).toBe(true);
    expect(needsGate('debrief', all, 'consent')).toBe(false);
    expect(needsGate('testimony', ['witness'], 'interpreter')).toBe(false);
  });

  test('of whoever is not said as what they are heard the most is asked', () => {
    expect(heardAs(['witness'])).toEqual(['victim']);
    expect(heardAs(['judge'])).toEqual(['victim']);
    expect(heardAs(['judge', 'expert'])).toEqual(['expert']);
    expect(heardAs(['witness', 'expert'])).toEqual(['victim', 'expert']);
  });
});

describe('the seats of a kind', () => {
  test.each(sessionKinds)('%s: each once, and no interpreter is needed', (kind) => {
    const { needs, may } = kinds[kind];
    expect(new Set([...needs, ...may]).size).toBe(needs.length + may.length);
    expect(needs).not.toContain('interpreter');
  });

  test('whoever has no business in any session has a seat in none', () => {
    const seats = new Set(sessionKinds.flatMap((kind) => [...kinds[kind].needs, ...kinds[kind].may]));
    const none = role.options.filter((each) => !seats.has(each));
    expect(none).toEqual(['auditor', 'agency-administrator']);
  });
});
