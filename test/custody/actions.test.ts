import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkedEntry } from '../../functions/custody/port/action.ts';
import { appendChecked, entryKey, prepareAppend } from '../../functions/custody/port/append.ts';
import { entrySchema, type Entry } from '../../functions/custody/port/entry.ts';
import { readersOf } from '../../functions/custody/port/log-class.ts';
import { discoverActions } from '../../infra/actions.ts';
import { storedItems } from '../stored/copy.ts';

const root = join(import.meta.dirname, '../../functions');
const actions = await discoverActions(root);
const named = new Map(actions.map(({ value }) => [value.action, value]));

/** Every leaf of the logs of November 2026. */
const leaves = (storedItems['custody'] ?? []).flatMap(({ leaf }) => (typeof leaf === 'string' ? [leaf] : []));

describe('the actions of all capabilities', () => {
  test('are found, each in the capability that declares it', () => {
    expect(new Set(actions.map(({ capability }) => capability))).toEqual(
      new Set([
        'accounts',
        'cases',
        'custody',
        'directory',
        'disclosures',
        'hearing',
        'help',
        'exhibits',
        'interpreting',
        'notices',
        'orders',
        'preparation',
        'requests',
        'rooms',
        'sessions',
        'sharing',
        'witnesses',
      ]),
    );
    expect(named.get('session.booked')).toMatchObject({
      log: 'session',
      by: expect.arrayContaining(['prosecutor']),
    });
    expect(named.get('consent.given')).toMatchObject({ log: 'case', authority: ['consent'] });
  });

  test('have a name each that no other has, of which every log can hold the form', () => {
    expect(actions.length).toBe(named.size);
    for (const name of named.keys()) expect(entrySchema.shape.action.safeParse(name).success).toBe(true);
  });

  test('belong into a log of a class that there is, by somebody and under some authority', () => {
    for (const { value } of actions) {
      expect(Object.keys(readersOf)).toContain(value.log);
      expect([value.action, value.by.length > 0 && value.authority.length > 0]).toEqual([value.action, true]);
    }
  });

  test('say of fields alone that they seal that these can be disclosed, and never of one that tells who or where somebody is', () => {
    const told = actions.flatMap(({ value: { action, sealed, maySeal, disclosable } }) =>
      disclosable.fields.map((field) => [action, field, [...sealed, ...maySeal].includes(field)] as const),
    );
    expect(told.filter(([, , seals]) => !seals)).toEqual([]);
    // Written out once more: whatever else is sealed stays so.
    expect(new Set(told.map(([action, field]) => `${action} ${field}`))).toEqual(
      new Set([
        ...['given', 'refused'].flatMap((word) =>
          ['takePart', 'liveVideo', 'recording', 'method'].map((field) => `consent.${word} ${field}`),
        ),
        ...['made', 'changed', 'lifted', 'declined'].flatMap((word) => [
          `order.${word} reasons`,
          `order.${word} whyNotHeard`,
        ]),
        ...['closed', 'held-for-appeal', 'reopened'].map((word) => `case.${word} note`),
        'order.asked-for ground',
        'order.defence-stated statement',
        'testimony.ordered reasons',
        'testimony.order-lifted reasons',
        'preparation.ticked reason',
        'rehearsal.recorded limits',
        'rehearsal.set-aside reason',
        'interpreter.declared kinds',
        'interpreter.declared reason',
        'interpreter.confirmed vetting',
      ]),
    );
  });

  test('are declared in files of that name alone, so that none is overlooked', () => {
    const declaring = globSync('**/*.ts', { cwd: root }).filter((path) =>
      /^import \{[^}]*\bdefineAction\b/m.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(declaring.filter((path) => !/^[a-z]+\/(.+\/)?actions\.ts$/.test(path))).toEqual([]);
    expect(declaring.length).toBe(20);
  });
});

const sinceThenOfTheCase = new Set([
  'consent.given',
  'consent.refused',
  'consent.withdrawn',
  'permission.granted',
  'permission.refused',
  'risk-plan.approved',
  'risk-plan.declined',
]);

describe('what was entered in November 2026', () => {
  const entries = leaves.map((leaf) => entrySchema.parse(JSON.parse(leaf)));

  test('holds most of the actions that are declared', () => {
    expect(new Set(entries.map(({ action }) => action)).size).toBeGreaterThan(35);
  });

  test.each([...Map.groupBy(entries, ({ action }) => action)])(
    '%s: the same facts are the same leaf',
    (action, all) => {
      const declared = named.get(action);
      const again = all.map(({ version: _version, logId, index, recordedAt, action: _action, ...facts }) => {
        const entry = declared?.entry(facts as Parameters<typeof declared.entry>[0]);
        return entry === undefined ? undefined : leafOf(entry, { logId, index, recordedAt });
      });
      expect(again).toEqual(all.map((entry) => leaves[entries.indexOf(entry)]));
    },
  );

  function leafOf(
    entry: Parameters<typeof prepareAppend>[0]['entries'][number],
    { logId, index, recordedAt }: Pick<Entry, 'logId' | 'index' | 'recordedAt'>,
  ): unknown {
    const { caseId, class: of } = (storedItems['custody'] ?? []).find(
      ({ pk, sk }) => pk === `log#${logId}` && sk === 'head',
    ) as { caseId?: string; class?: undefined };
    const head = {
      logId,
      caseId: String(caseId),
      class: of,
      frontier: { size: index, hashes: hashesFor(index) },
      sealed: false,
    };
    const at = { logId, caseId: String(caseId), recordedAt: new Date(recordedAt) };
    // What stands for a case was entered in the log of one session then: into that log it would not go any more.
    const checked = { ...checkedEntry(entry), log: 'session' } as const;
    const { changes } = sinceThenOfTheCase.has(checked.facts.action)
      ? appendChecked({ ...at, head, entries: [checked] })
      : prepareAppend({ ...at, head, entries: [entry] });
    const put = changes.find(
      (change) => change.kind === 'put' && change.item.sk === entryKey(logId, index).sk,
    );
    return put?.kind === 'put' ? put.item['leaf'] : undefined;
  }
});

/** As many hashes as a log of that size has; which ones they are changes no leaf. */
const hashesFor = (size: number): Uint8Array[] =>
  [...size.toString(2)].filter((bit) => bit === '1').map(() => new Uint8Array(32));
