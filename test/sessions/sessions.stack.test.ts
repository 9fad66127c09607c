import { witnessOf } from '../support/booking.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { randomBytes } from 'node:crypto';
import { newId } from '../../functions/shared/values/ids.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import type { Answer } from '../support/http.ts';
import { bangkokIn, bookInterview, newCase, openGates, type Interview } from '../support/interview.ts';
import { newOffice, storeOf, type Office } from '../support/office.ts';
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
const previewAt = (local: string, token: string, change: object = {}) =>
  post('/api/availability/preview', token, bookingAt(local, change));
/** A refusal as far as it may depend on what was asked for. */
const plain = ({ status, body }: Answer) => ({ status, body: { ...body, request: undefined } });

describe('whoever is not of the case', () => {
  it('is answered exactly as for what does not exist', async () => {
    const [theirs, stranger] = await Promise.all([bookInterview(stack, 60 * 24 * 30), newOffice(stack)]);
    const missing = newId(randomBytes);
    const { prosecutor, 'central-authority': authority } = stranger.tokens;
    const seats = {
      clerk: stranger.ids.clerk,
      supportOfficer: stranger.ids['support-officer'],
      interpreter: stranger.ids.interpreter,
    };
    const asked: readonly ((caseId: string, sessionId: string) => Promise<Answer>)[] = [
      (of) => get(`/api/cases/${of}`, prosecutor),
      (of) => get(`/api/sessions?caseId=${of}`, prosecutor),
      (of) => previewAt('2027-01-05T09:00', prosecutor, { caseId: of }),
      (of) => post('/api/sessions', prosecutor, bookingAt('2027-01-05T09:00', { caseId: of, seats })),
      (_, id) => get(`/api/sessions/${id}`, prosecutor),
      (_, id) => post(`/api/sessions/${id}/cancellation`, prosecutor, { reason: 'other' }),
      (_, id) =>
        post(`/api/sessions/${id}/attending-officer`, authority, {
          personId: stranger.ids['attending-officer'],
        }),
    ];
    for (const ask of asked) {
      const foreign = await ask(theirs.caseId, theirs.sessionId);
      expect([foreign.status, foreign.code]).toEqual([404, 'not-found']);
      expect(plain(foreign)).toEqual(plain(await ask(missing, missing)));
    }
    const malformed = await get('/api/sessions/no-id-at-all', prosecutor);
    expect(plain(malformed)).toEqual(plain(await get(`/api/sessions/${missing}`, prosecutor)));
  });
});

