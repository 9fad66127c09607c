import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { refusals, type RefusalCode } from '../../functions/shared/refusals.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { fullConsent, fullGo } from '../support/consent-and-plan.ts';
import { actorOf, ask, enterPerson } from '../support/in-process.ts';
import { gateBodies } from '../support/interview.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { nameParty, now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { bookWith } from '../support/session-verbs.ts';
import { wholeApi } from '../support/whole-api.ts';

/**
 * What must be refused before anybody comes to a door, each as somebody would try it: in words that say what to do, and with
 * nothing changed.
 */

let store: MemoryStore;
let prepared: PreparedCase;
/** A central authority of the State that asks. */
let requesting: Person;
beforeEach(async () => {
  store = memoryStore();
  requesting = await enterPerson(store, 'central-authority', { country: 'TH' });
  const judge = await enterPerson(store, 'judge');
  prepared = await prepareCase(store, { judge }, [requesting]);
});

type Asker = keyof PreparedCase['people'] | Person;
const post = (by: Asker, path: string, body: object, at = now) =>
  ask(wholeApi(store, at), actorOf(typeof by === 'string' ? prepared.people[by] : by), 'POST', path, body);
const aboutHer = (by: Asker, verb: string, body: object, at = now) =>
  post(by, `/api/witnesses/${prepared.caseId}/${prepared.witness}/${verb}`, body, at);
const permit = (by: Asker, body: object, party = prepared.witness) =>
  post(by, `/api/requests/${prepared.caseId}/${party}/permission`, body);
const toTheCase = (by: Asker, verb: string, body: object) =>
  post(by, `/api/cases/${prepared.caseId}/${verb}`, body);

const whoSheIs = {
  name: 'Khin May Oo',
  otherNames: [],
  born: '1998-04-12',
  documents: [],
  reach: { ways: ['through-holder'], phones: [] },
};

/** That it is refused so, says what to do, for a field at that field, and leaves everything as it was. */
async function expectRefused(
  run: () => Promise<{ readonly status: number; readonly body: { code?: string; errors?: unknown[] } }>,
  code: RefusalCode,
): Promise<void> {
  const before = new Map(store.items);
  const { status, body } = await run();
  expect([status, body.code]).toEqual([refusals[code].status, code]);
  expect(body).toMatchObject({ title: refusals[code].title, detail: refusals[code].next });
  for (const error of (body.errors ?? []) as readonly { message: string }[])
    expect(error.message).toMatch(/^[A-Z].*[.]$/);
  expect(new Map(store.items)).toEqual(before);
}

