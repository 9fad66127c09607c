import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { memberKey } from '../../functions/cases/port/membership.ts';
import {
  type Entry,
  entryKey,
  headKey,
  parseHead,
  prepareAppend,
} from '../../functions/custody/port/append.ts';
import { accessLogId } from '../../functions/custody/port/log-class.ts';
import type { Publisher } from '../../functions/custody/publish.ts';
import { doorKey } from '../../functions/sessions/port/door.ts';
import { custodyApp } from '../../functions/custody/routes.ts';
import { readLeaves } from '../../functions/custody/store.ts';
import { parseVerifierKey } from '../../functions/custody/note.ts';
import { verifyExport } from '../../functions/custody/verify.ts';
import type { Actor, Staff } from '../../functions/shared/access/roles.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { memoryStore } from '../support/memory-store.ts';
import { caseId, grow, key, logId, sampleEntry, signer, storedLeaf } from './sample-log.ts';

const personId = '2x7k2q9d1m3n5p8r0s6t7v2w4y';
const staff = (role: Staff['role'], person = personId): Staff => ({
  kind: 'staff',
  personId: person,
  role,
  agencyId: '3x7k2q9d1m3n5p8r0s6t7v2w4y',
  language: 'en',
  zone: 'Asia/Bangkok',
});
const clerk = staff('clerk');
const missing = '7x7k2q9d1m3n5p8r0s6t7v2w4y';

async function bench(size = 3) {
  const store = memoryStore();
  const objects = new Map<string, Uint8Array>();
  const archive = { put: async (name: string, bytes: Uint8Array) => void objects.set(name, bytes) };
  const publisher: Publisher = { store, archive, signer: async () => signer };
  const item = {
    ...memberKey(caseId, personId),
    caseId,
    personId,
    role: 'clerk',
    pseudonym: 'C-4K7Q',
    label: 'Clerk',
  };
  const { table, ...place } = doorKey(logId);
  const door = {
    ...place,
    sessionId: logId,
    caseId,
    kind: 'interview',
    version: 1,
    status: 'booked',
    start: '2026-11-24T03:00:00.000Z',
    end: '2026-11-24T04:00:00.000Z',
    opensAt: '2026-11-24T02:00:00.000Z',
    closesAt: '2026-11-24T06:00:00.000Z',
    gates: {},
    seats: [],
  };
  await store.write([
    { kind: 'put', table: 'cases', item, onRefused: 'retry' },
    { kind: 'put', table, item: door, onRefused: 'retry' },
  ]);
  let made = 0;
  const append = async (count: number) => {
    const [head] = await store.get([headKey(logId)]);
    const entries = Array.from({ length: count }, () => sampleEntry((made += 1)));
    const recordedAt = new Date('2026-11-24T03:30:00.000Z');
    await store.write(prepareAppend({ logId, caseId, head: parseHead(head), entries, recordedAt }).changes);
  };
  await append(size);
  const ask = (path: string, actor: Actor | undefined, over: Store = store) =>
    custodyApp(
      {
        store: over,
        now: () => new Date('2026-11-24T04:00:00.000Z'),
        randomBytes: (length) => randomBytes(length),
        pause: () => Promise.resolve(),
        authenticate: () => Promise.resolve(actor),
      },
      publisher,
    ).request(`/api/custody/${path}`);
  const accessLog = async () => {
    const id = accessLogId(logId);
    const head = parseHead((await store.get([headKey(id)]))[0]);
    const leaves = await readLeaves(store, id, 0, head?.frontier.size ?? 0);
    return leaves.map(({ leaf }) => JSON.parse(leaf) as Record<string, unknown>);
  };
  return { store, append, ask, accessLog };
}

