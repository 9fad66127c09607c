import { describe, expect, test } from 'vitest';
import { checklistFor } from '../../../functions/requests/law/checklist-for.ts';
import { instrumentsFor } from '../../../functions/requests/law/instruments-for.ts';
import { lawFor, type FieldView } from '../../../functions/requests/law/law-for.ts';
import { questionsFor } from '../../../functions/requests/law/questions-for.ts';
import { countries } from '../../../functions/shared/values/countries.ts';

/** What the law data comes to for a pair of States and a day. */

const codes = countries.map(({ code }) => code);
const fieldOf = (fields: readonly FieldView[], name: string) => fields.find(({ field }) => field === name);
const basesOf = (...pair: Parameters<typeof instrumentsFor>) =>
  instrumentsFor(...pair).map(({ basis }) => basis);

describe('the day on which a request is received', () => {
  test('picks the law: in Viet Nam that of 2007 until 30 June 2026, that of 2025 from the next day', () => {
    const before = lawFor('VN', '2026-06-30').fields;
    const after = lawFor('VN', '2026-07-01').fields;
    expect(fieldOf(before, 'law')?.statements.map(({ value }) => value)).toEqual([
      'Law on Legal Assistance 08/2007/QH12.',
    ]);
    expect(fieldOf(after, 'law')?.statements[0]?.value).toContain('103/2025/QH15');
    expect(fieldOf(before, 'video')).toMatchObject({
      standing: 'ask',
      worksBy: { value: 'unknown', isDefault: true },
    });
    expect(fieldOf(after, 'video')).toMatchObject({
      standing: 'confirm',
      worksBy: { value: 'express', isDefault: false },
    });
  });

  test('is said where another law holds on the day of the hearing, and asked about', () => {
    const { fields } = lawFor('VN', '2026-06-30', '2026-07-02');
    expect(fieldOf(fields, 'law')?.changesBefore).toBe('2026-07-02');
    // Only what is to come says it: the old law did not know the field.
    expect(fieldOf(fields, 'safeConduct')).toMatchObject({ statements: [], changesBefore: '2026-07-02' });
    expect(fieldOf(fields, 'oath')?.changesBefore).toBeUndefined();
    expect(questionsFor('TH', 'VN', '2026-06-30', '2026-07-02')).toContainEqual({
      on: 'law',
      field: 'law',
      because: 'changes',
      about: '2026-07-02',
    });
    expect(
      lawFor('VN', '2026-06-30', '2026-06-30').fields.every((field) => !('changesBefore' in field)),
    ).toBe(true);
  });
});

describe('what is not known', () => {
  test('is worked by defaults that are not law, each the stricter one', () => {
    const { fields, defaultLanguages } = lawFor('LA', '2026-11-28');
    const worked = Object.fromEntries(fields.map(({ field, worksBy }) => [field, worksBy]));
    expect(worked).toMatchObject({
      permission: { value: 'needed', isDefault: true },
      video: { value: 'unknown', isDefault: true },
      questions: { value: 'local_judge', isDefault: true },
      officialPresent: { value: 'required', isDefault: true },
      consent: { value: 'written', isDefault: true },
    });
    expect(defaultLanguages).toEqual(['lo', 'en']);
  });

  test('but believed does not loosen a default', () => {
    // Japan's law is believed to be silent, Cambodia's judges are believed to ask: neither is relied on.
    for (const [state, field] of [
      ['JP', 'video'],
      ['KH', 'questions'],
    ] as const)
      expect(fieldOf(lawFor(state, '2026-11-28').fields, field)?.worksBy?.isDefault).toBe(true);
  });

  test('is never sure, and is a question to the central authority: every field of every State, with each pair', () => {
    for (const host of codes) {
      const questions = questionsFor('TH', host, '2026-11-28', '2027-02-01');
      for (const { field, standing, statements } of lawFor(host, '2026-11-28').fields) {
        const asks = statements.filter(({ mark }) => mark === 'K' || mark === 'unknown');
        if (asks.length > 0 || statements.length === 0) expect(standing, `${host} ${field}`).toBe('ask');
        const asked = questions.filter((question) => question.on === 'law' && question.field === field);
        expect(asked.length, `${host} ${field}`).toBeGreaterThanOrEqual(asks.length === 0 ? 0 : asks.length);
        if (standing === 'ask') expect(asked, `${host} ${field}`).not.toEqual([]);
      }
    }
  });

  test('of a State that nobody wrote down is everything that must be asked', () => {
    const { fields } = lawFor('KE', '2026-11-28');
    expect(fields.map(({ standing }) => standing)).toEqual(fields.map(() => 'ask'));
    expect(fields.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['video', 'officialPresent', 'consent', 'refusal', 'notice']),
    );
  });

  test('and silence, though it was read, is a question and not leave', () => {
    expect(fieldOf(lawFor('US', '2026-11-28').fields, 'video')?.standing).toBe('ask');
    expect(questionsFor('TH', 'US', '2026-11-28')).toContainEqual(
      expect.objectContaining({ on: 'law', field: 'video', because: 'silent' }),
    );
  });
});

