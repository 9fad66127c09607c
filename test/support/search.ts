import type { Hono } from 'hono';
import { parsePerson, personKey, type Person } from '../../functions/directory/port/actor.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { actorOf, ask, type Told } from './in-process.ts';
import type { PreparedCase } from './prepared-case.ts';

/** A search in few words, as most tests say it, and as the service takes it. */

interface Participant {
  readonly key: string;
  readonly personId?: string;
  readonly roomId?: string;
  readonly witness?: true;
  readonly interprets?: { readonly mode?: string };
}

interface Part {
  readonly kind: string;
  readonly needs?: readonly string[];
}

interface Brief {
  readonly caseId: string;
  readonly kind?: string;
  readonly zone: string;
  readonly segments: readonly Part[];
  /** Minutes after which each further day begins. */
  readonly again?: readonly number[];
  readonly participants: readonly Participant[];
  readonly pools?: readonly { readonly key: string; readonly kind: string }[];
}

export interface Known {
  /** Her pseudonym. */
  readonly witness: string;
  readonly roleOf: (personId: string) => string;
}

const firstDay = Date.UTC(2027, 2, 8, 9);
const wall = (minutes: number) => new Date(firstDay + minutes * 60_000).toISOString().slice(0, 16);

const seatIn = ({ roleOf }: Known, { personId, roomId }: Participant): string =>
  roomId === undefined ? (personId === undefined ? 'witness' : roleOf(personId)) : 'room';

/** The body; a part needs everybody unless it says whom. */
export function searchBody(brief: object, known: Known): Record<string, unknown> {
  const { caseId, kind = 'interview', zone, segments, again = [], participants, ...rest } = brief as Brief;
  const { pools = [] } = rest;
  const places = new Map([
    ...participants.map((each) => [each.key, seatIn(known, each)] as const),
    ...pools.map((pool) => [pool.key, pool.kind] as const),
  ]);
  const seats = new Map<string, string[]>();
  for (const each of participants) {
    if (each.roomId !== undefined) continue;
    const seat = seatIn(known, each);
    seats.set(seat, [...(seats.get(seat) ?? []), each.personId ?? known.witness]);
  }
  const rooms = participants.flatMap(({ roomId }) => roomId ?? []);
  const [wanted] = participants.flatMap(({ interprets }) => interprets ?? []);
  const { mode, ...interprets } = wanted ?? {};
  const needs = (part: Part) => {
    const named = part.needs?.map((key) => places.get(key) ?? key) ?? [...places.values()];
    return part.needs === undefined && part.kind === 'main' ? {} : { needs: [...new Set(named)] };
  };
  return {
    proposal: {
      caseId,
      kind,
      zone,
      days: [0, ...again].map((after) => ({ local: wall(after) })),
      parts: segments.map((part) => ({ ...part, ...needs(part) })),
      seats: [...seats].map(([seat, ids]) => ({ seat, ids })),
      ...(rooms.length === 0 ? {} : { rooms }),
      ...(mode === undefined ? {} : { mode }),
    },
    ...(wanted === undefined ? {} : { interprets }),
    ...rest,
  };
}

/** What was answered, with the test's own key for each of whom the answer speaks by id. */
export function inKeys<Answer>(told: Answer, brief: object, { witness }: Known): Answer {
  const { participants } = brief as Brief;
  const keys = new Map(
    participants.map(({ key, personId, roomId }) => [personId ?? roomId ?? witness, key] as const),
  );
  const keyOf = (value: unknown) => (typeof value === 'string' ? (keys.get(value) ?? value) : value);
  const text = JSON.stringify(told, (field, value: unknown) =>
    field === 'key' ? keyOf(value) : field === 'keys' && Array.isArray(value) ? value.map(keyOf) : value,
  );
  return JSON.parse(text) as Answer;
}

/** A search in few words by one of the people, answered by the test's own keys. */
export async function search(
  prepared: PreparedCase,
  brief: object,
  { app = prepared.app, by = prepared.people.prosecutor }: { readonly app?: Hono; readonly by?: Person } = {},
): Promise<Told> {
  const { store, witness } = prepared;
  const known = { witness, roleOf: await rolesIn(store, brief) };
  const told = await ask(app, actorOf(by), 'POST', '/api/availability/search', searchBody(brief, known));
  return inKeys(told, brief, known);
}

/** The roles of those who are named; of somebody whom nobody knows, the clerk’s. */
async function rolesIn(store: Store, brief: object): Promise<(personId: string) => string> {
  const ids = (brief as { participants: { personId?: string }[] }).participants.flatMap(
    ({ personId }) => personId ?? [],
  );
  const items = await store.get(ids.map(personKey));
  const known = new Map(
    items.map((item, at) => [ids[at], item === undefined ? 'clerk' : parsePerson(item).role]),
  );
  return (personId) => known.get(personId) ?? 'clerk';
}

/** A week in March 2027, in which no clock of those here changes: one hour, the usual people. */
export const usualSearch = ({ caseId, people }: PreparedCase) => ({
  caseId,
  earliest: '2027-03-08T00:00:00Z',
  latest: '2027-03-13T00:00:00Z',
  zone: 'Asia/Bangkok',
  segments: [{ kind: 'main', at: 0, minutes: 60 }],
  participants: [
    { key: 'prosecutor', personId: people.prosecutor.personId },
    { key: 'clerk', personId: people.clerk.personId },
  ] as object[],
});
