import { describe, expect, test } from 'vitest';
import { everyItem } from '../../../functions/requests/law/checklist-for.ts';
import { holdsOn, standingOf, type Entry } from '../../../functions/requests/law/entry.ts';
import {
  chosen,
  lawFields,
  marks,
  writtenFields,
  type ChosenField,
} from '../../../functions/requests/law/contract.ts';
import { refusalGrounds } from '../../../functions/requests/law/refusal-grounds.ts';
import { sources } from '../../../functions/requests/law/sources.ts';
import { writtenDown } from '../../../functions/requests/law/states.ts';
import { bilateral } from '../../../functions/requests/law/treaties/bilateral.ts';
import { instruments } from '../../../functions/requests/law/treaties/instruments.ts';
import { partyTo, treaties } from '../../../functions/requests/law/treaties/parties.ts';
import { refusalGround } from '../../../functions/requests/permission/contract.ts';
import { countries, mekongStates } from '../../../functions/shared/values/countries.ts';

/** The law data as it is written: nothing without a mark, a source, a day and a name, and nothing believed that looks read. */

/** Every entry there is, with where it stands. */
const everyEntry: readonly (readonly [string, Entry])[] = [
  ...writtenDown.flatMap(({ state, chosen: few, written }) =>
    [...Object.entries(few), ...Object.entries(written)].flatMap(([field, entries]) =>
      entries.map((entry, at) => [`${state} ${field} ${at + 1}`, entry] as const),
    ),
  ),
  ...bilateral.map(({ between, treaty }) => [between.join('-'), treaty] as const),
  ...treaties.flatMap((treaty) =>
    countries.map(({ code }) => [`${treaty} ${code}`, partyTo(treaty, code)] as const),
  ),
  ...Object.entries(instruments).flatMap(([basis, { says }]) =>
    Object.entries(says).map(([provision, entry]) => [`${basis} ${provision}`, entry] as const),
  ),
  ...everyItem.map(({ id, entry }) => [id, entry] as const),
];
const faulty = (isFault: (entry: Entry) => boolean) =>
  everyEntry.filter(([, entry]) => isFault(entry)).map(([where]) => where);
const day = /^\d{4}-\d{2}-\d{2}$/;

describe('each statement', () => {
  test('has a mark, and whatever was read has a source that is listed', () => {
    expect(everyEntry.length).toBeGreaterThan(400);
    expect(faulty(({ mark }) => !marks.includes(mark))).toEqual([]);
    expect(faulty(({ mark, sources: read }) => mark.startsWith('V') && read.length === 0)).toEqual([]);
    expect(faulty(({ sources: read }) => read.some((source) => !(source in sources)))).toEqual([]);
  });

  test('that nobody read names no source, so that it cannot be taken for one that was', () => {
    expect(faulty(({ mark, sources: read }) => !mark.startsWith('V') && read.length > 0)).toEqual([]);
  });

  test('has a value, unless it is not known, and then it has none', () => {
    expect(faulty(({ mark, value }) => (mark === 'unknown') !== (value === undefined))).toEqual([]);
    expect(faulty(({ value }) => value?.trim() === '')).toEqual([]);
  });

  test('says who looked, and on which day, and for which days it holds', () => {
    expect(faulty(({ checkedOn, checkedBy }) => !day.test(checkedOn) || checkedBy === '')).toEqual([]);
    expect(
      faulty(({ validFrom: from, validTo: to }) =>
        [from, to].some((end) => end !== undefined && !day.test(end)),
      ),
    ).toEqual([]);
    expect(
      faulty(({ validFrom: from, validTo: to }) => from !== undefined && to !== undefined && to < from),
    ).toEqual([]);
  });

  test('of general knowledge, and of nothing at all, is never sure', () => {
    expect(marks.filter((mark) => standingOf(mark) === 'sure')).toEqual(['V']);
    expect(faulty(({ mark }) => ['K', 'unknown'].includes(mark) && standingOf(mark) !== 'ask')).toEqual([]);
  });
});

describe('each State', () => {
  test('of the Mekong is there, and each of those where cases lead', () => {
    const there = writtenDown.map(({ state }) => state);
    expect(there).toEqual(expect.arrayContaining([...mekongStates]));
    expect(there).toEqual(expect.arrayContaining(['AU', 'SG', 'MY', 'JP', 'KR', 'GB', 'EU', 'US']));
    expect(new Set(there).size).toBe(there.length);
  });

  test('gives one answer at a time where the answers are few, and one of those', () => {
    for (const { state, chosen: few } of writtenDown) {
      for (const [field, entries] of Object.entries(few) as [ChosenField, readonly Entry[]][]) {
        for (const { value } of entries) {
          if (value !== undefined) expect(chosen[field], `${state} ${field}`).toContain(value);
        }
        const ends = entries.flatMap(({ validFrom, validTo }) => [validFrom, validTo, '2020-01-01']);
        for (const on of ends.filter((end) => end !== undefined)) {
          const holding = entries.filter((entry) => holdsOn(entry, on));
          expect(holding.length, `${state} ${field} on ${on}`).toBeLessThanOrEqual(1);
        }
      }
    }
  });

  test('is asked by fields that are all shown', () => {
    expect(new Set(lawFields)).toEqual(new Set([...Object.keys(chosen), ...writtenFields]));
    expect(lawFields.length).toBe(new Set(lawFields).size);
  });
});

test('an item of a checklist is named once', () => {
  const ids = everyItem.map(({ id }) => id);
  expect(ids.length).toBe(new Set(ids).size);
});

test('what two States have is noted once for each treaty', () => {
  const noted = bilateral.map(({ between, treaty }) => `${between.toSorted().join('-')} ${treaty.value}`);
  expect(noted.length).toBe(new Set(noted).size);
});

test('each ground of refusal comes from an instrument, and says from which article', () => {
  expect(Object.keys(refusalGrounds).toSorted()).toEqual(refusalGround.options.toSorted());
  for (const [ground, { of, entry }] of Object.entries(refusalGrounds)) {
    expect(of.length, ground).toBeGreaterThan(0);
    expect(entry.article, ground).not.toBe('');
  }
});