describe('a session', () => {
  let interview: Interview;
  beforeAll(async () => {
    interview = await bookInterview(stack, 60 * 24 * 10);
  });
  const read = async (who: keyof Office['tokens']) =>
    (await get(`/api/sessions/${interview.sessionId}`, interview.tokens[who])).body;

  it('shows the prosecutor every time but hers and that of whoever is beside her', async () => {
    const { seats, mySeat, venue } = await read('prosecutor');
    const shown = Object.fromEntries(
      seats.map((seat: { seat: string; time?: { zone: string } }) => [seat.seat, seat.time?.zone]),
    );
    expect(shown).toEqual({
      prosecutor: 'Asia/Bangkok',
      clerk: 'Asia/Bangkok',
      'support-officer': undefined,
      witness: undefined,
      interpreter: 'Australia/Sydney',
      'attending-officer': 'Asia/Yangon',
    });
    expect(mySeat).toBe('prosecutor');
    expect(venue).toMatchObject({ zone: 'Asia/Bangkok', offset: '+07:00' });
  });

  it('shows her holder all of them', async () => {
    const { seats } = await read('support-officer');
    expect(seats.filter((seat: { time?: unknown }) => seat.time === undefined)).toEqual([]);
  });

  it('shows what is missing and whose turn it is, and is ready when nothing is', async () => {
    const before = await read('auditor');
    expect(before.status).toBe('booked');
    expect(before.gates).toEqual([
      {
        gate: 'permission',
        state: 'missing',
        turn: 'central-authority',
        only: 'host-state',
        myTurn: false,
        mine: false,
      },
      {
        gate: 'attendingOfficer',
        state: 'missing',
        turn: 'central-authority',
        only: 'host-state',
        myTurn: false,
        mine: false,
      },
      {
        gate: 'consent',
        state: 'missing',
        turn: 'support-officer',
        only: 'holder',
        myTurn: false,
        mine: false,
      },
      {
        gate: 'riskPlan',
        state: 'missing',
        turn: 'support-officer',
        only: 'holder',
        myTurn: false,
        mine: false,
      },
      { gate: 'interpreter', state: 'missing', turn: 'clerk', myTurn: false, mine: false },
      {
        gate: 'rehearsal',
        state: 'untested',
        turn: 'support-officer',
        only: 'holder',
        myTurn: false,
        mine: false,
      },
    ]);
    await openGates(interview);
    const after = await read('attending-officer');
    expect([after.status, after.mySeat]).toEqual(['ready', 'attending-officer']);
    expect((await read('central-authority')).mySeat).toBeUndefined();
  });

  it('that is cancelled frees everybody, and cannot be cancelled or changed again', async () => {
    const { sessionId, tokens, ids } = interview;
    const cancelled = await post(`/api/sessions/${sessionId}/cancellation`, tokens.prosecutor, {
      reason: 'witness-unwell',
    });
    expect(cancelled.body).toEqual({ status: 'cancelled' });
    expect((await read('clerk')).status).toBe('cancelled');
    for (const personId of Object.values(ids))
      expect(await takenOn(storeOf(stack), `person#${personId}`)).toEqual([]);
    const again = await post(`/api/sessions/${sessionId}/cancellation`, tokens.prosecutor, {
      reason: 'other',
    });
    expect([again.status, again.code]).toEqual([410, 'room-ended']);
    const named = await post(`/api/sessions/${sessionId}/attending-officer`, tokens['central-authority'], {
      personId: ids['attending-officer'],
    });
    expect([named.status, named.code]).toEqual([410, 'room-ended']);
  });
});

describe('a preview', () => {
  it('says who is free, gives the clerk the prosecutor of the case, and hides what must be hidden', async () => {
    const local = bangkokIn(60 * 24 * 20);
    const { status, body } = await previewAt(local, office.tokens.clerk);
    expect(status).toBe(200);
    expect(body.seats.map((seat: { seat: string }) => seat.seat)).toEqual([
      'prosecutor',
      'clerk',
      'support-officer',
      'witness',
      'interpreter',
      'attending-officer',
    ]);
    const [prosecutor, , supporter, her] = body.seats;
    expect(prosecutor).toMatchObject({ availability: 'available', time: { zone: 'Asia/Bangkok', local } });
    expect(Object.keys(supporter).toSorted()).toEqual(['availability', 'label', 'pseudonym', 'seat']);
    expect(Object.keys(her).toSorted()).toEqual(['availability', 'pseudonym', 'seat']);
  });

  it('says who is booked, and after the cancellation that they are free again', async () => {
    const local = bangkokIn(60 * 24 * 21);
    const booked = await post('/api/sessions', office.tokens.prosecutor, bookingAt(local));
    const availability = async () =>
      (await previewAt(local, office.tokens.prosecutor)).body.seats.map(
        (seat: { availability?: string }) => seat.availability,
      );
    expect(await availability()).toEqual(['booked', 'booked', 'booked', 'booked', 'booked', undefined]);
    await post(`/api/sessions/${booked.body.sessionId}/cancellation`, office.tokens.prosecutor, {
      reason: 'other-date',
    });
    expect(await availability()).toEqual([
      'available',
      'available',
      'available',
      'available',
      'available',
      undefined,
    ]);
  });
});
