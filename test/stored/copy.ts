import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Hono } from 'hono';
import { vi } from 'vitest';
import { availabilityApp } from '../../functions/availability/routes.ts';
import { casesApp } from '../../functions/cases/routes.ts';
import type { Publisher } from '../../functions/custody/publish.ts';
import { custodyApp } from '../../functions/custody/routes.ts';
import { memoryExports } from '../custody/memory-exports.ts';
import { readStaff } from '../../functions/directory/port/actor.ts';
import { directoryApp } from '../../functions/directory/routes.ts';
import { interpretingApp } from '../../functions/interpreting/routes.ts';
import { usualDueRules } from '../../functions/notices/due-rules.ts';
import { noticesApp } from '../../functions/notices/routes.ts';
import { requestsApp } from '../../functions/requests/routes.ts';
import { readGuest } from '../../functions/rooms/port/guest.ts';
import type { MediaServer } from '../../functions/rooms/media/media-server.ts';
import { roomsApp } from '../../functions/rooms/routes.ts';
import { parseDoor } from '../../functions/sessions/port/door.ts';
import { sessionsApp } from '../../functions/sessions/routes.ts';
import type { Context } from '../../functions/shared/http/call.ts';
import { keyName, type Item } from '../../functions/shared/store/store.ts';
import { witnessesApp } from '../../functions/witnesses/routes.ts';
import { localSigner } from '../custody/local-signer.ts';
import { newKey } from '../support/http.ts';
import { mediaInMemory } from '../support/media-in-memory.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import type { Told } from '../support/in-process.ts';

/** Each test runs whole capabilities over whole tables: some seconds where others use the machine too. */
vi.setConfig({ testTimeout: 20_000 });

/**
 * A copy of every table as it stood on 24 November 2026, written by the code of that day, and today's capabilities over
 * it. What it is made of and who is who in it: see the README of the copy. Nothing in it is ever changed: it stands for what a
 * stage that was deployed then has stored.
 */
const folder = join(import.meta.dirname, '2026-11');

/** When the copy was taken: one room is paused and one is open. */
export const taken = '2026-11-24T02:51:00.000Z';

export const storedItems: Readonly<Record<string, readonly Item[]>> = Object.fromEntries(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [
      basename(file, '.json'),
      JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly Item[],
    ]),
);

function storeOfCopy(): MemoryStore {
  const store = memoryStore();
  for (const [table, items] of Object.entries(storedItems))
    for (const item of items)
      store.items.set(
        keyName({ table, pk: item.pk, sk: item.sk }),
        item.sk === 'door' ? sinceOpened(item) : item,
      );
  return store;
}

/**
 * A door as it would be by now if there were more gates than then: those were opened in the meantime. What a door is while
 * one is missing, test/sessions/port/door-gates.test.ts says.
 */
function sinceOpened(item: Item): Item {
  const then = item['gates'] as Readonly<Record<string, string>>;
  const later = Object.entries(parseDoor(item).gates).filter(([gate]) => !(gate in then));
  const opened = later.map(([gate, state]) => [gate, state === 'missing' ? 'open' : state]);
  return later.length === 0 ? item : { ...item, gates: { ...then, ...Object.fromEntries(opened) } };
}

/** Somebody who asks: staff by the subject of their sign-in, a guest by the cookie of their device, or nobody. */
export type Asker = { readonly subject: string } | { readonly cookie: string } | undefined;

export interface Copy {
  readonly store: MemoryStore;
  readonly context: Context;
  readonly media: () => Promise<MediaServer>;
  /** Rooms that are at the media server. */
  readonly mediaRooms: Set<string>;
  readonly publisher: Publisher;
  /** @param path what comes after `/api/` */
  readonly get: (who: Asker, path: string) => Promise<Told>;
  readonly post: (who: Asker, path: string, body?: object, key?: string) => Promise<Told>;
  /** An answer as the text that it is. */
  readonly file: (who: Asker, path: string) => Promise<string>;
}

/** The copy afresh, at this instant. */
export function openCopy(at = taken): Copy {
  const store = storeOfCopy();
  const now = () => new Date(at);
  const context: Context = {
    store,
    now,
    randomBytes: (length) => randomBytes(length),
    pause: () => Promise.resolve(),
    freshSignInMinutes: 5,
    authenticate: async (request) => {
      const subject = request.headers.get('x-subject');
      if (subject === null) return readGuest(store, request, now());
      // Whoever asks has just signed in.
      return { ...(await readStaff(store, subject)), signedInAt: Date.parse(at) };
    },
  };
  const mediaRooms = new Set<string>();
  const media = async () => mediaInMemory(mediaRooms);
  const files = memoryExports();
  const publisher = { store, archive: { put: async () => undefined }, signer: async () => signerOfCopy };
  const apps: Readonly<Record<string, Hono>> = {
    availability: availabilityApp(context),
    cases: casesApp(context),
    custody: custodyApp(context, { publisher, files }),
    directory: directoryApp(context),
    interpreting: interpretingApp(context),
    notices: noticesApp(context, usualDueRules),
    requests: requestsApp(context),
    rooms: roomsApp(context, media, 'wss://pages.example.org'),
    sessions: sessionsApp(context),
    witnesses: witnessesApp(context),
  };
  const send = async (who: Asker, method: 'GET' | 'POST', path: string, body?: object, key = newKey()) => {
    const app = apps[path.split(/[/?]/)[0] ?? ''];
    if (app === undefined) throw new Error(`No capability has /api/${path}.`);
    return app.request(`/api/${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(who === undefined ? {} : 'cookie' in who ? { cookie: who.cookie } : { 'x-subject': who.subject }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  };
  const told = async (response: Response): Promise<Told> => ({
    status: response.status,
    body: await response.json(),
  });
  return {
    store,
    context,
    media,
    mediaRooms,
    publisher,
    get: async (who, path) => told(await send(who, 'GET', path)),
    post: async (who, path, body = {}, key = newKey()) => told(await send(who, 'POST', path, body, key)),
    file: async (who, path) => {
      const begun = (await (await send(who, 'POST', `${path}/exports`, {})).json()) as { exportId: string };
      // What was stored is short: it is whole after one part.
      await send(who, 'POST', `${path}/exports/parts`, { exportId: begun.exportId });
      return files.whole.get(begun.exportId)?.toString('utf8') ?? '';
    },
  };
}

/** The key by which the checkpoints of the copy were signed. */
export const signerOfCopy = localSigner('saksi.test/custody', 1);
