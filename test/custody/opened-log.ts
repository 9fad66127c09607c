import { randomBytes } from 'node:crypto';
import { memberKey } from '../../functions/cases/port/membership.ts';
import { headKey, parseHead, prepareAppend } from '../../functions/custody/port/append.ts';
import { accessLogId } from '../../functions/custody/port/log-class.ts';
import type { ExportFiles } from '../../functions/custody/export/make-export.ts';
import type { Publisher } from '../../functions/custody/publish.ts';
import { doorKey } from '../../functions/sessions/port/door.ts';
import { custodyApp } from '../../functions/custody/routes.ts';
import { readLeaves } from '../../functions/custody/store.ts';
import type { Actor, Staff } from '../../functions/shared/access/roles.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { newKey } from '../support/http.ts';
import { memoryStore } from '../support/memory-store.ts';
import { memoryExports } from './memory-exports.ts';
import { caseId, logId, sampleEntry, signer } from './sample-log.ts';

export const personId = '2x7k2q9d1m3n5p8r0s6t7v2w4y';

export const staff = (role: Staff['role'], person = personId): Staff => ({
  kind: 'staff',
  personId: person,
  role,
  agencyId: '3x7k2q9d1m3n5p8r0s6t7v2w4y',
  country: 'TH',
  language: 'en',
  zone: 'Asia/Bangkok',
});

export const clerk = staff('clerk');

/** When all of it is asked, unless a test says another time. */
export const at = new Date('2026-11-24T04:00:00.000Z');

export const minutesLater = (minutes: number): Date => new Date(at.getTime() + minutes * 60_000);

export const missing = '7x7k2q9d1m3n5p8r0s6t7v2w4y';

/** What a test may exchange of one request. */
interface Asking {
  readonly over?: Store;
  readonly files?: ExportFiles;
  readonly now?: Date;
  readonly body?: object;
  readonly key?: string;
}

interface Progress {
  readonly exportId: string;
  readonly size: number;
  readonly done: number;
  readonly download?: string;
}

/** A log of so many entries behind the routes that read it, with a clerk who is of the case. */
export async function bench(size = 3, store: Store = memoryStore()) {
  const files = memoryExports();
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
  const append = async (count: number, of: Parameters<typeof sampleEntry>[1] = {}) => {
    const [head] = await store.get([headKey(logId)]);
    const entries = Array.from({ length: count }, () => sampleEntry((made += 1), of));
    const recordedAt = new Date('2026-11-24T03:30:00.000Z');
    await store.write(prepareAppend({ logId, caseId, head: parseHead(head), entries, recordedAt }).changes);
  };
  await append(size);
  /** Asks: with a body it is a POST. */
  const ask = async (path: string, actor: Actor | undefined, asking: Asking = {}) =>
    custodyApp(
      {
        store: asking.over ?? store,
        now: () => asking.now ?? at,
        randomBytes: (length) => randomBytes(length),
        pause: () => Promise.resolve(),
        freshSignInMinutes: 5,
        // Whoever asks has just signed in.
        authenticate: () =>
          Promise.resolve(
            actor?.kind === 'staff' ? { ...actor, signedInAt: Date.UTC(2026, 10, 24, 4) } : actor,
          ),
      },
      { publisher: { ...publisher, store: asking.over ?? store }, files: asking.files ?? files },
    ).request(
      `/api/custody/${path}`,
      asking.body === undefined
        ? {}
        : {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'idempotency-key': asking.key ?? newKey() },
            body: JSON.stringify(asking.body),
          },
    );
  const progress = async (answer: Response) => (await answer.json()) as Progress;
  const begin = async (actor: Actor = clerk, asking: Asking = {}) =>
    progress(await ask(`logs/${logId}/exports`, actor, { body: {}, ...asking }));
  const carryOn = (exportId: string, actor: Actor = clerk, asking: Asking = {}) =>
    ask(`logs/${logId}/exports/parts`, actor, { body: { exportId }, ...asking });
  /** Takes the log away, in however many parts. */
  const take = async (actor: Actor = clerk): Promise<Buffer> => {
    const { exportId } = await begin(actor);
    for (;;) {
      const answer = await carryOn(exportId, actor);
      if (answer.status !== 200) throw new Error(await answer.text());
      if ((await progress(answer)).download !== undefined) return files.whole.get(exportId) as Buffer;
    }
  };
  const accessLog = async () => {
    const id = accessLogId(logId);
    const head = parseHead((await store.get([headKey(id)]))[0]);
    const leaves = await readLeaves(store, id, 0, head?.frontier.size ?? 0);
    return leaves.map(({ leaf }) => JSON.parse(leaf) as Record<string, unknown>);
  };
  return { store, files, append, ask, begin, carryOn, progress, take, accessLog, door };
}
