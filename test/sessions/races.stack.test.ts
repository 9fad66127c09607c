import { witnessOf } from '../support/booking.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { addAgency, addPerson, type PeopleOffice } from '../../infra/people.ts';
import { accountsOf, tokenOf } from '../../infra/local/demo-client.ts';
import { randomBytes } from 'node:crypto';
import { newId } from '../../functions/shared/values/ids.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { newKey, type Answer } from '../support/http.ts';
import { enterPerson } from '../support/in-process.ts';
import { bangkokIn, newCase } from '../support/interview.ts';
import { newOffice, storeOf, type Office } from '../support/office.ts';
import { deedsOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';
import { takenOn } from '../support/calendars.ts';
import { bookingsIn } from './deployed-bookings.ts';

/** The deployed functions with their own rights, from outside. */

let stack: DeployedStack;
let office: Office;
let caseId: string;
let witness: string;
beforeAll(async () => {
  stack = deployedStack();
  office = await newOffice(stack);
  caseId = await newCase(stack, office);
  witness = await witnessOf(stack.apiUrl, office.tokens.prosecutor, caseId);
});

const { post, get, bookingAt } = bookingsIn(() => ({ stack, office, caseId, witness }));

describe('sixteen who book one interpreter at the same moment', () => {
  it('get one yes and fifteen times the name of the seat that is taken', async () => {
    const store = storeOf(stack);
    const prosecutors = await newProsecutors(16);
    // All of one agency, which takes each case with opening it.
    const agencyId = prosecutors[0]?.agencyId ?? '';
    const interpreter = await enterPerson(store, 'interpreter', { agencyId });
    const local = bangkokIn(48 * 60);
    const bookers = await Promise.all(
      prosecutors.map(async ({ personId, token }) => {
        const [clerk, supporter] = await Promise.all([
          enterPerson(store, 'clerk', { agencyId }),
          enterPerson(store, 'support-officer', { agencyId }),
        ]);
        const opened = await post('/api/cases', token, {
          reference: 'T 16/2026',
          requestingState: 'TH',
          hostState: 'MM',
          members: [clerk.personId, supporter.personId],
          witnesses: [{ protected: true, holder: supporter.personId, zone: 'Asia/Yangon', mayKnow: [] }],
        });
        expect(opened.status).toBe(201);
        const seats = {
          clerk: clerk.personId,
          supportOfficer: supporter.personId,
          interpreter: interpreter.personId,
        };
        const of = opened.body.caseId as string;
        const her = await witnessOf(stack.apiUrl, token, of);
        const who = { booker: personId, witness: her };
        return { personId, token, body: bookingAt(local, { caseId: of, seats }, who) };
      }),
    );
    const answers = await Promise.all(bookers.map(({ token, body }) => post('/api/sessions', token, body)));

    const yes = answers.filter(({ status }) => status === 201);
    expect(yes).toHaveLength(1);
    for (const no of answers.filter((answer) => !yes.includes(answer)))
      expect([no.status, no.code, no.body.facts.seat]).toEqual([409, 'already-booked', 'interpreter']);
    const sessionId = yes[0]?.body.sessionId as string;
    const taken = await takenOn(store, `person#${interpreter.personId}`);
    expect(taken.map((each) => each.sessionId)).toEqual([sessionId]);
    expect(await deedsOf(stack, sessionId)).toHaveLength(1);
    const others = bookers.filter((_, index) => answers[index]?.status !== 201);
    for (const { personId } of others) expect(await takenOn(store, `person#${personId}`)).toEqual([]);
  }, 120_000);

  async function newProsecutors(count: number) {
    const at: PeopleOffice = {
      store: storeOf(stack),
      accounts: accountsOf(stack),
      userPoolId: stack.outputs.UserPoolId,
    };
    const agencyId = await addAgency(at, { name: 'Agency of a race', country: 'TH' });
    return Promise.all(
      Array.from({ length: count }, async () => {
        const id = newId(randomBytes);
        const account = { email: `${id}@example.org`, password: `Saksi-${id}-7` };
        const person = {
          agencyId,
          role: 'prosecutor',
          label: 'A prosecutor of a race',
          zone: 'Asia/Bangkok',
          language: 'en',
        } as const;
        const personId = await addPerson(at, person, account);
        return { personId, agencyId, token: await tokenOf(stack, account.email, account.password) };
      }),
    );
  }
});

describe('the same booking sent twice', () => {
  it('with one key has one effect and one answer, also when both are sent at once', async () => {
    const key = newKey();
    const body = bookingAt(bangkokIn(72 * 60));
    const [one, two] = await Promise.all(
      [1, 2].map(() => post('/api/sessions', office.tokens.prosecutor, body, key)),
    );
    const three = await post('/api/sessions', office.tokens.prosecutor, body, key);
    expect(one?.status).toBe(201);
    expect(two?.body).toEqual(one?.body);
    expect(three.body).toEqual(one?.body);
    const sessions = await get(`/api/sessions?caseId=${caseId}`, office.tokens.clerk);
    expect(sessions.body.sessions).toHaveLength(1);
  });

  it('with another key is refused: the prosecutor herself is booked then', async () => {
    const body = bookingAt(bangkokIn(96 * 60));
    expect((await post('/api/sessions', office.tokens.prosecutor, body)).status).toBe(201);
    const again = await post('/api/sessions', office.tokens.prosecutor, body);
    expect([again.status, again.code, again.body.facts.seat]).toEqual([409, 'already-booked', 'prosecutor']);
  });
});

describe('what is refused changes nothing', () => {
  it.each<[string, () => Promise<Answer>, number, string, object?]>([
    [
      'a time that does not exist',
      () =>
        post(
          '/api/sessions',
          office.tokens.prosecutor,
          bookingAt('2027-10-03T02:30', { zone: 'Australia/Sydney' }),
        ),
      422,
      'time-does-not-exist',
      { nearest: ['2027-10-03T01:30', '2027-10-03T03:30'] },
    ],
    [
      'a time that comes twice',
      () =>
        post(
          '/api/sessions',
          office.tokens.prosecutor,
          bookingAt('2027-04-04T02:30', { zone: 'Australia/Sydney' }),
        ),
      422,
      'time-is-ambiguous',
      { offsets: ['+11:00', '+10:00'] },
    ],
    [
      'a time that is over',
      () => post('/api/sessions', office.tokens.prosecutor, bookingAt('2026-01-05T09:00')),
      422,
      'time-not-possible',
    ],
    [
      'a zone that is not known',
      () =>
        post(
          '/api/sessions',
          office.tokens.prosecutor,
          bookingAt('2027-01-05T09:00', { zone: 'Asia/Rangon' }),
        ),
      422,
      'unknown-zone',
      { nearest: ['Asia/Yangon'] },
    ],
    [
      'thirteen hours',
      () => post('/api/sessions', office.tokens.prosecutor, bookingAt('2027-01-05T09:00', { minutes: 780 })),
      400,
      'invalid-request',
    ],
    [
      'somebody else than a clerk in the clerk’s seat',
      () =>
        post(
          '/api/sessions',
          office.tokens.prosecutor,
          bookingAt('2027-01-05T09:00', {
            seats: {
              clerk: office.ids.auditor,
              supportOfficer: office.ids['support-officer'],
              interpreter: office.ids.interpreter,
            },
          }),
        ),
      422,
      'person-not-suitable',
      { seat: 'clerk' },
    ],
    [
      'an interpreter whom nobody knows',
      () =>
        post(
          '/api/sessions',
          office.tokens.prosecutor,
          bookingAt('2027-01-05T09:00', {
            seats: {
              clerk: office.ids.clerk,
              supportOfficer: office.ids['support-officer'],
              interpreter: newId(randomBytes),
            },
          }),
        ),
      422,
      'person-not-suitable',
      { seat: 'interpreter' },
    ],
    [
      'a booking by the clerk',
      () => post('/api/sessions', office.tokens.clerk, bookingAt('2027-01-05T09:00')),
      403,
      'not-your-role',
    ],
  ])('%s', async (_, ask, status, code, facts) => {
    const before = (await get(`/api/sessions?caseId=${caseId}`, office.tokens.clerk)).body;
    const refused = await ask();
    expect([refused.status, refused.code, refused.body.facts]).toEqual([status, code, facts]);
    expect((await get(`/api/sessions?caseId=${caseId}`, office.tokens.clerk)).body).toEqual(before);
  });
});
