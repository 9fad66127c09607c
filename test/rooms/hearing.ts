import { randomBytes } from 'node:crypto';
import { sequenceFacts } from '../../functions/custody/port/sequence-facts.ts';
import type { Present } from '../../functions/rooms/media/intruder.ts';
import type { MediaServer } from '../../functions/rooms/media/media-server.ts';
import * as contract from '../../functions/rooms/contract.ts';
import * as machines from '../../functions/rooms/machines/contract.ts';
import * as presiding from '../../functions/rooms/presiding/contract.ts';
import { roomsApp } from '../../functions/rooms/routes.ts';
import { doorKey } from '../../functions/sessions/port/door.ts';
import type { SessionKind } from '../../functions/sessions/port/kinds.ts';
import type { Route } from '../../functions/shared/http/contract.ts';
import {
  isGuestSeat,
  type Actor,
  type GuestRole,
  type Role,
  type Staff,
} from '../../functions/shared/access/roles.ts';
import { caseKey, memberKey } from '../../functions/cases/port/membership.ts';
import type { Change, Item, Key, Store } from '../../functions/shared/store/store.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { refusalsOf } from '../../infra/openapi.ts';
import { allOpen } from '../support/all-open.ts';
import { ask, contextOver, type Told } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { mediaInMemory } from '../support/media-in-memory.ts';
import { memoryStore } from '../support/memory-store.ts';

/** One hearing of people of its own, in this process: its door is open, and nobody has come yet. */

export const device = { camera: true, microphone: true, connection: 'good' } as const;

/** The host State's, for a hearing that has one. */
export const officer = { 'attending-officer': 'A-2222' } as const;

/** Who comes by invitation to a hearing before a court. */
export const onBothSides = { accused: 'R-2222', observer: 'O-2222' } as const;

/** Who sits in a court's own hearing, and presides. */
export const bench = { judge: 'J-2222' } as const;

/** Counsel of the accused, by account. */
export const counsel = { 'defence-counsel': 'D-2222' } as const;

/** Where its pages would open their sockets. */
const socketsUrl = 'wss://pages.example.org';

const usual = {
  clerk: 'C-2222',
  prosecutor: 'P-2222',
  'support-officer': 'S-2222',
  witness: 'W-2222',
  interpreter: 'I-2222',
} as const satisfies Partial<Record<Role, string>>;
export type SeatName =
  | keyof typeof usual
  | keyof typeof officer
  | keyof typeof onBothSides
  | keyof typeof bench
  | keyof typeof counsel;
export const pseudonymOf = (seat: SeatName): string =>
  ({ ...usual, ...officer, ...onBothSides, ...bench, ...counsel })[seat];

const routes: readonly Route[] = [
  ...Object.values(contract),
  ...Object.values(presiding),
  ...Object.values(machines),
].filter((each) => 'path' in each);

/** The answer, which must not refuse for a reason that the API's document does not say of its route. */
function asDocumented(verb: string, told: Told): Told {
  const route = routes.find(({ method, path }) => method === 'POST' && path.endsWith(`/:sessionId/${verb}`));
  const code: unknown = told.body?.code;
  if (route !== undefined && code !== undefined && !refusalsOf(route).some((known) => known === code))
    throw new Error(`${verb} refuses with ${JSON.stringify(code)}, and its contract does not say so`);
  return told;
}

/**
 * @param over what stands between the rooms and the tables
 * @param further seats beside the usual ones; one that is undefined is not there
 * @param kind what is held
 */
