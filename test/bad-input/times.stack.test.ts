import { witnessOf } from '../support/booking.ts';
import { proposed } from '../support/proposal.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { send } from '../support/http.ts';
import { bangkokIn, gateBodies, newCase } from '../support/interview.ts';
import { newOffice, storeOf, type Office } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';

/** Times that do not exist, come twice, are over or are none; zones that are none. */
const stack = deployedStack();
let office: Office;
let caseId: string;
let witness: string;

beforeAll(async () => {
  office = await newOffice(stack);
  caseId = await newCase(stack, office);
  witness = await witnessOf(stack.apiUrl, office.tokens.prosecutor, caseId);
});

/** The next-but-one year's clock changes, so that the times are still to come whenever this runs. */
const year = new Date().getUTCFullYear() + 2;

/** The date of the nth Sunday of a month, `YYYY-MM-DD`: when New York, Sydney and London change their clocks. */
function sunday(month: number, which: number | 'last'): string {
  const days = Array.from({ length: 31 }, (_, at) => new Date(Date.UTC(year, month - 1, at + 1)));
  const sundays = days.filter((day) => day.getUTCMonth() === month - 1 && day.getUTCDay() === 0);
  const found = which === 'last' ? sundays.at(-1) : sundays[which - 1];
  return (found as Date).toISOString().slice(0, 10);
}

const times: readonly (readonly [string, Record<string, unknown>, string])[] = [
  [
    'in the hour that New York leaves out',
    { zone: 'America/New_York', local: `${sunday(3, 2)}T02:30` },
    'time-does-not-exist',
  ],
  [
    'in the hour that Sydney leaves out',
    { zone: 'Australia/Sydney', local: `${sunday(10, 1)}T02:00` },
    'time-does-not-exist',
  ],
  [
    'in the half hour that Lord Howe leaves out',
    { zone: 'Australia/Lord_Howe', local: `${sunday(10, 1)}T02:15` },
    'time-does-not-exist',
  ],
  [
    'in the hour that New York has twice',
    { zone: 'America/New_York', local: `${sunday(11, 1)}T01:30` },
    'time-is-ambiguous',
  ],
  [
    'in the hour that London has twice',
    { zone: 'Europe/London', local: `${sunday(10, 'last')}T01:00` },
    'time-is-ambiguous',
  ],
  ['that is over', { local: bangkokIn(-60) }, 'time-not-possible'],
  ['that is long over', { local: '1969-12-31T23:59' }, 'time-not-possible'],
  ['in a zone that is none', { zone: 'Asia/Rangun' }, 'unknown-zone'],
  ['in a zone that climbs', { zone: '../../etc/passwd' }, 'unknown-zone'],
  ['in no zone', { zone: '' }, 'unknown-zone'],
  ['on 30 February', { local: `${year}-02-30T10:00` }, 'invalid-request'],
  ['on 29 February of a year that has none', { local: '2027-02-29T10:00' }, 'invalid-request'],
  ['at 24:00', { local: `${year}-03-01T24:00` }, 'invalid-request'],
  ['at 10:60', { local: `${year}-03-01T10:60` }, 'invalid-request'],
  ['in the thirteenth month', { local: `${year}-13-01T10:00` }, 'invalid-request'],
  ['with a Z', { local: `${year}-03-01T10:00Z` }, 'invalid-request'],
  ['in words', { local: 'tomorrow at ten' }, 'invalid-request'],
  ['in Thai digits', { local: `${year}-03-01T๑๐:๐๐` }, 'invalid-request'],
  ['of no length', { minutes: 0 }, 'invalid-request'],
  ['of a negative length', { minutes: -30 }, 'invalid-request'],
  ['of 13 hours', { minutes: 780 }, 'invalid-request'],
  ['of half a minute', { minutes: 30.5 }, 'invalid-request'],
];

describe('a session is not booked', () => {
  test.each(times)('at a time %s', async (_, change, code) => {
    const { ids, tokens } = office;
    const good = {
      caseId,
      kind: 'interview',
      local: bangkokIn(24 * 60),
      zone: 'Asia/Bangkok',
      minutes: 30,
      seats: { clerk: ids.clerk, supportOfficer: ids['support-officer'], interpreter: ids.interpreter },
    };
    const answer = await send(stack.apiUrl, 'POST', '/api/sessions', {
      token: tokens.prosecutor,
      body: proposed({ ...good, ...change }, { booker: ids.prosecutor, witness }),
    });
    expect(answer.code).toBe(code);
    expect(await storeOf(stack).query('sessions', `case#${caseId}`)).toEqual([]);
  });

  test('and each such time is refused where it is only looked at, too', async () => {
    const { ids, tokens } = office;
    for (const [, change, code] of times) {
      const brief = {
        caseId,
        local: bangkokIn(24 * 60),
        zone: 'Asia/Bangkok',
        minutes: 30,
        seats: { clerk: ids.clerk, supportOfficer: ids['support-officer'], interpreter: ids.interpreter },
        ...change,
      };
      const body = proposed(brief, { booker: ids.prosecutor, witness });
      const answer = await send(stack.apiUrl, 'POST', '/api/availability/preview', {
        token: tokens.prosecutor,
        body,
      });
      expect([change, answer.code]).toEqual([change, code]);
    }
  });

  test('but the good time is, so the refusals above were for the time', async () => {
    const { ids, tokens } = office;
    const body = {
      caseId,
      kind: 'interview',
      local: bangkokIn(24 * 60),
      zone: 'Asia/Bangkok',
      minutes: 30,
      seats: { clerk: ids.clerk, supportOfficer: ids['support-officer'], interpreter: ids.interpreter },
    };
    const booked = await send(stack.apiUrl, 'POST', '/api/sessions', {
      token: tokens.prosecutor,
      body: proposed(body, { booker: ids.prosecutor, witness }),
    });
    expect(booked.status).toBe(201);
    const path = `/api/requests/${caseId}/${witness}/permission`;
    const token = tokens['central-authority'];
    const days = [
      '2027-02-29',
      '2026-02-30',
      '2026-1-1',
      '20260101',
      '2026-01-01T00:00:00Z',
      '0000-00-00',
      'today',
    ];
    for (const day of days) {
      const given = { ...gateBodies.permission, validUntil: day };
      const answer = await send(stack.apiUrl, 'POST', path, { token, body: given });
      expect([day, answer.code]).toEqual([day, 'invalid-request']);
    }
  });
});
