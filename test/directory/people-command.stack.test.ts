import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parsePerson, personKey } from '../../functions/directory/port/actor.ts';
import {
  workingTimeKey,
  parseRoom,
  roomWorkingTimeOf,
  roomKey,
} from '../../functions/directory/port/working-time-store.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { send } from '../support/http.ts';
import { newOffice, storeOf } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';

/** `node infra/people.ts`, as a deployer runs it. */
let stack: DeployedStack;
let folder: string;
beforeAll(() => {
  stack = deployedStack();
  folder = mkdtempSync(join(tmpdir(), 'people-'));
  writeFileSync(join(folder, 'outputs.json'), JSON.stringify({ Data: stack.outputs }));
});
afterAll(() => rmSync(folder, { recursive: true }));

const script = join(import.meta.dirname, '../../infra/people.ts');

/** @returns what is printed @throws with `stderr` when the command fails */
async function people(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [script, ...args, '--outputs', join(folder, 'outputs.json')],
    {
      env: {
        ...process.env,
        AWS_REGION: stack.region,
        AWS_ENDPOINT_URL: stack.emulatorUrl,
        AWS_ACCESS_KEY_ID: stack.credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: stack.credentials.secretAccessKey,
      },
    },
  );
  return stdout.trim();
}

it('enters an agency, an interpreter and a room, and says who keeps their calendars', async () => {
  const store = storeOf(stack);
  const office = await newOffice(stack);
  const agency = await people('agency', '--name', 'Interpreting Service', '--country', 'LA');
  const interpreter = ['--role', 'interpreter', '--label', 'Interpreter, Lao and Thai', '--language', 'lo'];
  const vientiane = ['--agency', agency, '--zone', 'Asia/Vientiane'];
  const person = await people('add', ...vientiane, ...interpreter, '--interprets', 'lo,th');
  const place = ['--label', 'Room 1', '--city', 'Vientiane', '--vetted'];
  const room = await people('room', ...vientiane, ...place);
  const [personItem, roomItem, workingTimeItem] = await store.get([
    personKey(person),
    roomKey(room),
    workingTimeKey(room),
  ]);
  expect(parsePerson(personItem)).toMatchObject({ agencyId: agency, languages: ['lo', 'th'], country: 'LA' });
  expect(parseRoom(roomItem)).toMatchObject({
    agencyId: agency,
    vetted: true,
    atProtectedSite: false,
    country: 'LA',
  });
  expect(roomWorkingTimeOf(workingTimeItem).value.zone).toBe('Asia/Vientiane');

  const calendarOf = (id: string) =>
    send(stack.apiUrl, 'GET', `/api/directory/people/${id}/calendar`, { token: office.tokens.clerk });
  expect(await calendarOf(person)).toMatchObject({ status: 404 });
  const own = parsePerson((await store.get([personKey(office.ids.clerk)]))[0]).agencyId;
  await people('keepers', '--agency', agency, '--kept-by', own);
  expect(await calendarOf(person)).toMatchObject({ status: 200, body: { version: 0 } });
  await people('keepers', '--agency', agency);
  expect(await calendarOf(person)).toMatchObject({ status: 404 });
});

it.each([
  ['nothing to do', [], 'Say what to do'],
  [
    'a room of no agency',
    [
      'room',
      '--agency',
      '4x7k2q9d1m3n5p8r0s6t7v2w4y',
      '--label',
      'Room',
      '--city',
      'Vientiane',
      '--zone',
      'Asia/Vientiane',
    ],
    'no such agency',
  ],
  [
    'a room in no zone',
    [
      'room',
      '--agency',
      '4x7k2q9d1m3n5p8r0s6t7v2w4y',
      '--label',
      'Room',
      '--city',
      'Vientiane',
      '--zone',
      'Asia/Vientian',
    ],
    'Asia/Vientiane',
  ],
  [
    'keepers of no agency',
    ['keepers', '--agency', '4x7k2q9d1m3n5p8r0s6t7v2w4y', '--kept-by', '4x7k2q9d1m3n5p8r0s6t7v2w4y'],
    'not-found',
  ],
  [
    'keepers that are none',
    ['keepers', '--agency', '4x7k2q9d1m3n5p8r0s6t7v2w4y', '--kept-by', 'court'],
    'Not an id',
  ],
])('refuses %s with a sentence', async (_, args, sentence) => {
  await expect(people(...args)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining(sentence) as string,
  });
});
