import {
  doorKey,
  moveDoor,
  parseDoor,
  type Door,
  type DoorMove,
} from '../../functions/sessions/port/door.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { bookedCase } from '../support/booked-case.ts';
import { actorOf, ask } from '../support/in-process.ts';
import { gateBodies } from '../support/interview.ts';
import { now as clock } from '../support/prepared-case.ts';
import { wholeApi } from '../support/whole-api.ts';

/** An interview from 02:00 UTC on 2 March 2027 that is being prepared, on the store in memory. */

export const passed = gateBodies.rehearsal;
export const failed = { ...passed, points: { ...passed.points, sound: 'fails' } };
export const partly = { ...passed, points: { ...passed.points, picture: 'limited' } };

export async function preparedHearing() {
  const { store, prepared, sessionId } = await bookedCase();
  let now = clock;
  let made: { readonly at: Date; readonly app: ReturnType<typeof wholeApi> } | undefined;
  const api = () => {
    if (made?.at !== now) made = { at: now, app: wholeApi(store, now) };
    return made.app;
  };
  const road = (rest: string, id = sessionId) => `/api/preparation/${id}${rest === '' ? '' : `/${rest}`}`;
  const door = async (id = sessionId): Promise<Door> => parseDoor((await store.get([doorKey(id)]))[0]);
  return {
    store,
    prepared,
    sessionId,
    people: prepared.people,
    api,
    door,
    gate: async () => (await door()).gates.rehearsal,
    at: (instant: string) => (now = new Date(instant)),
    post: (by: Person, rest: string, body: object, key?: string) =>
      ask(api(), actorOf(by), 'POST', road(rest), body, key),
    /** What one person has entered so far, without each of it being asked for. */
    enteredBy: async ({ personId }: Person, name: 'tick' | 'test', steps: readonly object[]) => {
      for (const [index, step] of steps.entries())
        await store.write([
          {
            kind: 'put',
            table: 'preparation',
            item: {
              pk: `session#${sessionId}`,
              sk: `${name}#${String(index + 1).padStart(6, '0')}`,
              number: index + 1,
              recordedAt: now.toISOString(),
              recordedBy: personId,
              role: 'support-officer',
              pseudonym: 'S-2222',
              disclosures: {},
              ...step,
            },
            onRefused: 'retry',
          },
        ]);
    },
    read: (by: Person = prepared.people['support-officer']) => ask(api(), actorOf(by), 'GET', road('')),
    /** What other capabilities do to a door. */
    move: async (set: DoorMove, id = sessionId) => store.write([moveDoor(await door(id), set)]),
    end: async (endedAt: string, id = sessionId) =>
      store.write([moveDoor(await door(id), { status: 'ended', endedAt: parseInstant(endedAt) })]),
  };
}

export type PreparedHearing = Awaited<ReturnType<typeof preparedHearing>>;
