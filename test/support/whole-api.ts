import { Hono } from 'hono';
import { accountsApp } from '../../functions/accounts/routes.ts';
import { availabilityApp } from '../../functions/availability/routes.ts';
import { casesApp } from '../../functions/cases/routes.ts';
import { readings } from '../../functions/custody/port/enter-reading.ts';
import { custodyApp } from '../../functions/custody/routes.ts';
import { directoryApp } from '../../functions/directory/routes.ts';
import { disclosuresApp } from '../../functions/disclosures/routes.ts';
import { hearingApp } from '../../functions/hearing/routes.ts';
import { helpApp } from '../../functions/help/routes.ts';
import { exhibitsApp } from '../../functions/exhibits/routes.ts';
import { interpretingApp } from '../../functions/interpreting/routes.ts';
import { usualDueRules } from '../../functions/notices/due-rules.ts';
import { noticesApp } from '../../functions/notices/routes.ts';
import { preparationApp } from '../../functions/preparation/routes.ts';
import { ordersApp } from '../../functions/orders/routes.ts';
import { requestsApp } from '../../functions/requests/routes.ts';
import { liveKit, type MediaServer } from '../../functions/rooms/media/media-server.ts';
import { roomsApp } from '../../functions/rooms/routes.ts';
import { sessionsApp } from '../../functions/sessions/routes.ts';
import { paperReader } from '../../functions/shared/paper/read-paper.ts';
import type { Context } from '../../functions/shared/http/call.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { sharingApp } from '../../functions/sharing/routes.ts';
import { witnessesApp } from '../../functions/witnesses/routes.ts';
import { localSigner } from '../custody/local-signer.ts';
import { memoryExports } from '../custody/memory-exports.ts';
import { codecsOfPackages, threadOfSource } from '../shared/paper/files.ts';
import { contextOver } from './in-process.ts';
import { papersInMemory } from './papers-in-memory.ts';
import { poolInMemory } from './pool-in-memory.ts';

/** Keys of a media server that is not there: passes can be signed, and whoever asks it for a room is told so. */
const media = liveKit({
  url: 'http://127.0.0.1:9',
  publicUrl: 'ws://127.0.0.1:9',
  apiKey: 'key-of-a-test',
  apiSecret: 'a secret of a test, which is long enough',
  webhookKey: 'hook-of-a-test',
  webhookSecret: 'another secret of a test, long enough too',
});

/**
 * Every capability over one store, in this process.
 * @param rooms what stands in for the media server, where somebody comes into a room
 * @param more in place of what `contextOver` gives, such as how it is known who asks
 */
export function wholeApi(
  store: Store,
  now: Date,
  rooms: MediaServer = media,
  more: Partial<Context> = {},
): Hono {
  const plain = contextOver(store, now);
  const context = { ...plain, enterReading: readings(store, plain.randomBytes), ...more };
  const locked = new Map<string, Uint8Array>();
  const publisher = {
    store,
    archive: { put: async (name: string, bytes: Uint8Array) => void locked.set(name, bytes) },
    signer: async () => localSigner('saksi.test', 7),
  };
  const apps = [
    accountsApp(context, poolInMemory()),
    availabilityApp(context),
    casesApp(context),
    custodyApp(context, { publisher, files: memoryExports() }),
    directoryApp(context),
    disclosuresApp(context),
    hearingApp(context),
    helpApp(context),
    exhibitsApp(context, { papers: papersInMemory(), read: paperReader(threadOfSource, codecsOfPackages) }),
    interpretingApp(context),
    noticesApp(context, usualDueRules),
    preparationApp(context),
    ordersApp(context),
    requestsApp(context),
    roomsApp(context, async () => rooms, 'wss://pages.example.org'),
    sessionsApp(context),
    sharingApp(context),
    witnessesApp(context),
  ];
  return apps.reduce((whole, app) => whole.route('/', app), new Hono());
}
