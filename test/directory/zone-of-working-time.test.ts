import { beforeEach, expect, it } from 'vitest';
import { parsePerson, personKey, type Person } from '../../functions/directory/port/actor.ts';
import { directoryApp } from '../../functions/directory/routes.ts';
import { setKeepers } from '../../functions/directory/store.ts';
import { actorOf, ask, enterPerson, contextOver, type Told } from '../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { now } from '../support/prepared-case.ts';

/** Whoever moves is booked and told by one clock: that of the calendar. */

let store: MemoryStore;
let interpreter: Person;
let clerk: Person;
let authority: Person;
beforeEach(async () => {
  store = memoryStore();
  interpreter = await enterPerson(store, 'interpreter');
  clerk = await enterPerson(store, 'clerk');
  authority = await enterPerson(store, 'central-authority');
});

const request = (by: Person, method: 'GET' | 'POST', path: string, body?: object): Promise<Told> =>
  ask(directoryApp(contextOver(store, now)), actorOf(by), method, `/api/directory/${path}`, body);

async function change(by: Person, path: string, changes: object): Promise<void> {
  const { version, calendar } = (await request(by, 'GET', path)).body;
  const told = await request(by, 'POST', path, { version, calendar: { ...calendar, ...changes } });
  expect(told.status, JSON.stringify(told.body)).toBe(200);
}

/** Of the person alone, and in the list of the role. */
async function zonesOf({ personId, role }: Person) {
  const [alone] = await store.get([personKey(personId)]);
  const { people } = (await request(clerk, 'GET', `people?role=${role}`)).body;
  const row = people.find((each: { personId: string }) => each.personId === personId);
  return [parsePerson(alone).zone, row.zone];
}

it('is that of the person, and in the list of the role', async () => {
  await change(clerk, 'me/calendar', { zone: 'America/New_York' });
  expect(await zonesOf(clerk)).toEqual(['America/New_York', 'America/New_York']);
  await change(clerk, 'me/calendar', { zone: 'Asia/Tokyo', notice: 60 });
  expect(await zonesOf(clerk)).toEqual(['Asia/Tokyo', 'Asia/Tokyo']);
});

it('is that of the person also when an officer who keeps the calendar sets it', async () => {
  await store.write([setKeepers(interpreter.agencyId, [authority.agencyId])]);
  await change(authority, `people/${interpreter.personId}/calendar`, { zone: 'Europe/Berlin' });
  expect(await zonesOf(interpreter)).toEqual(['Europe/Berlin', 'Europe/Berlin']);
  expect(await zonesOf(clerk)).toEqual(['Asia/Bangkok', 'Asia/Bangkok']);
});

it('stays with the person when something else is set', async () => {
  const items = () => [...store.items].filter(([, { sk }]) => sk === 'person');
  const before = items();
  await change(clerk, 'me/calendar', { notice: 60 });
  expect(items()).toEqual(before);
});
