import { beforeEach, describe, expect, it } from 'vitest';
import { casesApp } from '../../functions/cases/routes.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { witnessesApp } from '../../functions/witnesses/routes.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { gateBodies } from '../support/interview.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { parseStanding, standingKey } from '../../functions/cases/port/standing.ts';

/** As what somebody is heard, what they speak, and when a child is of age: a fact of the case, said by the holder. */

let store: MemoryStore;
let prepared: PreparedCase;
let holder: Person;
let colleague: Person;

beforeEach(async () => {
  store = memoryStore();
  holder = await enterPerson(store, 'support-officer');
  colleague = await enterPerson(store, 'support-officer', { agencyId: holder.agencyId });
  prepared = await prepareCase(store, { 'support-officer': holder }, [colleague]);
});

const said = { capacity: 'victim', languages: [{ language: 'kar', dialect: 'sgaw' }, { language: 'my' }] };
const path = () => `/api/cases/${prepared.caseId}/witnesses/${prepared.witness}/description`;
const describeAs = (by: Person, body: object = said, at: Date = now) =>
  ask(casesApp(contextOver(store, at)), actorOf(by), 'POST', path(), body);
const shownTo = async (by: Person, at: Date = now) => {
  const answer = await ask(
    casesApp(contextOver(store, at)),
    actorOf(by),
    'GET',
    `/api/cases/${prepared.caseId}`,
  );
  return (answer.body.witnesses as Record<string, unknown>[])[0];
};
const consents = () =>
  ask(
    witnessesApp(contextOver(store, now)),
    actorOf(holder),
    'POST',
    `/api/witnesses/${prepared.caseId}/${prepared.witness}/consent`,
    gateBodies.consent,
  );
const consentStands = async () => {
  const [item] = await store.get([standingKey(prepared.caseId, prepared.witness, 'consent')]);
  return parseStanding(item)?.state;
};

describe('what is said of somebody who is heard', () => {
  it('stands in the case with who said so, in place of what was said before, and what is spoken is sealed', async () => {
    expect(await shownTo(holder)).toMatchObject({ capacity: 'victim' });
    expect((await describeAs(holder, { ...said, capacity: 'witness' })).body).toEqual({
      capacity: 'witness',
    });
    expect(await shownTo(holder)).toMatchObject({ capacity: 'witness', languages: said.languages });
    const entry = (await entriesIn(store, prepared.caseId)).at(-1);
    expect(entry).toMatchObject({
      action: 'witness.described',
      actor: { role: 'support-officer' },
      details: { capacity: 'witness', consentFell: false },
    });
    expect(JSON.stringify(entry)).not.toMatch(/sgaw|kar/);
    expect(Object.keys(entry?.sealed ?? {}).toSorted()).toEqual(['languages', 'ofAgeOn']);
  });

  it('tells what they speak to whoever arranges interpreting or knows them, and the age to the holder', async () => {
    await describeAs(holder, { ...said, ofAgeOn: '2028-05-04' });
    const { clerk, prosecutor, 'attending-officer': officer } = prepared.people;
    expect((await shownTo(clerk))?.['languages']).toEqual(said.languages);
    expect((await shownTo(officer))?.['languages']).toEqual(said.languages);
    expect(await shownTo(prosecutor)).not.toHaveProperty('languages');
    expect(await shownTo(colleague)).not.toHaveProperty('languages');
    expect((await shownTo(holder))?.['ofAgeOn']).toBe('2028-05-04');
    for (const other of [clerk, officer, prosecutor, colleague])
      expect(await shownTo(other)).not.toHaveProperty('ofAgeOn');
  });

  it('is said by the holder alone', async () => {
    for (const by of [colleague, prepared.people.prosecutor, prepared.people.clerk])
      expect((await describeAs(by)).body.code).toBe('not-your-role');
  });

  it.each<[string, object]>([
    ['a dialect of another language', { languages: [{ language: 'my', dialect: 'sgaw' }] }],
    ['no language', { languages: [] }],
    ['a language that nobody knows', { languages: [{ language: 'xx' }] }],
    ['a date of birth in the future', { ofAgeOn: '2060-01-01' }],
    ['a day that there is not', { ofAgeOn: '2027-02-30' }],
    ['a date of birth', { born: '2010-05-04' }],
  ])('is refused with %s', async (_, wrong) => {
    const before = new Map(store.items);
    expect((await describeAs(holder, { ...said, ...wrong })).status).toBeGreaterThanOrEqual(400);
    expect(new Map(store.items)).toEqual(before);
  });
});

describe('the age', () => {
  it('makes a child of whoever it is said of until the day where they are, and no longer', async () => {
    await describeAs(holder, { ...said, ofAgeOn: '2028-05-04' });
    const at = async (instant: string) => (await shownTo(holder, new Date(instant)))?.['capacity'];
    // Yangon is six and a half hours ahead.
    expect(await at('2028-05-03T17:29:00Z')).toBe('child');
    expect(await at('2028-05-03T17:30:00Z')).toBe('victim');
  });

  it('that is another than was said makes consent fall at once, and one that is the same leaves it', async () => {
    expect((await consents()).status).toBe(201);
    await describeAs(holder);
    expect(await consentStands()).toBe('open');
    await describeAs(holder, { ...said, ofAgeOn: '2028-05-04' });
    expect(await consentStands()).toBe('missing');
    expect((await entriesIn(store, prepared.caseId)).at(-1)?.details).toMatchObject({ consentFell: true });
  });
});
