import { describe, expect, test } from 'vitest';
import { checklistFor } from '../../../functions/requests/law/checklist-for.ts';
import { questionsFor } from '../../../functions/requests/law/questions-for.ts';

/** What a request needs is on its checklist before it is sent; that it is sent, and with what, nobody enters here yet. */

const day = '2026-11-28';
const wanted = (requesting: 'TH' | 'VN', host: 'CN' | 'KH') =>
  checklistFor(requesting, host, day)
    .filter(({ of, level }) => of === host && level === 'N')
    .map(({ id }) => id);

describe('scenario 14: a request to China without translation or reciprocity pledge', () => {
  test('has both on its checklist, as what the host State wants, before it is sent', () => {
    expect(wanted('TH', 'CN')).toEqual(expect.arrayContaining(['CN-lang', 'CN-treaty']));
  });

  test('has them as they were read: in part, which the central authority must confirm', () => {
    const both = checklistFor('TH', 'CN', day).filter(({ id }) => id === 'CN-lang' || id === 'CN-treaty');
    expect(both.map(({ entry }) => entry.mark)).toEqual(['V-part', 'V-part']);
    expect(questionsFor('TH', 'CN', day).length).toBeGreaterThan(0);
  });

  test('is of that State alone: a request to another has its own', () => {
    expect(wanted('VN', 'KH').filter((id) => id.startsWith('CN'))).toEqual([]);
  });
});