describe('taking the log away', () => {
  test('the file is complete and intact under the key that the key route gives', async () => {
    const { ask } = await bench();
    const answer = await ask(`logs/${logId}`, clerk);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="custody-log.jsonl"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const given = (await (await ask('key', undefined)).json()) as { key: string; fingerprint: string };
    expect(given.key).toBe(key);
    expect(given.fingerprint).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
    const file = Buffer.from(await answer.arrayBuffer());
    const report = verifyExport(file, { key: parseVerifierKey(given.key), expectSize: 3 });
    expect(report.verdict).toBe('intact');
  });

  test('a file taken later holds what came since', async () => {
    const { ask, append } = await bench();
    await ask(`logs/${logId}`, clerk);
    await append(2);
    const file = Buffer.from(await (await ask(`logs/${logId}`, clerk)).arrayBuffer());
    expect(verifyExport(file, { key: signer, expectSize: 5 }).verdict).toBe('intact');
  });

  test('is entered in the access log, by role and pseudonym, not in the log itself', async () => {
    const { ask, accessLog, store } = await bench();
    await ask(`logs/${logId}`, clerk);
    const entries = await accessLog();
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      action: 'log.exported',
      actor: { role: 'clerk', pseudonym: 'C-4K7Q' },
      subject: { kind: 'log', ref: logId },
      details: { size: 3 },
      logId: accessLogId(logId),
    });
    expect(JSON.stringify(entries)).not.toContain(personId);
    expect(parseHead((await store.get([headKey(logId)]))[0])?.frontier.size).toBe(3);
  });

  test('does not happen when an entry was exchanged, with its hash, after it was signed', async () => {
    const { ask, store } = await bench();
    expect((await ask(`logs/${logId}`, clerk)).status).toBe(200);
    const { leaf, leafHash } = storedLeaf({
      ...(grow([sampleEntry(1)]).entries[0] as Entry),
      action: 'seat.removed',
    });
    const item = { pk: entryKey(logId, 0).pk, sk: entryKey(logId, 0).sk, leaf, leafHash };
    await store.write([{ kind: 'put', table: 'custody', item, onRefused: 'retry' }]);
    const answer = await ask(`logs/${logId}`, clerk);
    expect(answer.status).toBe(500);
    expect(await answer.json()).toMatchObject({ code: 'internal-fault' });
  });

  test('does not happen when it cannot be entered', async () => {
    const { ask, store } = await bench();
    const answer = await ask(`logs/${logId}`, clerk, {
      ...store,
      write: () => Promise.reject(new Error('the table is not there')),
    });
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('session.booked');
  });
});

describe('the log on screen', () => {
  test('shows entries in order, says what is published, and is entered as a read', async () => {
    const { ask, accessLog } = await bench();
    const answer = await ask(`logs/${logId}/entries?from=1`, clerk);
    const page = (await answer.json()) as {
      size: number;
      publishedSize: number;
      entries: { entry: { index: number } }[];
    };
    expect(page).toMatchObject({ size: 3, publishedSize: 0 });
    expect(page.entries.map(({ entry }) => entry.index)).toEqual([1, 2]);
    expect(await accessLog()).toMatchObject([{ action: 'log.read', details: { from: 1, to: 3 } }]);
  });

  test('a poll that finds nothing new leaves no trace', async () => {
    const { ask, accessLog } = await bench();
    const answer = await ask(`logs/${logId}/entries?from=3`, clerk);
    expect(await answer.json()).toMatchObject({ size: 3, entries: [] });
    expect(await accessLog()).toEqual([]);
  });

  test('gives at most a page', async () => {
    const { ask, append } = await bench(40);
    for (let i = 0; i < 3; i += 1) await append(40);
    const page = (await (await ask(`logs/${logId}/entries`, clerk)).json()) as { entries: unknown[] };
    expect(page.entries).toHaveLength(100);
  });

  test.each(['from=-1', 'from=1e3', 'from=01', 'from=x', 'form=1'])('%s is refused', async (query) => {
    const { ask, accessLog } = await bench();
    const answer = await ask(`logs/${logId}/entries?${query}`, clerk);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'invalid-request' });
    expect(await accessLog()).toEqual([]);
  });
});

describe('who may not', () => {
  const paths = [`logs/${logId}`, `logs/${logId}/entries`];

  test.each(paths)('%s: nobody, the wrong role, a guest', async (path) => {
    const { ask, accessLog } = await bench();
    expect((await ask(path, undefined)).status).toBe(401);
    expect((await ask(path, staff('support-officer'))).status).toBe(403);
    const guest: Actor = { kind: 'guest', sessionId: logId, seatId: 's', role: 'witness', deviceId: 'd' };
    expect((await ask(path, guest)).status).toBe(403);
    expect(await accessLog()).toEqual([]);
  });

  test.each(paths)('%s: a stranger to the case is answered as for a log that is not there', async (path) => {
    const { ask, accessLog } = await bench();
    const comparable = async (answer: Response) => {
      const { request: _, ...rest } = (await answer.json()) as Record<string, unknown>;
      return { status: answer.status, rest };
    };
    const foreign = await comparable(await ask(path, staff('clerk', missing)));
    const absent = await comparable(await ask(path.replace(logId, missing), clerk));
    expect(foreign).toEqual(absent);
    expect(foreign.status).toBe(404);
    const malformed = await comparable(await ask(path.replace(logId, `${logId}-access`), clerk));
    expect(malformed).toEqual(absent);
    expect(await accessLog()).toEqual([]);
  });
});
