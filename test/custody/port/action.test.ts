import { describe, expect, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import { defineAction, seatName, type DeclaredEntry } from '../../../functions/custody/port/action.ts';
import { prepareAppend, type AppendRequest } from '../../../functions/custody/port/append.ts';

const logId = '4x7k2q9d1m3n5p8r0s6t7v2w4y';
const caseId = '5x7k2q9d1m3n5p8r0s6t7v2w4y';

const moved = defineAction({
  action: 'exhibit.moved',
  log: 'session',
  by: ['clerk', { system: 'rooms' }],
  authority: ['role', 'rule'],
  subject: { seat: seatName },
  details: z.strictObject({ shelf: z.enum(['upper', 'lower']), again: z.boolean().optional() }),
  sealed: ['place'],
  maySeal: ['note'],
});
const seen = defineAction({ action: 'exhibit.seen', log: 'access', by: ['clerk'], authority: ['role'] });

const by = {
  entryId: 'entry-0000000000000001',
  actor: { role: 'clerk', pseudonym: 'C-4K7Q' },
  authority: { kind: 'role', ref: 'clerk' },
  subject: { kind: 'seat', ref: 'witness W-4K7Q' },
  occurredAt: '2026-11-24T02:59:59.000Z',
} as const;
const digest = 'A'.repeat(43);
const whole = { ...by, details: { shelf: 'upper' }, sealed: { place: digest } } as const;

type Given = Parameters<typeof moved.entry>[0];

const append = (entries: readonly DeclaredEntry[], log: Partial<AppendRequest> = {}) =>
  prepareAppend({
    logId,
    caseId,
    head: undefined,
    entries,
    recordedAt: new Date('2026-11-24T03:00:00.000Z'),
    ...log,
  });

describe('an entry of a declared action', () => {
  test('is entered with exactly what was said, and its name', () => {
    expect(append([moved.entry(whole)]).entries).toEqual([
      {
        ...whole,
        action: 'exhibit.moved',
        version: 1,
        logId,
        index: 0,
        recordedAt: '2026-11-24T03:00:00.000Z',
      },
    ]);
  });

  test('needs no details where none are declared; they are then empty', () => {
    const { subject: _, ...rest } = by;
    const request = { logId: `${logId}-access` };
    expect(append([seen.entry(rest)], request).entries[0]).toMatchObject({ details: {} });
  });

  test('leaves out a detail that is undefined, and may seal what it may', () => {
    const entry = moved.entry({
      ...whole,
      details: { shelf: 'lower', again: undefined },
      sealed: { place: digest, note: digest },
    });
    expect(append([entry]).entries[0]).toMatchObject({
      details: { shelf: 'lower' },
      sealed: { place: digest, note: digest },
    });
    expect(append([entry]).entries[0]?.details).not.toHaveProperty('again');
  });

  test.each<[string, object]>([
    ['a detail that is not declared', { details: { shelf: 'upper', colour: 'red' } }],
    ['a detail of another form', { details: { shelf: 'middle' } }],
    ['a detail that is missing', { details: {} }],
    ['a field sealed that is not declared', { sealed: { place: digest, name: digest } }],
    ['a sealed field that is missing', { sealed: {} }],
    ['no sealed field at all', { sealed: undefined }],
    ['a digest that is none', { sealed: { place: 'Bangkok' } }],
    ['somebody else’s role', { actor: { role: 'prosecutor', pseudonym: 'P-4K7Q' } }],
    ['a name in place of a pseudonym', { actor: { role: 'clerk', pseudonym: 'Somchai' } }],
    ['another part of saksi', { actor: { system: 'notices' } }],
    ['another authority', { authority: { kind: 'consent', ref: 'W-4K7Q' } }],
    ['another kind of subject', { subject: { kind: 'room', ref: 'witness W-4K7Q' } }],
    ['a subject of another form', { subject: { kind: 'seat', ref: 'Somchai' } }],
    ['no subject', { subject: undefined }],
    ['more than an entry has', { place: 'Bangkok' }],
    ['a place in the log, which is not the caller’s to say', { index: 3 }],
    ['a log of its own choice', { logId }],
    ['a time of recording', { recordedAt: '2026-11-24T03:00:00.000Z' }],
    ['a version', { version: 1 }],
    ['a class of its own choice', { log: 'case' }],
    ['an entry id that is too short', { entryId: 'abc' }],
    ['a time that does not exist', { occurredAt: '2026-02-30T00:00:00.000Z' }],
  ])('is not appended with %s', (_, over) => {
    const entry = moved.entry({ ...whole, ...over });
    expect(() => append([entry])).toThrow(z.ZodError);
  });

  test('is of the action that made it, whatever it says', () => {
    const entry = moved.entry({ ...whole, action: 'room.opened' } as Given);
    expect(append([entry]).entries[0]?.action).toBe('exhibit.moved');
  });
});

describe('what nobody declared', () => {
  test('is refused by the compiler, however well-formed it is', () => {
    const plain = { ...whole, action: 'exhibit.moved', log: 'session' as const };
    expectTypeOf(plain).not.toExtend<DeclaredEntry>();
    expectTypeOf(moved.entry(whole)).toExtend<DeclaredEntry>();
  });

  test('is refused where the compiler was silenced', () => {
    const plain = { ...whole, action: 'exhibit.moved', log: 'session' } as unknown as DeclaredEntry;
    expect(() => append([plain])).toThrow('declared');
    expect(() => append([Object.assign({}, moved.entry(whole))])).toThrow('declared');
    const alike = { log: 'session', checked: () => whole } as unknown as DeclaredEntry;
    expect(() => append([alike])).toThrow('declared');
  });
});

describe('the class of a log', () => {
  const opened = append([moved.entry(whole)]).head;
  const { subject: _, ...rest } = by;

  test('is said by its entries, and stands in its head', () => {
    expect(opened.class).toBe('session');
    expect(append([seen.entry(rest)], { logId: `${logId}-access` }).head.class).toBe('access');
  });

  test.each<[string, DeclaredEntry[], Partial<AppendRequest>]>([
    ['an entry of another class', [seen.entry(rest)], { head: opened }],
    ['an entry of another class in a log that begins', [seen.entry(rest)], {}],
    ['entries of two classes', [moved.entry(whole), seen.entry(rest)], {}],
    ['an entry of a session in an access log', [moved.entry(whole)], { logId: `${logId}-access` }],
    ['an entry of a session in the log of the case', [moved.entry(whole)], { logId: caseId }],
  ])('%s is refused', (_name, entries, request) => {
    expect(() => append(entries, request)).toThrow('class');
  });
});
