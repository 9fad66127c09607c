import { beforeEach, describe, expect, it } from 'vitest';
import { casesApp } from '../../functions/cases/routes.ts';
import { followIn } from '../../functions/sessions/following/follow-standing.ts';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import { readStandsAround, followingOf } from '../../functions/sessions/port/standing.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';
import { witnessesApp } from '../../functions/witnesses/routes.ts';
import { fullConsent } from '../support/consent-and-plan.ts';
import { actorOf, ask, contextOver } from '../support/in-process.ts';
import { follow } from '../support/followed.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { nameParty, now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { book } from '../support/session-verbs.ts';

/** Whose word consent is goes by age, and age goes by the day where somebody is. */

let store: MemoryStore;
let prepared: PreparedCase;
/** Of the hearing on 2 March 2027, and of one that is held three weeks later. */
let before: string;
let after: string;

beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
  before = (await book(prepared, '2027-03-02T09:00')).body.sessionId as string;
  after = (await book(prepared, '2027-03-23T09:00')).body.sessionId as string;
});

const holder = () => actorOf(prepared.people['support-officer']);
const describeAs = (body: object, at = now) =>
  ask(
    casesApp(contextOver(store, at)),
    holder(),
    'POST',
    `/api/cases/${prepared.caseId}/witnesses/${prepared.witness}/description`,
    { capacity: 'victim', languages: [{ language: 'my' }], ...body },
  );
const address = () => `/api/witnesses/${prepared.caseId}/${prepared.witness}`;
const consents = (body: object, at = now) =>
  ask(witnessesApp(contextOver(store, at)), holder(), 'POST', `${address()}/consent`, body);
const reason = async (at: Date) =>
  (
    (await ask(witnessesApp(contextOver(store, at)), holder(), 'GET', address())).body.consent as {
      reason?: string;
    }
  ).reason;
/** The gate as a pass would find it at that moment, whether the door has followed yet or not. */
const gateAt = async (sessionId: string, at: string) => {
  const door = parseDoor((await store.get([doorKey(sessionId)]))[0]);
  return followingOf(door, await readStandsAround(store, door), parseInstant(at)).gates.consent;
};

let guardian: object;
const asChild = () => ({ ...fullConsent, person: 'child', guardian });

describe('scenario 17: a victim of 16 turns 18 before the hearing: guardian and assent rules re-evaluated', () => {
  beforeEach(async () => {
    const described = await describeAs({ ofAgeOn: '2027-03-12' });
    const who = await nameParty(prepared, 'guardian', 'MM', '2027-03-12');
    guardian = { who, agrees: 'yes', bestInterests: 'Wants it over.', assent: 'yes' };
    const given = await consents(asChild());
    if (described.body.capacity !== 'child' || given.body.gate !== 'open')
      throw new Error(`No child who consents: ${JSON.stringify([described.body, given.body])}`);
  });

  it('a hearing before that day goes by the guardian’s word, one after it waits for hers', async () => {
    const soon = now.toISOString();
    expect([await gateAt(before, soon), await gateAt(after, soon)]).toEqual(['open', 'missing']);
  });

  it('the guardian’s word ends at the midnight where she is, at that instant and without anybody', async () => {
    await follow(store, prepared);
    // Yangon is six and a half hours ahead.
    expect(await gateAt(before, '2027-03-11T17:29:59.999Z')).toBe('open');
    expect(await gateAt(before, '2027-03-11T17:30:00.000Z')).toBe('missing');
    expect(await followIn(contextOver(store, new Date('2027-03-11T17:30:00Z')), before)).toBe(1);
    expect(parseDoor((await store.get([doorKey(before)]))[0]).gates.consent).toBe('missing');
  });

  it('her officer is told why and what to do, from that day on', async () => {
    expect(await reason(new Date('2027-03-11T17:00:00Z'))).toBeUndefined();
    expect(await reason(new Date('2027-03-12T00:00:00Z'))).toBe('of-age');
  });

  it('nobody speaks for her any more, and her own word opens it', async () => {
    const grown = new Date('2027-03-12T00:00:00Z');
    expect((await consents(asChild(), grown)).body).toMatchObject({ code: 'does-not-fit' });
    expect((await consents(fullConsent, grown)).body).toEqual({ gate: 'open' });
    expect(await gateAt(after, grown.toISOString())).toBe('open');
    expect(await reason(grown)).toBeUndefined();
  });

  it('while she is a child, no adult’s consent is taken for hers', async () => {
    expect((await consents(fullConsent)).body).toMatchObject({ code: 'guardian-needed' });
  });

  it('that the day is another than was said makes it fall at once, and is told', async () => {
    await describeAs({ ofAgeOn: '2029-03-12' });
    expect(await gateAt(before, now.toISOString())).toBe('missing');
    expect(await reason(now)).toBe('age-changed');
    expect((await consents(asChild())).body).toEqual({ gate: 'open' });
    expect(await gateAt(after, now.toISOString())).toBe('open');
  });
});
