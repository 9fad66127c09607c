import { beforeAll, expect, test } from 'vitest';
import { accessLogId } from '../../functions/custody/port/log-class.ts';
import type { Entry } from '../../functions/custody/port/entry.ts';
import { parseVerifierKey } from '../../functions/custody/note.ts';
import { verifyExport } from '../../functions/custody/verify.ts';
import { send } from '../support/http.ts';
import { newOffice, type Office, type OfficeRole } from '../support/office.ts';
import { entriesOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';
import { takenLog } from '../support/taken-log.ts';

const stack = deployedStack();

let home: Office;
let foreign: Office;
let agencyId = '';
beforeAll(async () => {
  [home, foreign] = await Promise.all([newOffice(stack), newOffice(stack)]);
  agencyId = await agencyOf(home);
  const path = '/api/directory/me/calendar';
  const token = home.tokens.prosecutor;
  const { version, calendar } = (await send(stack.apiUrl, 'GET', path, { token })).body as {
    version: number;
    calendar: object;
  };
  await send(stack.apiUrl, 'POST', path, {
    token,
    body: { version, calendar: { ...calendar, daysOff: ['2026-12-31'] } },
  });
});

const get = (path: string, role: OfficeRole, office: Office = home) =>
  send(stack.apiUrl, 'GET', `/api/custody/${path}`, { token: office.tokens[role] });

async function agencyOf(office: Office): Promise<string> {
  const { body } = await send(stack.apiUrl, 'GET', '/api/directory/me', { token: office.tokens.clerk });
  return (body.agency as { agencyId: string }).agencyId;
}
const accessTo = async (): Promise<Entry[]> => entriesOf(stack, accessLogId(agencyId));

test('whoever keeps the calendars sees who changed them, by pseudonym, and what was set stays sealed', async () => {
  const answer = await get(`agency-logs/${agencyId}/entries`, 'clerk');
  expect(answer.status).toBe(200);
  const { size, entries } = answer.body as { size: number; entries: { entry: Entry }[] };
  expect([size, entries.map(({ entry }) => entry.action)]).toEqual([1, ['calendar.changed']]);
  expect(entries[0]?.entry.actor).toMatchObject({ role: 'prosecutor' });
  expect(JSON.stringify(entries)).not.toMatch(new RegExp(`2026-12-31|Bangkok|${home.ids.prosecutor}`));
});

test('it can be taken away as a file that is intact under the key, and is then signed', async () => {
  const { file, headers } = await takenLog(stack.apiUrl, `agency-logs/${agencyId}`, home.tokens.clerk);
  expect(headers.get('content-disposition')).toBe('attachment; filename="custody-log.jsonl"');
  const { key } = (await get('key', 'clerk')).body as { key: string };
  expect(verifyExport(file, { key: parseVerifierKey(key), expectSize: 1 }).verdict).toBe('intact');
  const forged = Buffer.from(file.toString().replace('"prosecutor"', '"clerk"'));
  expect(verifyExport(forged, { key: parseVerifierKey(key), expectSize: 1 }).verdict).not.toBe('intact');
});

test('a reading is entered once, under a pseudonym of the reader which is not the one of the log itself', async () => {
  const before = await accessTo();
  await Promise.all([1, 2, 3].map(() => get(`agency-logs/${agencyId}/entries`, 'clerk')));
  const after = await accessTo();
  expect(after).toEqual(before);
  expect(after.map(({ action }) => action)).toEqual(['log.read', 'log.exported']);
  const readers = new Set(after.map(({ actor }) => ('pseudonym' in actor ? actor.pseudonym : '')));
  expect([...readers]).toEqual([expect.stringMatching(/^C-/)]);
  expect(JSON.stringify(await entriesOf(stack, agencyId))).not.toContain([...readers][0]);
  expect(after[0]).toMatchObject({ action: 'log.read', subject: { kind: 'log', ref: agencyId } });
});

test('is not there for officers of agencies that do not keep the calendars, and not under a session', async () => {
  const nowhere = `agency-logs/${home.ids.clerk}`;
  const plain = ({ status, body }: Awaited<ReturnType<typeof get>>) => ({
    status,
    body: { ...body, request: undefined },
  });
  for (const path of [`agency-logs/${agencyId}/entries`]) {
    expect(await get(path, 'clerk', foreign)).toMatchObject({ status: 404, code: 'not-found' });
    expect(plain(await get(path, 'support-officer'))).toEqual(plain(await get(nowhere, 'support-officer')));
    expect(await get(path, 'prosecutor')).toMatchObject({ status: 403, code: 'not-your-role' });
  }
  expect(await get(`logs/${agencyId}`, 'clerk')).toMatchObject({ status: 404 });
});

test('the agencies that one keeps are listed: the own, and those that name it', async () => {
  const { body } = await send(stack.apiUrl, 'GET', '/api/directory/kept', { token: home.tokens.clerk });
  const agencies = body.agencies as { agencyId: string; country: string }[];
  expect(agencies.map(({ country }) => country).toSorted()).toEqual(['AU', 'TH']);
  expect(agencies.map((each) => each.agencyId)).toContain(agencyId);
  const australian = agencies.find(({ country }) => country === 'AU')?.agencyId ?? '';
  // Nobody changed anything there yet, so there is no log.
  expect(await get(`agency-logs/${australian}/entries`, 'clerk')).toMatchObject({ status: 404 });
});
