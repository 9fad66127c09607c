import type { Hono } from 'hono';
import type { Item, Store } from '../../../functions/shared/store/store.ts';
import { instantOf } from '../../../functions/shared/values/instants.ts';
import { localOf } from '../../../functions/shared/values/zones.ts';
import { anyHour, enterRoom, setWorkingTime } from '../../support/calendars.ts';
import { enterPerson } from '../../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../../support/memory-store.ts';
import { prepareCase, takenByAll, type PreparedCase } from '../../support/prepared-case.ts';
import { bookWith } from '../../support/session-verbs.ts';

/**
 * A stranger who has typed officers of others into a case of her own, and the session of those officers that she must not
 * learn of. All that lies in the store but that session is the same in each world that is made here.
 */

export interface Stranger {
  readonly store: MemoryStore;
  /** The case in which the officers have their session; their agencies took it. */
  readonly theirs: PreparedCase;
  /** The stranger's; nobody took it but her own agency. */
  readonly hers: PreparedCase;
  /** A session of people of her own agency in it, to be changed into one with theirs. */
  readonly own: string;
  readonly room: string;
  /** Her questions write nothing. */
  readonly dry: Hono;
  readonly everything: readonly (readonly [string, Item])[];
}

export async function meetStranger(taken: boolean): Promise<Stranger> {
  const store = memoryStore();
  const theirs = await prepareCase(store);
  const room = await enterRoom(store, {}, { city: 'Yangon', country: 'MM' });
  const { clerk, interpreter } = theirs.people;
  const officer = theirs.people['support-officer'];
  for (const person of [theirs.people.prosecutor, clerk, officer, interpreter])
    await setWorkingTime(store, person, {
      weekly: anyHour,
      sociable: { from: '00:00', until: '24:00' },
      bufferBefore: 20,
      bufferAfter: 40,
    });
  const curious = await enterPerson(store, 'prosecutor');
  const { agencyId } = curious;
  const [ownClerk, ownOfficer, ownInterpreter] = await Promise.all([
    enterPerson(store, 'clerk', { agencyId }),
    enterPerson(store, 'support-officer', { agencyId }),
    enterPerson(store, 'interpreter', { agencyId }),
  ]);
  const attending = theirs.people['attending-officer'];
  const authority = await enterPerson(store, 'central-authority', { agencyId, country: 'MM' });
  const shared = {
    prosecutor: curious,
    clerk: ownClerk,
    'support-officer': ownOfficer,
    interpreter: ownInterpreter,
    'attending-officer': attending,
    'central-authority': authority,
  };
  const hers = await prepareCase(store, shared, [clerk, officer], false);
  const own = await bookWith(hers, '2027-03-20T10:00', allSetAside);
  if (own.status !== 201) throw new Error(`No session of her own: ${JSON.stringify(own.body)}`);
  if (taken) await takenByAll(store, hers.caseId, [clerk, officer, attending]);
  const dry = hers.over({ ...store, write: () => Promise.resolve() } satisfies Store);
  return {
    store,
    theirs,
    hers,
    room,
    own: own.body.sessionId as string,
    dry,
    everything: [...store.items],
  };
}

/** Every hour is open to those who may ask. */
const allSetAside = {
  overrides: ['unsociable', 'outside-hours', 'holiday', 'short-notice'].map((what) => ({
    what,
    reason: 'agreed-by-all',
  })),
};

/** Puts the hidden session at this minute, and nothing else anywhere. */
export async function hideSession({ store, everything, theirs, room }: Stranger, minute: number) {
  store.items.clear();
  for (const [key, item] of everything) store.items.set(key, item);
  const { local } = localOf('Asia/Bangkok', instantOf(minute * 60_000));
  const told = await bookWith(theirs, local, { ...allSetAside, rooms: [room], minutes: 55 });
  if (told.status !== 201) throw new Error(`The session was not booked: ${JSON.stringify(told.body)}`);
}

/** The officers and what else the hidden session takes. */
export const hiddenOnes = ({ theirs: { people }, room }: Stranger): Readonly<Record<string, string>> => ({
  clerk: people.clerk.personId,
  'support-officer': people['support-officer'].personId,
  'attending-officer': people['attending-officer'].personId,
  interpreter: people.interpreter.personId,
  room,
});
