import { RoomServiceClient } from 'livekit-server-sdk';
import { beforeAll, describe, expect, test } from 'vitest';
import { mayKnowField } from '../../functions/cases/port/who-may-know-a-field.ts';
import { accessLogId } from '../../functions/custody/port/log-class.ts';
import { noticePrefix, noticesOf, parseNotice } from '../../functions/notices/store.ts';
import { gateNames } from '../../functions/sessions/port/gates.ts';
import type { Role } from '../../functions/shared/access/roles.ts';
import type { PersonalField } from '../../functions/shared/values/personal-fields.ts';
import { addressOf, mailsTo } from '../notices/mailbox.ts';
import { until } from '../support/until.ts';
import { schedulerOf, schedulesOf, sent } from '../notices/on-stack.ts';
import { atDoor, courtHearing, type CourtHearing } from '../support/court-hearing.ts';
import { call, everyRole, everyRoute, keepRoom } from '../support/every-route.ts';
import { send, type Sent } from '../support/http.ts';
import { device, expectDone, guest, openGates, room } from '../support/interview.ts';
import { storeOf } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';
import { takenLog } from '../support/taken-log.ts';
import { mayCall } from './access-table.ts';
import { evidenceOf, everyTable, functionLogs, inClear } from './channels.ts';
import { everyCanary, liesIn, plant } from './planted.ts';

/**
 * The same canaries as in canaries.test.ts, on the deployed stack, in a hearing that is booked, told of, opened, paused and
 * ended: looked for in every answer to everybody who may ask, and in whatever else leaves a function or lies behind it.
 */
const stack = deployedStack();
const all = everyCanary({
  reference: ['T kanari/2027'],
  label: ['The accused of a test', 'The observer of a test'],
});
let hearing: CourtHearing;
let people: ReadonlyMap<Role, Pick<Sent, 'token' | 'cookie'>>;
/** Passes that were minted, and where they let in. */
const passes: string[] = [];
let mediaRoomsNow = '';
/** By canary: which roles saw it, and by which route. */
const seen = new Map<string, Map<Role, string>>();

beforeAll(async () => {
  hearing = await courtHearing(stack, { reference: 'T kanari/2027', open: plantAndOpen });
  people = await seated();
  await hold();
  // A hearing from its booking to its end, on a machine that may be busy.
}, 300_000);

/** The canaries are what opens the gates of consent and plan. */
async function plantAndOpen(here: CourtHearing): Promise<void> {
  const { api, caseId, sessionId, witness: party, accused, ids, tokens } = here;
  const ground = {
    caseId,
    sessionId,
    party,
    accused,
    holder: ids['support-officer'],
    attending: ids['attending-officer'],
  };
  const plan = await plant(
    ground,
    async (by, path, body) => expectDone(await send(api, 'POST', path, { token: tokens[by], body })).body,
  );
  const word = { token: tokens.prosecutor, body: { decision: 'go', plan } };
  expectDone(await send(api, 'POST', `/api/witnesses/${caseId}/${party}/risk-plan/word`, word));
  const others = gateNames.filter((gate) => gate !== 'consent' && gate !== 'riskPlan');
  await openGates(here, others);
}

async function seated(): Promise<typeof people> {
  const staff = Object.entries(hearing.tokens).map(([role, token]) => [role as Role, { token }] as const);
  const guests = [
    ['witness', await guest(hearing, 'witness')],
    ['interpreter', await guest(hearing, 'interpreter')],
    ['accused', await atDoor(hearing, 'accused')],
    ['observer', await atDoor(hearing, 'observer')],
  ] as const;
  return new Map<Role, Pick<Sent, 'token' | 'cookie'>>([...staff, ...guests]);
}

const as = (role: Role): Pick<Sent, 'token' | 'cookie'> => people.get(role) ?? {};

/** People come in, she pauses and goes on, somebody reads everything while the room is open, and it ends. */
async function hold(): Promise<void> {
  const clerk = as('clerk');
  // She wished for somebody beside her.
  for (const role of ['support-officer', 'witness', 'prosecutor', 'interpreter'] as const) {
    expectDone(await room(hearing, as(role), 'arrivals', device));
    expectDone(await room(hearing, clerk, 'admissions', { seat: role }));
    passes.push(expectDone(await room(hearing, as(role), 'passes')).body.token as string);
  }
  expectDone(await room(hearing, as('witness'), 'pauses', { kind: 'pause' }));
  expectDone(await room(hearing, as('witness'), 'resumptions'));
  mediaRoomsNow = await mediaRooms();
  await keepRoom(hearing);
  await readEverything();
  expectDone(await room(hearing, clerk, 'ending'));
}

/** With whoever is in them, as the media server knows them. */
async function mediaRooms(): Promise<string> {
  const { url, apiKey, apiSecret } = stack.liveKit;
  const server = new RoomServiceClient(url, apiKey, apiSecret);
  const rooms = await server.listRooms();
  const inside = await Promise.all(rooms.map(({ name }) => server.listParticipants(name)));
  expect(rooms.length).toBeGreaterThan(0);
  return JSON.stringify([rooms, inside], (_, value: unknown) =>
    typeof value === 'bigint' ? `${value}` : value,
  );
}

