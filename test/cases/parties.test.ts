import { beforeEach, describe, expect, it } from 'vitest';
import { casesApp } from '../../functions/cases/routes.ts';
import { assertParties, type Party } from '../../functions/cases/port/parties.ts';
import { partyRoles } from '../../functions/shared/access/roles.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { letters } from '../access/access-table.ts';
import { actorOf, ask, contextOver, type Told } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { isOfAgeOn, nameParty, now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { bookWith, bookingOf, read } from '../support/session-verbs.ts';
import { calendarIdOf, takenOn } from '../support/calendars.ts';

/** Whom a case has beside those who are heard: named by its clerk or prosecutor, under a pseudonym, with a seat in hearings. */

let store: MemoryStore;
let prepared: PreparedCase;
beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
});

const name = (body: object, by: Person = prepared.people.clerk, caseId = prepared.caseId) =>
  ask(casesApp(contextOver(store, now)), actorOf(by), 'POST', `/api/cases/${caseId}/parties`, body);
const file = async (by: Person = prepared.people.prosecutor) =>
  (await ask(casesApp(contextOver(store, now)), actorOf(by), 'GET', `/api/cases/${prepared.caseId}`)).body;
const refused = ({ status, body }: Told) => [status, body.code, body.errors?.[0]?.pointer];

describe('a party', () => {
  it.each(partyRoles)('%s: has a pseudonym of that letter, and is seen by its label', async (role) => {
    const pseudonym = await nameParty(prepared, role);
    expect(pseudonym).toMatch(new RegExp(`^${letters[role]}-`));
    expect((await file()).parties).toEqual([
      {
        role,
        pseudonym,
        label: `The ${role} of a test`,
        ...(role === 'guardian' || role === 'support-person' ? { for: prepared.witness } : {}),
      },
    ]);
  });

  it('is entered in the log of the case; the label only as a commitment', async () => {
    const told = await name({ role: 'accused', label: 'Accused of a test' });
    expect(told.status).toBe(201);
    const entry = (await entriesIn(store, prepared.caseId)).at(-1);
    expect(entry).toMatchObject({
      action: 'party.named',
      actor: { role: 'clerk' },
      subject: { kind: 'party', ref: told.body.pseudonym },
      details: { role: 'accused' },
    });
    expect(JSON.stringify(entry)).not.toContain('Accused of a test');
    expect(entry).toHaveProperty('sealed.label');
  });

  it('guardian and support person are somebody’s who is heard in the case; nobody else is', async () => {
    const fault = [422, 'does-not-fit', '/for'];
    expect(refused(await name({ role: 'guardian', label: 'Guardian' }))).toEqual(fault);
    expect(refused(await name({ role: 'support-person', label: 'Friend', for: 'W-2222' }))).toEqual(fault);
    expect(refused(await name({ role: 'accused', label: 'Accused', for: prepared.witness }))).toEqual(fault);
    expect((await file()).parties).toEqual([]);
  });

  it('nobody grown up has a guardian, nor somebody of whom nobody said that they are a child', async () => {
    const body = { role: 'guardian', label: 'Guardian', for: prepared.witness };
    const fault = [422, 'does-not-fit', '/for'];
    expect(refused(await name(body))).toEqual(fault);
    await isOfAgeOn(prepared, '2026-12-01');
    expect(refused(await name(body))).toEqual(fault);
    await isOfAgeOn(prepared, '2033-05-01');
    expect((await name(body)).status).toBe(201);
  });

  it('is named in no case of others, exactly as in one that is not there', async () => {
    const other = await prepareCase(store);
    const body = { role: 'accused', label: 'Accused 1' };
    expect(refused(await name(body, prepared.people.clerk, other.caseId))).toEqual([
      404,
      'not-found',
      undefined,
    ]);
    expect(refused(await name(body, prepared.people.judge))).toEqual([403, 'not-your-role', undefined]);
  });
});