describe('before the door there is refused', () => {
  it('consent for a child without guardian', () =>
    expectRefused(
      () =>
        aboutHer('support-officer', 'consent', { ...fullConsent, person: 'child', ofAgeOn: '2033-05-01' }),
      'guardian-needed',
    ));

  it('a grant by the wrong State', () =>
    expectRefused(() => permit(requesting, gateBodies.permission), 'host-state-decides'));

  it('a grant after its end', () =>
    expectRefused(
      () =>
        permit('central-authority', {
          ...gateBodies.permission,
          validFrom: '2027-01-01',
          validUntil: '2027-02-27',
        }),
      'does-not-fit',
    ));

  it('a grant for another witness, who is not of the case', () =>
    expectRefused(() => permit('central-authority', gateBodies.permission, 'W-2222'), 'not-found'));

  it('a grant of a session that is another case’s', async () => {
    const other = await prepareCase(store);
    const booked = await bookWith(other, '2027-03-02T09:00', {});
    const sessions = [booked.body.sessionId as string];
    await expectRefused(
      () => permit('central-authority', { ...gateBodies.permission, sessions }),
      'does-not-fit',
    );
  });

  it('a plan by one person alone: whoever entered it cannot second it', async () => {
    expect((await aboutHer('support-officer', 'risk-plan', fullGo)).status).toBe(201);
    await expectRefused(
      () => aboutHer('support-officer', 'risk-plan/word', { decision: 'go', plan: 1 }),
      'not-your-role',
    );
  });

  it('an officer who joins both sides', async () => {
    const accused = await nameParty(prepared, 'accused');
    const { agencyId } = prepared.people.prosecutor;
    const counsel = await enterPerson(store, 'defence-counsel', { agencyId });
    await expectRefused(
      () => toTheCase('judge', 'counsel', { personId: counsel.personId, for: accused }),
      'opposed-side',
    );
  });

  it('a member of an agency that left', async () => {
    const officer = prepared.people['attending-officer'];
    const file = await ask(
      wholeApi(store, now),
      actorOf(prepared.people.auditor),
      'GET',
      `/api/cases/${prepared.caseId}`,
    );
    const members = file.body.members as readonly { personId: string; pseudonym: string }[];
    const member = members.find(({ personId }) => personId === officer.personId)?.pseudonym;
    expect((await toTheCase(officer, 'leaving', { member, reason: 'other-duties' })).status).toBe(201);
    await expectRefused(() => toTheCase(officer, 'taking', {}), 'not-found');
  });

  it('a second unmasking with the first one’s approval', async () => {
    expect((await aboutHer('support-officer', 'identity', whoSheIs)).status).toBe(201);
    const asking = { ground: 'order-of-court', reason: 'The court must know.', minutes: 5 };
    const askedBy = async (at: Date) =>
      (await aboutHer('judge', 'identity/unmaskings', asking, at)).body.unmaskingId as string;
    const first = await askedBy(now);
    const agreed = { unmaskingId: first, decision: 'agree' };
    expect((await aboutHer('support-officer', 'identity/unmaskings/decision', agreed)).status).toBe(201);
    expect((await aboutHer('judge', 'identity/readings', { unmaskingId: first })).status).toBe(201);
    const later = new Date(now.getTime() + 6 * 60_000);
    const second = await askedBy(later);
    for (const unmaskingId of [second, first])
      await expectRefused(
        () => aboutHer('judge', 'identity/readings', { unmaskingId }, later),
        'identity-sealed',
      );
    await expectRefused(
      () => aboutHer('support-officer', 'identity/unmaskings/decision', agreed, later),
      'changed-meanwhile',
    );
    await expectRefused(
      () => aboutHer('judge', 'identity/readings', { unmaskingId: newId(randomBytes) }, later),
      'not-found',
    );
  });

  it('expired material', () =>
    expectRefused(
      () => aboutHer('support-officer', 'consent', fullConsent, new Date('2032-01-01T00:00:00Z')),
      'material-not-usable',
    ));

  it('a date of birth in the future, in a consent and in the vault', async () => {
    await expectRefused(
      () => aboutHer('support-officer', 'consent', { ...fullConsent, ofAgeOn: '2045-04-01' }),
      'does-not-fit',
    );
    await expectRefused(
      () => aboutHer('support-officer', 'identity', { ...whoSheIs, born: '2027-03-02' }),
      'does-not-fit',
    );
  });

  it.each([
    ['turns the text around', '\u202eoO yaM'],
    ['isolates a piece of it', '\u2066May\u2069 Oo'],
    ['rings a bell', 'May\u0007 Oo'],
    ['ends the line', 'May\u2028Oo'],
    ['marks the order of bytes', '\ufeffMay Oo'],
    ['is an invisible tag', 'May\u{e0041} Oo'],
  ])('a name with a character that %s', async (_, name) => {
    await expectRefused(
      () => aboutHer('support-officer', 'identity', { ...whoSheIs, name }),
      'invalid-request',
    );
    await expectRefused(
      () => toTheCase('prosecutor', 'parties', { role: 'accused', label: name }),
      'invalid-request',
    );
    await expectRefused(
      () =>
        aboutHer('support-officer', 'consent', {
          ...fullConsent,
          interpreter: { was: 'present', who: name },
        }),
      'invalid-request',
    );
  });
});