test('what was read is sure: in China a witness consents in writing', () => {
  expect(fieldOf(lawFor('CN', '2026-11-28').fields, 'consent')).toMatchObject({
    standing: 'sure',
    worksBy: { value: 'written', isDefault: false },
    statements: [{ mark: 'V', sources: ['S5'], article: 'art. 37' }],
  });
});

describe('instruments', () => {
  test('are looked for in their order: the treaty of the two, that of the region, the convention', () => {
    expect(basesOf('TH', 'MM', '2026-11-28')).toEqual([
      'bilateral-treaty',
      'asean-mlat',
      'untoc-18',
      'uncac-46',
      'reciprocity',
      'judicial-discretion',
    ]);
    expect(basesOf('KH', 'CN', '2026-11-28')[0]).toBe('untoc-18');
    expect(basesOf('DE', 'FR', '2026-11-28')[0]).toBe('eio');
    expect(basesOf('DE', 'TH', '2026-11-28')).not.toContain('eio');
    expect(basesOf('GB', 'KR', '2026-11-28')).toContain('ets-182');
    expect(basesOf('TH', 'KR', '2026-11-28')).not.toContain('ets-182');
    expect(basesOf('TH', 'CN', '2026-11-28')).not.toContain('asean-mlat');
  });

  test('are the same whoever asks whom, since a treaty binds both', () => {
    for (const one of codes)
      for (const other of codes)
        expect(instrumentsFor(one, other, '2026-11-28')).toHaveLength(
          instrumentsFor(other, one, '2026-11-28').length,
        );
  });

  test('apply from the day on which they are in force', () => {
    expect(basesOf('KH', 'VN', '2020-10-01')[0]).toBe('asean-mlat');
    expect(instrumentsFor('VN', 'KH', '2020-10-02')[0]).toMatchObject({
      basis: 'bilateral-treaty',
      standing: 'sure',
    });
  });

  test('are as sure as the less sure of the two parties', () => {
    const untoc = instrumentsFor('MM', 'TH', '2026-11-28').find(({ basis }) => basis === 'untoc-18');
    expect(untoc).toMatchObject({ standing: 'ask', because: [{ mark: 'Vx' }, { mark: 'K' }] });
    const mlat = instrumentsFor('MM', 'TH', '2026-11-28').find(({ basis }) => basis === 'asean-mlat');
    expect(mlat?.standing).toBe('confirm');
  });

  test('that are only believed to bind are asked about, and a memorandum is no basis', () => {
    expect(questionsFor('TH', 'CN', '2026-11-28')).toContainEqual({
      on: 'instrument',
      basis: 'bilateral-treaty',
      because: 'believed',
      about: 'A treaty of the two States',
    });
    expect(JSON.stringify(instrumentsFor('TH', 'CN', '2026-11-28'))).not.toContain('commit');
  });
});

describe('the checklist', () => {
  const ids = (...pair: Parameters<typeof checklistFor>) => checklistFor(...pair).map(({ id }) => id);

  test('is that of the instruments, with what victims need and what the host State wants', () => {
    const request = ids('TH', 'CN', '2026-11-28');
    expect(request).toEqual(expect.arrayContaining(['UNTOC-18-18-a', 'TIP-6-1-a', 'CN-37', 'TECH-test']));
    expect(request.some((id) => /^(AMLAT|ACTIP|COE|EIO|VN|TH)-/.test(id))).toBe(false);
    expect(ids('TH', 'MM', '2026-11-28')).toEqual(
      expect.arrayContaining(['AMLAT-8', 'ACTIP-14-np', 'MM-basis']),
    );
  });
});
