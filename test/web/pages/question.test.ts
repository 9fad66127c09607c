import { expect, test } from 'vitest';
import { questionOf } from '../../../web/src/pages/prosecutor/book/question.ts';

const chosen = {
  date: '2026-11-26',
  time: '09:30',
  zone: 'Asia/Bangkok',
  offset: undefined,
  minutes: '60',
  clerk: 'c',
  supportOfficer: 's',
  interpreter: 'i',
};

test('once all is chosen there is a question', () => {
  expect(questionOf('case', chosen)).toEqual({
    caseId: 'case',
    local: '2026-11-26T09:30',
    zone: 'Asia/Bangkok',
    offset: undefined,
    minutes: 60,
    clerk: 'c',
    supportOfficer: 's',
    interpreter: 'i',
  });
});

test.each([
  { date: undefined },
  { time: undefined },
  { clerk: '' },
  { supportOfficer: '' },
  { interpreter: '' },
  { minutes: '' },
])('not without %o', (lacking) => {
  expect(questionOf('case', { ...chosen, ...lacking })).toBeUndefined();
});
