import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseSession, sessionKey, stampClocks } from '../../../functions/sessions/store.ts';
import { addMinutes } from '../../../functions/shared/values/instants.ts';
import { zoneTableVersion } from '../../../functions/shared/values/zones.ts';
import type { DeployedStack } from '../../../infra/local/deployed-stack.ts';
import { bookInterview } from '../../support/interview.ts';
import { storeOf } from '../../support/office.ts';
import { deployedStack } from '../../support/stack.ts';

/** `npm run -s moves -- --outputs FILE`, as a deployer runs it. */
let stack: DeployedStack;
let folder: string;
beforeAll(() => {
  stack = deployedStack();
  folder = mkdtempSync(join(tmpdir(), 'moves-'));
  writeFileSync(join(folder, 'outputs.json'), JSON.stringify({ Data: stack.outputs }));
});
afterAll(() => rmSync(folder, { recursive: true }));

const script = join(import.meta.dirname, '../../../infra/zone-moves.ts');

const moves = (): Promise<{ readonly status: number; readonly stdout: string }> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [script, '--outputs', join(folder, 'outputs.json')],
      {
        env: {
          ...process.env,
          AWS_REGION: stack.region,
          AWS_ENDPOINT_URL: stack.emulatorUrl,
          AWS_ACCESS_KEY_ID: stack.credentials.accessKeyId,
          AWS_SECRET_ACCESS_KEY: stack.credentials.secretAccessKey,
        },
      },
      (_, stdout) => resolve({ status: child.exitCode ?? -1, stdout }),
    );
  });

/** Of the whole list, the lines about one session. */
const about = (sessionId: string, stdout: string): readonly string[] => {
  const lines = stdout.split('\n');
  const first = lines.findIndex((line) => line.startsWith(sessionId));
  if (first < 0) return [];
  const next = lines.findIndex((line, index) => index > first && !line.startsWith(' '));
  return lines.slice(first, next < 0 ? undefined : next).filter((line) => line !== '');
};

it('lists, from the tables of a stage, what a session booked by an older table comes to, and changes nothing', async () => {
  const store = storeOf(stack);
  const { sessionId } = await bookInterview(stack, 40 * 24 * 60);
  const read = async () => parseSession((await store.get([sessionKey(sessionId)]))[0]);
  expect(about(sessionId, (await moves()).stdout)).toEqual([]);
  const session = await read();
  const [day] = session.days;
  if (day === undefined) throw new Error('A session has a day.');
  // As if it had been booked while Bangkok was thought to be an hour further west.
  const before = addMinutes(session.start, 60);
  await store.write(stampClocks(session, { listed: [] }, '2020a'));
  await store.write([
    {
      kind: 'update',
      key: sessionKey(sessionId),
      set: { start: before, end: addMinutes(session.end, 60), days: [{ ...day, start: before }] },
      onRefused: 'retry',
    },
  ]);
  const stored = await read();
  const { status, stdout } = await moves();
  expect(stdout).toMatch(new RegExp(`^zone table ${zoneTableVersion}: \\d+ sessions were booked by another`));
  expect(about(sessionId, stdout)).toEqual([
    `${sessionId} moves`,
    `  ${day.local} at the venue: ${before} -> ${session.start}`,
  ]);
  expect(status).toBe(0);
  expect(await read()).toEqual(stored);
});
