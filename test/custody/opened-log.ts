import { randomBytes } from 'node:crypto';
import { memberKey } from '../../functions/cases/port/membership.ts';
import { headKey, parseHead, prepareAppend } from '../../functions/custody/port/append.ts';
import { accessLogId } from '../../functions/custody/port/log-class.ts';
import type { Publisher } from '../../functions/custody/publish.ts';
import { doorKey } from '../../functions/sessions/port/door.ts';
import { custodyApp } from '../../functions/custody/routes.ts';
import { readLeaves } from '../../functions/custody/store.ts';
import type { Actor, Staff } from '../../functions/shared/access/roles.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { memoryStore } from '../support/memory-store.ts';
import { caseId, logId, sampleEntry, signer } from './sample-log.ts';

export const personId = '2x7k2q9d1m3n5p8r0s6t7v2w4y';

export const staff = (role: Staff['role'], person = personId): Staff => ({
  kind: 'staff',
  personId: person,
  role,
  agencyId: '3x7k2q9d1m3n5p8r0s6t7v2w4y',
  language: 'en',
  zone: 'Asia/Bangkok',
});

export const clerk = staff('clerk');

export const missing = '7x7k2q9d1m3n5p8r0s6t7v2w4y';

/** A log of so many entries behind the routes that read it, with a clerk who is of the case. */
export async function bench(size = 3) {
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
