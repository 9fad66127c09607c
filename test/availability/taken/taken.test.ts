import { beforeEach, describe, expect, it } from 'vitest';
import { directoryApp } from '../../../functions/directory/routes.ts';
import { setKeepers } from '../../../functions/directory/store.ts';
import type { Person } from '../../../functions/directory/port/actor.ts';
import { actorOf, ask, contextOver } from '../../support/in-process.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { enterRoom } from '../../support/calendars.ts';
import { prepareCase, now, type PreparedCase } from '../../support/prepared-case.ts';
import { book, bookWith, cancel } from '../../support/session-verbs.ts';

let prepared: PreparedCase;

const week = { from: '2027-03-01T00:00:00.000Z', until: '2027-03-08T00:00:00.000Z' };
const taken = (by: Person, query: Record<string, string> = {}) =>
  ask(
    prepared.app,
    actorOf(by),
    'GET',
    `/api/availability/taken?${new URLSearchParams({ ...week, ...query }).toString()}`,
  );

beforeEach(async () => {
  prepared = await prepareCase(memoryStore());
});

describe('what is taken in a calendar', () => {
  it('in one’s own: by time and session, and no longer once it is cancelled', async () => {
    const { body } = await book(prepared, '2027-03-03T10:00');
    const sessionId = body.sessionId as string;
    expect((await taken(prepared.people.clerk)).body).toEqual({
      taken: [{ start: '2027-03-03T03:00:00.000Z', end: '2027-03-03T04:00:00.000Z', held: false, sessionId }],
    });
    await cancel(prepared, sessionId);
    expect((await taken(prepared.people.clerk)).body).toEqual({ taken: [] });
  });

  it('a session over the cut of a week comes once, a hold is told apart and ends by the clock', async () => {
    await bookWith(prepared, '2027-03-06T18:30', { holdMinutes: 60, overrides: anyTime });
    const { body } = await taken(prepared.people.clerk);
    expect(body.taken).toEqual([expect.objectContaining({ start: '2027-03-06T11:30:00.000Z', held: true })]);
    const later = prepared.over(prepared.store, new Date(now.getTime() + 61 * 60_000));
    const after = await ask(
      later,
      actorOf(prepared.people.clerk),
      'GET',
      `/api/availability/taken?${new URLSearchParams(week).toString()}`,
    );
    expect(after.body).toEqual({ taken: [] });
  });

  it('whoever keeps the calendar sees when, never for what; anybody else sees no calendar', async () => {
    const { interpreter, clerk, 'central-authority': authority } = prepared.people;
    await book(prepared, '2027-03-03T10:00');
    await prepared.store.write([setKeepers(interpreter.agencyId, [])]);
    expect((await taken(clerk, { personId: interpreter.personId })).status).toBe(404);
    await prepared.store.write([setKeepers(interpreter.agencyId, [clerk.agencyId])]);
    expect((await taken(clerk, { personId: interpreter.personId })).body).toEqual({
      taken: [{ start: '2027-03-03T03:00:00.000Z', end: '2027-03-03T04:00:00.000Z', held: false }],
    });
    expect((await taken(authority, { personId: interpreter.personId })).status).toBe(404);
    expect((await taken(clerk, { personId: prepared.people['support-officer'].personId })).status).toBe(404);
  });

  it('a room of others is not there', async () => {
    const roomId = await enterRoom(prepared.store, {}, { agencyId: prepared.people.auditor.agencyId });
    expect((await taken(prepared.people.clerk, { roomId })).status).toBe(404);
  });

  it('no more than 62 days, and no end before the beginning', async () => {
    expect((await taken(prepared.people.clerk, { until: '2027-05-03T00:00:00.001Z' })).body.code).toBe(
      'search-window-not-possible',
    );
    expect((await taken(prepared.people.clerk, { until: week.from })).body.code).toBe(
      'search-window-not-possible',
    );
  });
});

const anyTime = (['unsociable', 'outside-hours', 'holiday'] as const).map((what) => ({
  what,
  reason: 'agreed-by-all',
}));

describe('whose calendars an officer keeps', () => {
  const kept = (by: Person) =>
    ask(directoryApp(contextOver(prepared.store, now)), actorOf(by), 'GET', '/api/directory/kept');

  it('those of the own agency and of one that names it, without oneself and without protected sites', async () => {
    const { interpreter, clerk } = prepared.people;
    await prepared.store.write([setKeepers(interpreter.agencyId, [])]);
    expect((await kept(clerk)).body.people).toEqual([]);
    await prepared.store.write([setKeepers(interpreter.agencyId, [clerk.agencyId])]);
    expect((await kept(clerk)).body.people).toEqual([
      expect.objectContaining({ personId: interpreter.personId, role: 'interpreter' }),
    ]);
    await prepared.store.write([setKeepers(prepared.people['support-officer'].agencyId, [clerk.agencyId])]);
    expect((await kept(clerk)).body.people).toHaveLength(1);
  });
});

describe('times out of all bounds', () => {
  it.each([
    ['9999-12-31T00:00:00Z', '9999-12-31T23:59:59.999Z'],
    ['0000-01-01T00:00:00Z', '0000-01-02T00:00:00Z'],
    ['2027-03-02T00:00:00Z', '2027-03-01T00:00:00Z'],
  ])('from %s to %s are refused', async (from, until) => {
    const { status, body } = await taken(prepared.people.clerk, { from, until });
    expect([status, body.code]).toEqual([422, 'search-window-not-possible']);
  });
});
