import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../functions/shared/store/store.ts';
import { enterPerson, type Told } from '../../support/in-process.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { setWorkingTime } from '../../support/calendars.ts';
import { entriesIn } from '../../support/log-entries.ts';
import { prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { act, book } from '../../support/session-verbs.ts';

/** Changes of sessions that stand, on the store in memory; the clock stands at 1 March 2027, 07:00 in Bangkok. */

let store: Store;
let prepared: PreparedCase;
let sessionId: string;
beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
  sessionId = (await book(prepared, '2027-03-02T09:00')).body.sessionId as string;
});

const zone = 'Asia/Bangkok';

const at = (time: string) => prepared.over(store, new Date(time));

const said = ({ status, body }: Told) => [status, body.code];

describe('within thirty minutes before the start', () => {
  const soon = () => at('2027-03-02T01:30:00.000Z');
  const justBefore = () => at('2027-03-02T01:29:59.999Z');
  const local = '2027-03-02T09:05';

  it('a change needs the word of another role, for this very change, once', async () => {
    const [clerk, prosecutor] = [prepared.people.clerk, prepared.people.prosecutor];
    const change = { local, zone };
    const refused = await act(prepared, sessionId, 'move', change, { app: soon() });
    expect([refused.body.code, refused.body.facts.roles]).toEqual(['approval-needed', ['clerk']]);
    const approve = (body: object, by = clerk) =>
      act(prepared, sessionId, 'approvals', { change: { what: 'move', ...body } }, { app: soon(), by });
    // One's own word is none, and a word on another time is none for this one.
    expect((await approve(change, prosecutor)).status).toBe(201);
    expect((await act(prepared, sessionId, 'move', change, { app: soon() })).body.code).toBe(
      'approval-needed',
    );
    expect((await approve({ local: '2027-03-02T09:20', zone })).status).toBe(201);
    expect((await act(prepared, sessionId, 'move', change, { app: soon() })).body.code).toBe(
      'approval-needed',
    );
    expect((await approve(change)).status).toBe(201);
    const late = at('2027-03-02T02:00:00.000Z');
    expect((await act(prepared, sessionId, 'move', change, { app: late })).body.code).toBe('approval-needed');
    expect((await act(prepared, sessionId, 'move', change, { app: soon() })).status).toBe(201);
    const entry = (await entriesIn(store, sessionId)).at(-1);
    expect(entry?.details['approvedBy']).toMatch(/^clerk C-/);
    const again = await act(prepared, sessionId, 'move', change, { app: at('2027-03-02T01:40:00.000Z') });
    expect(again.body.code).toBe('approval-needed');
  });

  it('a word that was given before is used up by the change, and is about the session as it then was', async () => {
    const early = { app: at('2027-03-02T01:15:00Z') };
    const [to, back] = [
      { local: '2027-03-02T10:00', zone },
      { local: '2027-03-02T09:00', zone },
    ];
    const approve = async () => {
      const body = { change: { what: 'move', ...to } };
      expect(
        (await act(prepared, sessionId, 'approvals', body, { ...early, by: prepared.people.clerk })).status,
      ).toBe(201);
    };
    await approve();
    expect((await act(prepared, sessionId, 'move', to, early)).status).toBe(201);
    expect((await entriesIn(store, sessionId)).at(-1)?.details['approvedBy']).toMatch(/^clerk C-/);
    expect((await act(prepared, sessionId, 'move', back, early)).status).toBe(201);
    const again = () => act(prepared, sessionId, 'move', to, { app: at('2027-03-02T01:40:00Z') });
    expect((await again()).body.code).toBe('approval-needed');
    // Given, and then the session was moved away and back.
    await approve();
    for (const each of [{ local: '2027-03-02T11:00', zone }, back])
      expect((await act(prepared, sessionId, 'move', each, early)).status).toBe(201);
    expect((await again()).body.code).toBe('approval-needed');
  });

  it('a word that was used is gone, and one for another kind of change is still there', async () => {
    const early = { app: at('2027-03-02T01:15:00Z') };
    const words = async () =>
      (await store.query('sessions', `session#${sessionId}`, { prefix: 'approval#' })).map(({ sk }) => sk);
    const to = { local: '2027-03-02T09:05', zone };
    for (const change of [
      { what: 'move', ...to },
      { what: 'length', minutes: 45 },
    ])
      await act(prepared, sessionId, 'approvals', { change }, { app: soon(), by: prepared.people.clerk });
    expect(await words()).toEqual(['approval#length', 'approval#move']);
    expect((await act(prepared, sessionId, 'move', to, { app: soon() })).status).toBe(201);
    expect(await words()).toEqual(['approval#length']);
    // Used up as well by a change that would not have needed it yet.
    await act(
      prepared,
      sessionId,
      'approvals',
      { change: { what: 'length', minutes: 40 } },
      {
        app: at('2027-03-02T01:00:00Z'),
        by: prepared.people.clerk,
      },
    );
    expect((await act(prepared, sessionId, 'length', { minutes: 40 }, early)).status).toBe(201);
    expect(await words()).toEqual([]);
  });

  it('a word covers what is set aside only where it says so', async () => {
    await setWorkingTime(store, prepared.people.clerk, { notice: 120, country: 'JP' });
    const overrides = [{ what: 'short-notice', reason: 'agreed-by-all' }];
    const change = { local, zone };
    const approve = (more: object) =>
      act(
        prepared,
        sessionId,
        'approvals',
        { change: { what: 'move', ...change }, ...more },
        { app: soon(), by: prepared.people.clerk },
      );
    const moveNow = (more: object) =>
      act(prepared, sessionId, 'move', { ...change, ...more }, { app: soon() });
    expect((await moveNow({})).body.code).toBe('override-needed');
    expect((await moveNow({ overrides })).body.facts).toEqual({
      roles: ['clerk'],
      setAside: ['short-notice'],
    });
    for (const more of [{}, { setAside: ['clash', 'unsociable'] }]) {
      expect((await approve(more)).status).toBe(201);
      expect((await moveNow({ overrides })).body.code).toBe('approval-needed');
    }
    expect((await approve({ setAside: ['short-notice', 'unsociable'] })).status).toBe(201);
    expect((await entriesIn(store, sessionId)).at(-1)?.details['setAside']).toEqual([
      'short-notice',
      'unsociable',
    ]);
    expect((await moveNow({ overrides })).status).toBe(201);
  });

  it('the clerk who calls another interpreter may ask for short notice, but for no clash', async () => {
    const second = await enterPerson(store, 'interpreter');
    await setWorkingTime(store, second, { notice: 120, country: 'JP' });
    const change = { seat: 'interpreter', ids: [second.personId] };
    const by = prepared.people.clerk;
    const replace = (overrides: object[]) =>
      act(prepared, sessionId, 'replacements', { ...change, reason: 'ill', overrides }, { app: soon(), by });
    expect((await replace([])).body.facts).toEqual({
      needs: [{ what: 'short-notice', seat: 'interpreter' }],
    });
    const clash = await replace([{ what: 'clash', reason: 'other' }]);
    expect(said(clash)).toEqual([403, 'not-your-role']);
    await act(
      prepared,
      sessionId,
      'approvals',
      { change: { what: 'replacement', ...change }, setAside: ['short-notice'] },
      { app: soon() },
    );
    expect((await replace([{ what: 'short-notice', reason: 'other' }])).status).toBe(201);
  });

  it('a moment earlier it does not', async () => {
    expect((await act(prepared, sessionId, 'move', { local, zone }, { app: justBefore() })).status).toBe(201);
  });

  it('a cancellation never does, and an empty seat may be filled', async () => {
    const officer = prepared.people['attending-officer'];
    const by = prepared.people['central-authority'];
    const named = await act(
      prepared,
      sessionId,
      'attending-officer',
      { personId: officer.personId },
      { app: soon(), by },
    );
    expect(named.status).toBe(201);
    expect(
      (await act(prepared, sessionId, 'cancellation', { reason: 'witness-unwell' }, { app: soon() })).status,
    ).toBe(201);
  });

  it('a word for another interpreter that was spelled as until November 2026 is good too', async () => {
    const { personId } = await enterPerson(store, 'interpreter');
    const change = { seat: 'interpreter', ids: [personId] };
    const by = prepared.people.clerk;
    await act(
      prepared,
      sessionId,
      'approvals',
      { change: { what: 'replacement', ...change } },
      { app: soon() },
    );
    const key = { table: 'sessions', pk: `session#${sessionId}`, sk: 'approval#replacement' } as const;
    const [word] = await store.get([key]);
    const former = JSON.stringify({ what: 'replacement', seat: 'interpreter', personId });
    await store.write([
      { kind: 'put', table: 'sessions', item: { ...key, ...word, change: former }, onRefused: 'retry' },
    ]);
    const told = await act(
      prepared,
      sessionId,
      'replacements',
      { ...change, reason: 'ill' },
      { app: soon(), by },
    );
    expect(told.status).toBe(201);
  });

  it('another interpreter comes with the word of a second role', async () => {
    const second = await enterPerson(store, 'interpreter');
    const change = { seat: 'interpreter', ids: [second.personId] };
    const replace = () =>
      act(
        prepared,
        sessionId,
        'replacements',
        { ...change, reason: 'ill' },
        { app: soon(), by: prepared.people.clerk },
      );
    expect((await replace()).body.code).toBe('approval-needed');
    await act(
      prepared,
      sessionId,
      'approvals',
      { change: { what: 'replacement', ...change } },
      { app: soon() },
    );
    expect((await replace()).status).toBe(201);
  });
});