describe('a seat for a party', () => {
  const court = () => {
    const { judge, prosecutor, clerk } = prepared.people;
    const { seats } = bookingOf(prepared, '');
    return { by: clerk, seats: { ...seats, judge: judge.personId, prosecutor: prosecutor.personId } };
  };
  const testimony = (more: object, local = '2027-03-02T09:00') => {
    const { by, seats } = court();
    return bookWith(prepared, local, { kind: 'testimony', seats: { ...seats, ...more } }, { by });
  };

  it('is taken by pseudonym; several accused can have one, and nothing of their place is said', async () => {
    const accused = [await nameParty(prepared, 'accused'), await nameParty(prepared, 'accused')];
    const observer = await nameParty(prepared, 'observer');
    const friend = await nameParty(prepared, 'support-person');
    const told = await testimony({ accused, observer, 'support-person': friend });
    expect(told.status).toBe(201);
    const { seats } = (await read(prepared, told.body.sessionId as string)).body;
    const rows = (seats as { seat: string; pseudonym: string }[]).filter(({ pseudonym }) =>
      [...accused, observer, friend].includes(pseudonym),
    );
    expect(rows).toEqual([
      { seat: 'support-person', pseudonym: friend },
      ...accused.map((pseudonym) => ({ seat: 'accused', pseudonym })),
      { seat: 'observer', pseudonym: observer },
    ]);
  });

  it('takes their time: nobody is in two hearings at once, whatever reason is given', async () => {
    const accused = await nameParty(prepared, 'accused');
    expect((await testimony({ accused })).status).toBe(201);
    const { by, seats } = court();
    const again = { kind: 'testimony', seats: { ...seats, accused } };
    const overrides = [{ what: 'clash', reason: 'other' }];
    const clashing = await bookWith(
      prepared,
      '2027-03-02T09:30',
      { ...again, overrides },
      { by: prepared.people.judge },
    );
    expect(clashing.status).toBe(409);
    const taken = await takenOn(store, `party#${prepared.caseId}#${accused}`);
    expect(taken).toHaveLength(1);
    expect(await takenOn(store, calendarIdOf(by))).toHaveLength(1);
  });

  it('is refused to whoever is not of the case, has another role, or comes without the one they come with', async () => {
    const accused = await nameParty(prepared, 'accused');
    const elsewhere = await nameParty(await prepareCase(store), 'accused');
    const suit = [422, 'person-not-suitable', undefined];
    expect(refused(await testimony({ accused: elsewhere }))).toEqual(suit);
    expect(refused(await testimony({ observer: accused }))).toEqual(suit);
    const officer = await testimony({ 'custody-officer': prepared.people.clerk.personId.replace(/.$/, '0') });
    expect(refused(officer).slice(0, 2)).toEqual([422, 'seats-not-possible']);
    const { by, seats } = court();
    const { supportOfficer: _, ...without } = seats;
    const expert = await nameParty(prepared, 'expert');
    const alone = {
      kind: 'expert',
      seats: { ...without, expert, guardian: await nameParty(prepared, 'guardian') },
    };
    expect(refused(await bookWith(prepared, '2027-03-02T09:00', alone, { by })).slice(0, 2)).toEqual([
      422,
      'seats-not-possible',
    ]);
  });

  it('of somebody who comes with one who is heard is in that one’s sessions alone', () => {
    const of = (whose: string): Party => ({
      caseId: 'c',
      role: 'guardian',
      pseudonym: 'G-2222',
      label: 'Guardian',
      for: whose,
    });
    const seated = [
      { seat: 'witness', party: 'W-2222' },
      { seat: 'guardian', party: 'G-2222' },
    ];
    expect(() => assertParties(seated, [of('W-2222')])).not.toThrow();
    expect(() => assertParties(seated, [of('W-4444')])).toThrow(
      expect.objectContaining({ code: 'person-not-suitable', facts: { seat: 'guardian' } }),
    );
  });
});
