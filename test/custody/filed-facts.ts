import { randomBytes } from 'node:crypto';
import { fileFact } from '../../functions/custody/port/file-fact.ts';
import { sequenceFacts } from '../../functions/custody/port/sequence-facts.ts';
import { mediaTrackPublished, mediaTrackUnpublished, seatArrived } from '../../functions/rooms/actions.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore } from '../support/memory-store.ts';
import { caseId, logId } from './sample-log.ts';

export const kinds = ['arrived', 'published', 'unpublished'] as const;
export type Kind = (typeof kinds)[number];

const device = { camera: true, microphone: true, connection: 'good' } as const;

/** A fact of a seat, as rooms file them. */
export function factOf(kind: Kind, pseudonym: string, at: Date, entryId: string = newId(randomBytes)) {
  const by = {
    entryId,
    actor: { role: 'interpreter', pseudonym },
    authority: { kind: 'rule', ref: 'report of the media server' },
    occurredAt: at.toISOString(),
  } as const;
  if (kind === 'arrived')
    return seatArrived.entry({ ...by, authority: { kind: 'role', ref: 'interpreter' }, details: device });
  const action = kind === 'published' ? mediaTrackPublished : mediaTrackUnpublished;
  return action.entry({ ...by, details: { event: 'track' } });
}

/** A log in memory with a clock that the test moves. */
export function filing(over: (store: Store) => Store = (store) => store) {
  const memory = memoryStore();
  const store = over(memory);
  let now = new Date('2026-11-24T03:00:00.000Z');
  const file = async (kind: Kind, pseudonym: string, entryId?: string) =>
    memory.write([fileFact({ logId, caseId, entry: factOf(kind, pseudonym, now, entryId), filedAt: now })]);
  const sequencer = { store, now: () => now, pause: () => Promise.resolve() };
  return {
    store: memory,
    sequencer,
    file,
    forward: (milliseconds: number) => (now = new Date(now.getTime() + milliseconds)),
    sequence: (all = false) => sequenceFacts(sequencer, logId, all),
    entries: () => entriesIn(memory, logId),
    pending: () => [...memory.items.values()].filter(({ pk }) => pk.startsWith('inbox#')).length,
  };
}

/** Of how many facts an entry tells: itself, or as many as it says were left out. */
export const toldBy = ({ details }: { readonly details: Readonly<Record<string, unknown>> }): number =>
  typeof details['count'] === 'number' ? details['count'] : 1;
