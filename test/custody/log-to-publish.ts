import { headKey, parseHead, prepareAppend } from '../../functions/custody/port/append.ts';
import { exportText } from './whole-file.ts';
import type { Archive, Publisher } from '../../functions/custody/publish.ts';
import { PublishFault } from '../../functions/custody/publish-fault.ts';
import { readLeaves, readLog } from '../../functions/custody/store.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { memoryStore } from '../support/memory-store.ts';
import { caseId, key, logId, sampleEntry, signer } from './sample-log.ts';

export interface Bench {
  readonly store: ReturnType<typeof memoryStore>;
  readonly objects: Map<string, string>;
  readonly publisher: Publisher;
  readonly signed: string[];
}

/** A store with logs in it, and a publisher whose archive and signatures can be looked at. */
export function bench(): Bench {
  const store = memoryStore();
  const objects = new Map<string, string>();
  const signed: string[] = [];
  const archive: Archive = {
    async put(name, bytes) {
      const text = Buffer.from(bytes).toString('utf8');
      const there = objects.get(name);
      if (there !== undefined && there !== text) throw new PublishFault('archive-differs');
      objects.set(name, text);
    },
  };
  const counting = {
    ...signer,
    sign: (message: Uint8Array) => {
      signed.push(Buffer.from(message).toString('utf8'));
      return signer.sign(message);
    },
  };
  return { store, objects, signed, publisher: { store, archive, signer: async () => counting } };
}

let made = 0;

export async function append(store: Store, count: number, log = logId): Promise<void> {
  const [item] = await store.get([headKey(log)]);
  const entries = Array.from({ length: count }, () => sampleEntry((made += 1), { log }));
  const recordedAt = new Date(Date.UTC(2026, 10, 24) + made * 1000);
  await store.write(
    prepareAppend({ logId: log, caseId, head: parseHead(item), entries, recordedAt }).changes,
  );
}

export async function exported({ store }: Bench, log = logId): Promise<string> {
  const { published } = await readLog(store, log);
  const leaves = await readLeaves(store, log, 0, published.frontier.size);
  return exportText({ logId: log, origin: `${signer.name}/${log}`, key }, leaves, published.note);
}