/** Every route by which somebody reads, by everybody who may. */
async function readEverything(): Promise<void> {
  const reading = everyRoute.filter(([, { route }]) => route.method === 'GET' || route.reads === true);
  const asked = reading.flatMap(([name, found]) =>
    [...people.keys()].filter((role) => mayCall(name).includes(role)).map((role) => ({ name, found, role })),
  );
  const inTurn = asked.values();
  const ask = async () => {
    for (const { name, found, role } of inTurn) {
      const answer = await call(found, hearing, as(role));
      expect([name, role, answer.status < 500]).toEqual([name, role, true]);
      const told = inClear(JSON.stringify([answer.body, [...answer.headers]]));
      for (const [, canary] of all) if (told.includes(canary)) note(canary, role, name);
    }
  };
  // Each reading of a case is entered in one log, where many at once would only wait for one another.
  await Promise.all([ask(), ask()]);
}

function note(canary: string, role: Role, name: string): void {
  const whom = seen.get(canary) ?? new Map<Role, string>();
  seen.set(canary, whom.has(role) ? whom : whom.set(role, name));
}

/** The support officer holds contact and types all, the attending officer may know the place. */
const knowerOf = (role: Role) => ({
  role,
  isHolder: role === 'support-officer',
  knowsPlace: role === 'attending-officer' || role === 'support-officer',
  wroteIt: role === 'support-officer',
});

describe('every answer to everybody on the stack', () => {
  test.each(all)('shows the field %s (%s) to those who may know it, and to nobody else', (field, canary) => {
    const whom = [...(seen.get(canary) ?? new Map<Role, string>())];
    const may = everyRole.filter((role) => people.has(role) && mayKnowField(field, knowerOf(role)));
    expect(whom.map(([role]) => role).toSorted(), JSON.stringify(whom)).toEqual(may.toSorted());
  });
});

describe('no canary is', () => {
  const leaks = (text: string): string[] => {
    const told = inClear(text);
    return all.map(([, canary]) => canary).filter((canary) => told.includes(canary));
  };

  test('in a pass, nor in a room of the media server', () => {
    expect(passes.map((token) => inClear(token)).join()).toContain('roomJoin');
    expect(leaks(passes.join('\n'))).toEqual([]);
    expect(leaks(mediaRoomsNow)).toEqual([]);
  });

  test('in a mail or in its calendar file', async () => {
    const told = await until(
      () => sent(hearing, 'confirmation'),
      (found) => found.length >= 8,
    );
    expect(told).toContain('witness');
    const addresses = await Promise.all(
      Object.values(hearing.ids).map((id) => addressOf(stack, id).catch(() => '')),
    );
    const mails = await mailsTo(
      stack,
      addresses.filter((each) => each !== ''),
    );
    expect(mails.length).toBeGreaterThanOrEqual(8);
    expect(leaks(JSON.stringify(mails))).toEqual([]);
    // The emulator's mail service keeps no attachments: they are in what was handed to it.
    const notices = await storeOf(stack).query('notices', noticesOf(hearing.sessionId), {
      prefix: noticePrefix,
    });
    const written = notices.map((item) => parseNotice(item).mail?.mime ?? '').join('\n');
    expect(inClear(written)).toContain('BEGIN:VCALENDAR');
    expect(leaks(written)).toEqual([]);
  });

  test('in what wakes a function', async () => {
    expect(leaks(JSON.stringify(await schedulesOf(schedulerOf(stack), hearing)))).toEqual([]);
  });

  test.each([
    ['the session’s log', () => `logs/${hearing.sessionId}`, 'clerk'],
    ['the case’s log', () => `case-logs/${hearing.caseId}`, 'support-officer'],
    ['an agency’s log', () => `agency-logs/${hearing.agencyId}`, 'clerk'],
  ] as const)('in the file of %s', async (_, path, role) => {
    const { file } = await takenLog(stack.apiUrl, path(), hearing.tokens[role]);
    expect(file.toString('utf8')).toContain('checkpoint');
    expect(leaks(file.toString('utf8'))).toEqual([]);
  });

  test.each([
    ['session', () => hearing.sessionId],
    ['case', () => hearing.caseId],
    ['reading of the session', () => accessLogId(hearing.sessionId)],
    ['reading of the case', () => accessLogId(hearing.caseId)],
  ])('in the evidence of the log: %s', async (_, logId) => {
    const evidence = await until(
      () => evidenceOf(stack, logId()),
      (text) => text.includes('checkpoint-'),
    );
    expect(leaks(evidence)).toEqual([]);
  });

  test('in the log of a function', async () => {
    const logs = await functionLogs(stack);
    expect(logs).toContain('"function.done"');
    expect(leaks(logs)).toEqual([]);
  });

  // By whose clock each was told, messages keep, to see when a new table of zones gives another time.
  test('in a table other than its own', async () => {
    const found = [...(await everyTable(stack))].map(([table, text]) => [table, leaks(text)] as const);
    const where = all.map(([field, canary]) => [
      `${field} ${canary}`,
      found.flatMap(([table, canaries]) => (canaries.includes(canary) ? [table] : [])),
    ]);
    const may = (field: PersonalField) => [...liesIn[field], ...(field === 'place' ? ['notices'] : [])];
    expect(where).toEqual(all.map(([field, canary]) => [`${field} ${canary}`, may(field)]));
  });
});
