import { beforeEach, describe, expect, it } from 'vitest';
import { newKey } from '../support/http.ts';
import { entriesIn, logSize } from '../support/log-entries.ts';
import { prepareCase } from '../support/prepared-case.ts';
import { preparedHearing, type PreparedHearing } from './prepared-hearing.ts';

let here: PreparedHearing;
beforeEach(async () => {
  here = await preparedHearing();
});

const officer = () => here.people['support-officer'];
const tick = (body: object, by = officer(), key?: string) => here.post(by, 'ticks', body, key);
const itemOf = async (item: string, by = officer()) =>
  (await here.read(by)).body.items.find((each: { item: string }) => each.item === item);

describe('an item', () => {
  it('is ticked by whom it names, with an entry in the case’s log, and the tick can be taken back', async () => {
    expect((await tick({ item: 'breakSigns', state: 'done' })).body).toEqual({ state: 'done' });
    expect(await itemOf('breakSigns')).toMatchObject({
      state: 'done',
      dueAt: '2027-03-02T01:15:00.000Z',
      mine: true,
      ticked: { role: 'support-officer', at: '2027-03-01T00:00:00.000Z' },
    });
    expect((await entriesIn(here.store, here.prepared.caseId)).at(-1)).toMatchObject({
      action: 'preparation.ticked',
      details: { item: 'breakSigns', state: 'done' },
    });
    expect((await tick({ item: 'breakSigns', state: 'open' })).status).toBe(201);
    expect(await itemOf('breakSigns')).toMatchObject({ state: 'open' });
    expect((await itemOf('breakSigns')).ticked).toBeUndefined();
  });

  it('does not apply for a reason, which is sealed', async () => {
    const reason = 'Nothing is recorded here.';
    expect((await tick({ item: 'holyBook', state: 'not-applicable' })).body).toMatchObject({
      code: 'does-not-fit',
      errors: [{ pointer: '/reason' }],
    });
    expect((await tick({ item: 'holyBook', state: 'done', reason })).body.code).toBe('does-not-fit');
    expect((await tick({ item: 'holyBook', state: 'not-applicable', reason })).status).toBe(201);
    expect(await itemOf('holyBook')).toMatchObject({ state: 'not-applicable', reason });
    const entry = (await entriesIn(here.store, here.prepared.caseId)).at(-1);
    expect(JSON.stringify(entry)).not.toContain('Nothing');
    expect(Object.keys(entry?.sealed ?? {})).toEqual(['reason']);
  });

  it('is late once its hour has passed and nobody ticked it', async () => {
    expect(await itemOf('siteVisited')).toMatchObject({ late: true });
    expect(await itemOf('siteOpen')).toMatchObject({ late: false });
    await tick({ item: 'siteVisited', state: 'done' });
    expect(await itemOf('siteVisited')).toMatchObject({ late: false });
  });

  it('is another’s to tick: the role decides, and a seat or that one holds contact', async () => {
    const items = new Map(here.store.items);
    for (const [item, by] of [
      ['consentRefreshed', here.people.clerk],
      ['recordingConfirmed', officer()],
      // Of the case, with no seat in this session.
      ['roomSwept', here.people['attending-officer']],
    ] as const)
      expect((await tick({ item, state: 'done' }, by)).body.code).toBe('not-your-role');
    const stranger = await prepareCase(here.store);
    const before = new Map(here.store.items);
    expect((await tick({ item: 'echo', state: 'done' }, stranger.people['support-officer'])).status).toBe(
      404,
    );
    expect(new Map(here.store.items)).toEqual(before);
    expect(items.size).toBeLessThan(before.size);
    expect((await itemOf('recordingConfirmed')).mine).toBe(false);
  });
});

describe('a flood', () => {
  it('of the same tick enters one, by whomever it comes', async () => {
    const size = await logSize(here.store, here.prepared.caseId);
    for (let index = 0; index < 8; index += 1) await tick({ item: 'siteVisited', state: 'done' });
    await tick({ item: 'delay', state: 'done' });
    expect((await tick({ item: 'delay', state: 'done' }, here.people.clerk)).status).toBe(201);
    expect(await logSize(here.store, here.prepared.caseId)).toBe(size + 2);
  });

  it('of ticks to and fro stops at whoever makes it, and everybody else goes on', async () => {
    await here.enteredBy(
      officer(),
      'tick',
      Array.from({ length: 119 }, (_, index) => ({ item: 'delay', state: index % 2 ? 'open' : 'done' })),
    );
    expect((await tick({ item: 'delay', state: 'open' })).status).toBe(201);
    expect((await tick({ item: 'delay', state: 'done' })).body.code).toBe('too-many-entries');
    expect((await tick({ item: 'delay', state: 'done' }, here.people.clerk)).status).toBe(201);
  });

  it('of one request counts once', async () => {
    const key = newKey();
    await tick({ item: 'delay', state: 'done' }, officer(), key);
    await tick({ item: 'delay', state: 'open' });
    await tick({ item: 'delay', state: 'done' }, officer(), key);
    expect(await itemOf('delay')).toMatchObject({ state: 'open' });
  });
});
