import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { memberKey } from '../../functions/cases/port/membership.ts';
import { entryKey, headKey, parseHead, prepareAppend } from '../../functions/custody/port/append.ts';
import type { Entry } from '../../functions/custody/port/entry.ts';
import { accessLogId } from '../../functions/custody/port/log-class.ts';
import type { Publisher } from '../../functions/custody/publish.ts';
import { doorKey } from '../../functions/sessions/port/door.ts';
import { custodyApp } from '../../functions/custody/routes.ts';
import { readLeaves } from '../../functions/custody/store.ts';
import { parseVerifierKey } from '../../functions/custody/note.ts';
import { verifyExport } from '../../functions/custody/verify.ts';
import { staffRoles, type Actor, type Staff } from '../../functions/shared/access/roles.ts';
import type { Change, Item, Store } from '../../functions/shared/store/store.ts';
import { agencyKey } from '../../functions/directory/store.ts';
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
  return { store, append, ask, accessLog, door };
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

describe('by role', () => {
  const readers: readonly string[] = ['clerk', 'prosecutor', 'auditor'];

  test.each(staffRoles)('%s, who is of the case', async (role) => {
    const { ask, store } = await bench();
    const { table, pk, sk } = memberKey(caseId, personId);
    await store.write([{ kind: 'update', key: { table, pk, sk }, set: { role }, onRefused: 'retry' }]);
    const expected = readers.includes(role) ? 200 : 403;
    expect((await ask(`logs/${logId}`, staff(role))).status).toBe(expected);
    expect((await ask(`logs/${logId}/entries`, staff(role))).status).toBe(expected);
  });
});

describe('a log opened as one of another class', () => {
  const agencyId = staff('clerk').agencyId;

  /** A bench beside which another log stands, with a door and an agency of the same id, so that only its class speaks. */
  async function besides(id: string, head: Readonly<Record<string, unknown>>) {
    const made = await bench();
    const { store, door } = made;
    const session = doorKey(id);
    const agency = agencyKey(id);
    const [like] = await store.get([headKey(logId)]);
    const put = (table: string, item: Item): Change => ({ kind: 'put', table, item, onRefused: 'retry' });
    const { class: _, ...bare } = like as Item;
    await store.write([
      put(session.table, { ...door, pk: session.pk, sk: session.sk, sessionId: id }),
      put(agency.table, { pk: agency.pk, sk: agency.sk, agencyId: id, name: 'Court', country: 'TH' }),
      put('custody', { ...bare, pk: headKey(id).pk, logId: id, caseId: id, ...head }),
    ]);
    return made;
  }

  const plain = async (answer: Response) => {
    const { request: _, ...rest } = (await answer.json()) as Record<string, unknown>;
    return { status: answer.status, rest };
  };

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['a case’s', { class: 'case' }],
    ['a case’s or an agency’s, from before heads named their class', {}],
    ['an agency’s', { class: 'agency' }],
    ['an access log, whatever its id', { class: 'access', caseId }],
    ['a session’s of which somebody changed the class', { class: 'case', caseId }],
  ])('%s is absent where sessions’ logs are', async (_name, head) => {
    const { ask, store } = await besides(missing, head);
    for (const path of [`logs/${missing}`, `logs/${missing}/entries`])
      expect(await plain(await ask(path, clerk))).toEqual(
        await plain(await ask(path.replace(missing, '0'.repeat(26)), clerk)),
      );
    expect(await store.get([headKey(accessLogId(missing))])).toEqual([undefined]);
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['a case’s', { class: 'case' }],
    ['a session’s', { class: 'session', caseId }],
    ['a session’s from before heads named their class', { caseId }],
    ['an access log', { class: 'access' }],
  ])('%s is absent where agencies’ logs are', async (_name, head) => {
    const { ask, store } = await besides(agencyId, head);
    for (const path of [`agency-logs/${agencyId}`, `agency-logs/${agencyId}/entries`])
      expect(await plain(await ask(path, clerk))).toEqual(
        await plain(await ask(path.replace(agencyId, '0'.repeat(26)), clerk)),
      );
    expect(await store.get([headKey(accessLogId(agencyId))])).toEqual([undefined]);
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['that names its class', { class: 'agency' }],
    ['from before heads named it', {}],
  ])('an agency’s log %s is there for its keepers', async (_name, head) => {
    const { ask } = await besides(agencyId, head);
    expect((await ask(`agency-logs/${agencyId}/entries?from=3`, clerk)).status).toBe(200);
  });
});
