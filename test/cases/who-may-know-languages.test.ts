import { expect, test } from 'vitest';
import { mayKnowLanguages } from '../../functions/cases/port/who-may-know-a-field.ts';
import { staffRoles, type Role } from '../../functions/shared/access/roles.ts';

const one = { holder: 'holder', mayKnow: ['attending'] };
const other = { holder: 'another', mayKnow: ['attending'] };
const reads = (personId: string, role: Role, heard = [one]) => mayKnowLanguages({ personId, role }, heard);

test('what somebody speaks is known by those who need it, whatever else their role lets them do', () => {
  expect(reads('any', 'clerk')).toBe(true);
  expect(reads('holder', 'support-officer')).toBe(true);
  expect(reads('attending', 'attending-officer')).toBe(true);
  for (const role of staffRoles.filter((each) => each !== 'clerk')) expect(reads('any', role)).toBe(false);
});

test('what several speak together is known by whoever may know it of each', () => {
  expect(reads('holder', 'support-officer', [one, other])).toBe(false);
  expect(reads('attending', 'attending-officer', [one, other])).toBe(true);
});

test('where nobody is heard yet, by whoever arranges interpreting', () => {
  expect(staffRoles.filter((role) => reads('any', role, []))).toEqual(['clerk']);
});