export async function hearing(
  over: (store: Store) => Store = (store) => store,
  further: Partial<Record<SeatName, string | undefined>> = {},
  kind: SessionKind = 'interview',
) {
  const seats = Object.fromEntries(
    Object.entries({ ...usual, ...further }).filter(([, pseudonym]) => pseudonym !== undefined),
  ) as Partial<Record<SeatName, string>>;
  const memory = memoryStore();
  let behind = over(memory);
  const store: Store = {
    get: (keys) => behind.get(keys),
    query: (of, pk, range) => behind.query(of, pk, range),
    write: (changes) => behind.write(changes),
  };
  const sessionId = newId(randomBytes);
  const caseId = newId(randomBytes);
  const personOf = Object.fromEntries(Object.keys(seats).map((seat) => [seat, newId(randomBytes)]));
  const isGuest = (seat: SeatName): seat is SeatName & GuestRole => isGuestSeat(seat);
  const { table, ...place } = doorKey(sessionId);
  const door: Item = {
    ...place,
    sessionId,
    caseId,
    kind,
    version: 1,
    status: 'booked',
    start: '2026-11-25T03:00:00.000Z',
    end: '2026-11-25T04:00:00.000Z',
    opensAt: '2026-11-25T02:00:00.000Z',
    closesAt: '2026-11-25T06:00:00.000Z',
    gates: allOpen,
    rooms: 'booked',
    seats: Object.entries(seats).map(([seat, pseudonym]) => ({
      seat,
      pseudonym,
      ...(seat === 'judge' ? { presides: true } : {}),
      ...(isGuest(seat as SeatName) ? {} : { personId: personOf[seat] }),
    })),
  };
  const putInCase = ({ table: of, pk, sk }: Key, fields: object): Change => ({
    kind: 'put',
    table: of,
    item: { pk, sk, ...fields },
    onRefused: 'retry',
  });
  await memory.write([
    { kind: 'put', table, item: door, onRefused: 'retry' },
    putInCase(caseKey(caseId), {
      caseId,
      reference: 'T 1/2026',
      requestingState: 'TH',
      hostState: 'MM',
      openedBy: personOf['prosecutor'] ?? '',
    }),
    ...Object.entries(seats).flatMap(([seat, pseudonym]) =>
      isGuest(seat as SeatName)
        ? []
        : [
            putInCase(memberKey(caseId, personOf[seat] ?? ''), {
              caseId,
              personId: personOf[seat],
              role: seat,
              pseudonym,
              label: seat,
            }),
          ],
    ),
  ]);
  const mediaRooms = new Set<string>();
  const people = new Map<string, readonly Present[]>();
  const putOut: string[] = [];
  let server: MediaServer | undefined;
  const media = async () => server ?? mediaInMemory(mediaRooms, people, putOut);
  let now = new Date('2026-11-25T03:00:00.000Z');
  const context = { ...contextOver(store, now), now: () => now };
  const app = roomsApp(context, media, socketsUrl);
  const actorOf = (seat: SeatName): Actor =>
    isGuest(seat)
      ? {
          kind: 'guest',
          sessionId,
          seatId: seats[seat] ?? '',
          role: seat,
          deviceId: `device-of-${seat}`,
        }
      : {
          kind: 'staff',
          personId: personOf[seat] ?? '',
          role: seat as Staff['role'],
          agencyId: caseId,
          country: 'TH',
          language: 'en',
          zone: 'Asia/Bangkok',
        };
  const path = `/api/rooms/${sessionId}`;
  // Before a room opens whoever is heard has said that they take part, unless a test asks them itself.
  let isAsked = false;
  const post = async (seat: SeatName, verb: string, body: object = {}, key?: string) => {
    if (verb === 'opening' && !isAsked) {
      isAsked = true;
      await ask(app, actorOf('support-officer'), 'POST', `${path}/today`, { takesPart: 'yes' });
    }
    return asDocumented(verb, await ask(app, actorOf(seat), 'POST', `${path}/${verb}`, body, key));
  };
  return {
    memory,
    context,
    media,
    mediaRooms,
    /** From now on it is that media server; undefined for the one in memory. */
    mediaIs: (other: MediaServer | undefined) => (server = other),
    /** Who is in which room, as the media server would list them. */
    people,
    /** Identities whose connections were ended. */
    putOut,
    sessionId,
    caseId,
    personOf,
    app,
    post,
    /** Whoever is heard is not asked before the room opens. */
    asksItself: () => (isAsked = true),
    view: (seat: SeatName) => ask(app, actorOf(seat), 'GET', path),
    arrive: (seat: SeatName, more: object = {}) => post(seat, 'arrivals', { ...device, ...more }),
    /** Puts something between the rooms and the tables from now on. */
    breakInto(other: (store: Store) => Store) {
      behind = other(behind);
    },
    /** An event of the media server, as it comes over the wire. */
    report: (event: object, signature = 'good') =>
      app.request('/api/rooms/hooks/livekit', {
        method: 'POST',
        headers: { authorization: signature },
        body: JSON.stringify(event),
      }),
    forward: (milliseconds: number) => (now = new Date(now.getTime() + milliseconds)),
    /** The actions of the log, with what was filed until now. */
    async actions() {
      await sequenceFacts({ ...context, store: memory }, sessionId, true);
      return (await entriesIn(memory, sessionId)).map(({ action }) => action);
    },
    /** The room's own item and where the log stands: what a flood must not move. */
    versions: () =>
      [...memory.items.values()]
        .filter(({ sk }) => sk === 'room' || sk === 'head' || sk === 'door')
        .map(({ pk, sk, version, size }) => [pk, sk, version ?? size]),
  };
}

export type Hearing = Awaited<ReturnType<typeof hearing>>;

/** One in which these are in the room with the clerk. */
export async function running(
  among: readonly SeatName[],
  over?: (store: Store) => Store,
  further: Partial<Record<SeatName, string>> = {},
  media?: MediaServer,
): Promise<Hearing> {
  const here = await hearing(over, further);
  here.mediaIs(media);
  const steps = [
    () => here.post('clerk', 'opening'),
    ...among.flatMap((seat) => [() => here.arrive(seat), () => here.post('clerk', 'admissions', { seat })]),
  ];
  for (const step of steps) {
    const { status, body } = await step();
    if (status !== 201) throw new Error(JSON.stringify(body));
  }
  // What was filed has its place: what a test files stands after it.
  await here.actions();
  return here;
}
