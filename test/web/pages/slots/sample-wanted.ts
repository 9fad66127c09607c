import type { Role } from '../../../../functions/shared/access/roles.ts';
import { firstWanted, usualInterpreter } from '../../../../web/src/pages/slots/first-wanted.ts';

export const id = (letter: string) => `0${letter.repeat(25)}`;

export const member = (letter: string, role: Role) => ({
  personId: id(letter),
  role,
  pseudonym: `X-${letter}`,
  label: role,
});

export const members = [
  member('1', 'prosecutor'),
  member('2', 'clerk'),
  member('3', 'clerk'),
  member('4', 'support-officer'),
  member('5', 'attending-officer'),
  member('6', 'auditor'),
];

export const found = { requestingState: 'TH', hostState: 'MM', members, witness: { holder: id('4') } };

export const context = {
  caseId: id('7'),
  members,
  zone: 'Asia/Bangkok',
  today: '2026-11-24',
  witness: 'W-4K7Q',
  usual: usualInterpreter(found),
};

export const first = firstWanted(found, { personId: id('1') }, '2026-11-24');
