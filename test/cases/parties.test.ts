import { beforeEach, describe, expect, it } from 'vitest';
import { assertFits } from '../../functions/cases/name-party.ts';
import { parseStanding, standingKey } from '../../functions/cases/port/standing.ts';
import { casesApp } from '../../functions/cases/routes.ts';
import { Refusal } from '../../functions/shared/refusals.ts';
import { fullGo } from '../support/consent-and-plan.ts';
import { lifeOf } from './life/life.ts';
import { wholeApi } from '../support/whole-api.ts';
import { assertParties, type Party } from '../../functions/cases/port/parties.ts';
import { partyRoles } from '../../functions/shared/access/roles.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { letters } from '../access/access-table.ts';
import { actorOf, ask, contextOver, enterPerson, type Told } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import {
  admitted,
  isOfAgeOn,
  nameParty,
  now,
  prepareCase,
  takenByAll,
  type PreparedCase,
} from '../support/prepared-case.ts';
import { act, bookWith, bookingOf, read } from '../support/session-verbs.ts';
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

describe('a party that the case has no more', () => {
  const leaves = (party: string, by: Person = prepared.people.clerk, why = 'dropped') =>
    ask(wholeApi(store, now), actorOf(by), 'POST', `/api/cases/${prepared.caseId}/parties/${party}/leaving`, {
      reason: why,
    });
  const unchanged = async (work: () => Promise<Told>) => {
    const before = new Map(store.items);
    const told = refused(await work());
    expect(new Map(store.items)).toEqual(before);
    return told;
  };

  it('is out of the file by the word of those who answer for the case, entered with its reason', async () => {
    for (const role of ['clerk', 'prosecutor', 'judge'] as const) {
      const expert = await nameParty(prepared, 'expert');
      expect((await leaves(expert, prepared.people[role], 'unfit')).status).toBe(201);
      const { parties, former } = await file();
      expect(parties).toEqual([]);
      expect(former).toContainEqual({ role: 'expert', pseudonym: expert, left: now.toISOString() });
      expect((await entriesIn(store, prepared.caseId)).at(-1)).toMatchObject({
        action: 'party.left',
        actor: { role },
        subject: { kind: 'party', ref: expert },
        details: { role: 'expert', reason: 'unfit' },
      });
      // Once is enough, and nobody is there to leave twice.
      expect(await unchanged(() => leaves(expert))).toEqual([404, 'not-found', undefined]);
    }
  });

  it('is taken out by nobody else: a stranger with a case of her own is told that there is none', async () => {
    const accused = await nameParty(prepared, 'accused');
    const stranger = (await prepareCase(store)).people.clerk;
    expect(await unchanged(() => leaves(accused, stranger))).toEqual([404, 'not-found', undefined]);
    expect(await unchanged(() => leaves(accused, prepared.people['support-officer']))).toEqual([
      403,
      'not-your-role',
      undefined,
    ]);
    expect(await unchanged(() => leaves(prepared.witness))).toEqual([404, 'not-found', undefined]);
    // A judge through whom questions go is of the host State, and not of this court.
    const foreign = await enterPerson(store, 'judge', { country: 'MM' });
    await lifeOf(prepared)(prepared.people.prosecutor, 'members', { personId: foreign.personId });
    await takenByAll(store, prepared.caseId, [foreign]);
    expect(await unchanged(() => leaves(accused, foreign))).toEqual([403, 'not-your-role', undefined]);
  });

  it('has no seat in a session to come, before it goes and after', async () => {
    const { prosecutor, judge, clerk } = prepared.people;
    const { seats } = bookingOf(prepared, '');
    const testimony = (accused: string, local: string) =>
      bookWith(
        prepared,
        local,
        {
          kind: 'testimony',
          seats: { ...seats, judge: judge.personId, prosecutor: prosecutor.personId, accused },
        },
        { by: clerk },
      );
    const accused = await nameParty(prepared, 'accused');
    const sessionId = (await testimony(accused, '2027-03-02T09:00')).body.sessionId as string;
    const told = await leaves(accused);
    expect([told.status, told.body.code, told.body.facts]).toEqual([
      409,
      'still-needed',
      { sessions: [sessionId], witnesses: [], lastProsecutor: false },
    ]);
    expect((await act(prepared, sessionId, 'cancellation', { reason: 'other' }, { by: clerk })).status).toBe(
      201,
    );
    expect((await leaves(accused)).status).toBe(201);
    expect(refused(await testimony(accused, '2027-03-03T09:00')).slice(0, 2)).toEqual([
      422,
      'person-not-suitable',
    ]);
  });

  it('goes after the counsel who represents them', async () => {
    const accused = await nameParty(prepared, 'accused');
    const counsel = await admitted(prepared, 'defence-counsel', accused);
    expect((await unchanged(() => leaves(accused))).slice(0, 2)).toEqual([422, 'does-not-fit']);
    const { members } = await file();
    const own = (members as { personId: string; pseudonym: string }[]).find(
      ({ personId }) => personId === counsel.personId,
    );
    const path = `/api/cases/${prepared.caseId}/leaving`;
    const body = { member: own?.pseudonym, reason: 'mandate-ended' };
    expect((await ask(wholeApi(store, now), actorOf(counsel), 'POST', path, body)).status).toBe(201);
    expect((await leaves(accused)).status).toBe(201);
  });

  it('may be free: a dropped accused reopens the plans that there are, and nobody else does', async () => {
    const state = async () =>
      parseStanding((await store.get([standingKey(prepared.caseId, prepared.witness, 'riskPlan')]))[0])
        ?.state;
    const enter = (verb: string, body: object, by: Person) =>
      ask(
        wholeApi(store, now),
        actorOf(by),
        'POST',
        `/api/witnesses/${prepared.caseId}/${prepared.witness}/${verb}`,
        body,
      );
    const [accused, guardian] = [await nameParty(prepared, 'accused'), await nameParty(prepared, 'guardian')];
    // With a guardian it is a child who is heard.
    const bestInterests = { how: 'Two talks.', by: 'Child protection officer', result: 'Heard once.' };
    await enter('risk-plan', { ...fullGo, bestInterests }, prepared.people['support-officer']);
    await enter('risk-plan/word', { decision: 'go', plan: 1 }, prepared.people.prosecutor);
    expect(await state()).toBe('open');
    await leaves(guardian);
    expect(await state()).toBe('open');
    await leaves(accused);
    expect(await state()).toBe('missing');
    expect((await entriesIn(store, prepared.caseId)).slice(-2).map(({ action }) => action)).toEqual([
      'party.left',
      'risk-plan.reopened',
    ]);
  });

  it('is not named and dropped without end', async () => {
    const known = await file();
    const ever = Array.from({ length: 120 }, (_, at) => ({
      caseId: '',
      role: 'observer',
      pseudonym: `${at}`,
      label: '',
    }));
    const of = { witnesses: known.witnesses, parties: [], formerParties: ever } as unknown as Parameters<
      typeof assertFits
    >[1];
    expect(() => assertFits({ role: 'observer' }, of, now)).toThrow(Refusal);
    expect(() =>
      assertFits({ role: 'observer' }, { ...of, formerParties: of.formerParties.slice(1) }, now),
    ).not.toThrow();
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
