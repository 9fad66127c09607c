import { beforeEach, describe, expect, it } from 'vitest';
import { casesApp } from '../../../functions/cases/routes.ts';
import type { Person } from '../../../functions/directory/port/actor.ts';
import { directoryApp } from '../../../functions/directory/routes.ts';
import { actorOf, ask, enterPerson, contextOver } from '../../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../../support/memory-store.ts';
import { enterRoom } from '../../support/calendars.ts';
import { prepareCase, now, takenByAll, type PreparedCase } from '../../support/prepared-case.ts';
import { search } from '../../support/search.ts';
import { bookWith, nameOfficer, read } from '../../support/session-verbs.ts';

/**
 * A case that somebody opened in order to learn where others are: its members, its holder and its protection order are
 * whoever its opener writes there. Everything about places that can be read from it must be what the opener has typed.
 */

let store: MemoryStore;
/** The real case. Its witness, and those beside her, are not in the capital's zone, so that a leak would show. */
let prepared: PreparedCase;
let curious: Person;

const eastern = { zone: 'Asia/Tokyo' } as const;

beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store, {
    'support-officer': await enterPerson(store, 'support-officer', { ...eastern, atProtectedSite: true }),
    'attending-officer': await enterPerson(store, 'attending-officer', eastern),
  });
  curious = await enterPerson(store, 'prosecutor');
});

/** @returns a case in which the curious prosecutor has the real people as members */
async function openedBy(witness: object): Promise<PreparedCase> {
  const { people } = prepared;
  const beside = [people['support-officer'].personId, people['attending-officer'].personId];
  const told = await ask(casesApp(contextOver(store, now)), actorOf(curious), 'POST', '/api/cases', {
    reference: 'T 2/2027',
    requestingState: 'TH',
    hostState: 'MM',
    members: [...beside, people.clerk.personId],
    witnesses: [{ holder: beside[0], zone: 'Etc/UTC', ...witness }],
  });
  expect(told.status, JSON.stringify(told.body)).toBe(201);
  const caseId = told.body.caseId as string;
  // Their agencies know what they do: places are not shown to whoever may look for their people by name either.
  await takenByAll(store, caseId, [people.clerk, people['support-officer'], people['attending-officer']]);
  const file = await ask(casesApp(contextOver(store, now)), actorOf(curious), 'GET', `/api/cases/${caseId}`);
  const named = (file.body.witnesses as { pseudonym: string }[])[0]?.pseudonym ?? '';
  return { ...prepared, caseId, witness: named, people: { ...people, prosecutor: curious } };
}

const cases = [
  ['that lists its opener', () => ({ protected: true, mayKnow: [curious.personId] })],
  ['whose witness is not protected', () => ({ protected: false, mayKnow: [] })],
] as const;

describe.each(cases)('from a case %s', (_, witness) => {
  it('nothing is learnt of an officer or a shelter by searching', async () => {
    const own = await openedBy(witness());
    const agency = prepared.people['support-officer'].agencyId;
    await enterRoom(store, {}, { city: 'Naha', country: 'JP', atProtectedSite: true, agencyId: agency });
    const find = (more: object) =>
      search(own, {
        caseId: own.caseId,
        earliest: '2027-03-02T00:00:00Z',
        latest: '2027-03-03T00:00:00Z',
        zone: 'Asia/Bangkok',
        segments: [{ kind: 'main', at: 0, minutes: 60 }],
        participants: [],
        ...more,
      });
    const participants = (['support-officer', 'attending-officer'] as const).map((role) => ({
      key: role,
      personId: prepared.people[role].personId,
    }));
    const found = await find({ participants, rows: true });
    expect(found.body.slots[0].seats).toEqual([{ key: 'support-officer' }, { key: 'attending-officer' }]);
    expect(JSON.stringify(found.body)).not.toContain('Tokyo');
    const pools = [{ key: 'room', kind: 'room', city: 'Naha' }];
    const rooms = await find({ pools });
    expect([rooms.body.slots, rooms.body.bands]).toEqual([[], []]);
    const rooms2 = await find({ pools: [{ key: 'room', kind: 'room', country: 'JP' }] });
    expect(rooms2.body.slots).toEqual([]);
  });

  it('nothing is learnt of an officer by booking', async () => {
    const own = await openedBy(witness());
    const { body } = await bookWith(own, '2027-03-02T09:00', {}, { by: curious });
    await nameOfficer(own, body.sessionId as string);
    const told = await read(own, body.sessionId as string, curious);
    const zones = Object.fromEntries(
      (told.body.seats as { seat: string; time?: { zone: string } }[]).map(({ seat, time }) => [
        seat,
        time?.zone,
      ]),
    );
    expect(zones).toMatchObject({ 'support-officer': undefined, 'attending-officer': 'Etc/UTC' });
    expect(JSON.stringify(told.body)).not.toContain('Tokyo');
  });
});

describe('what a session hides', () => {
  it('the directory does not show', async () => {
    const { people } = prepared;
    const ordinary = await enterPerson(store, 'support-officer', eastern);
    const list = async (role: string, viewer: Person) =>
      (
        await ask(
          directoryApp(contextOver(store, now)),
          actorOf(viewer),
          'GET',
          `/api/directory/people?role=${role}`,
        )
      ).body.people as { personId: string; zone?: string }[];
    for (const role of ['attending-officer', 'support-officer'] as const) {
      const rows = await list(role, people.prosecutor);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).not.toHaveProperty('zone');
    }
    expect((await list('support-officer', people.prosecutor)).map(({ personId }) => personId)).toContain(
      ordinary.personId,
    );
    const [clerk] = await list('clerk', people.prosecutor);
    expect(clerk?.zone).toBe('Asia/Bangkok');
  });
});
