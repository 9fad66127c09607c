import type { Person } from '../../functions/directory/port/actor.ts';
import { goOn } from '../../functions/help/alarm/go-on.ts';
import type { HelpContext, NextStep } from '../../functions/help/context.ts';
import { repair } from '../../functions/help/repair.ts';
import type { Guest, GuestRole } from '../../functions/shared/access/roles.ts';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import { bookedCase } from '../support/booked-case.ts';
import { actorOf, ask, contextOver } from '../support/in-process.ts';
import { wholeApi } from '../support/whole-api.ts';

/** A session with somebody who can press the silent alarm, on the store in memory; text messages lie where they were sent. */
export async function helped() {
  const { store, prepared, sessionId } = await bookedCase();
  let now = new Date('2027-03-02T02:10:00.000Z');
  const sent: { readonly to: string; readonly text: string }[] = [];
  const asked: (NextStep & { readonly wait: number })[] = [];
  let refusesTexts = false;
  const context: HelpContext = {
    ...contextOver(store, now),
    now: () => now,
    texts: {
      send: async (to, text) => {
        if (refusesTexts) throw new Error('Opted out.');
        sent.push({ to, text });
      },
    },
    wakeMe: async (call, wait) => void asked.push({ ...call, wait }),
    frontAddress: 'https://hearings.example.org',
  };
  const road = (rest: string, id = sessionId) => `/api/help/${id}/${rest}`;
  const guest = (role: GuestRole, seatId: string, session = sessionId): Guest => ({
    kind: 'guest',
    sessionId: session,
    seatId,
    role,
    deviceId: '6x7k2q9d1m3n5p8r0s6t7v2w4y',
  });
  const door = async () => parseDoor((await store.get([doorKey(sessionId)]))[0]);
  const witness = guest('witness', prepared.witness);
  const name = { sessionId, pseudonym: prepared.witness };
  return {
    store,
    prepared,
    people: prepared.people,
    sessionId,
    context,
    sent,
    asked,
    guest,
    door,
    witness,
    road,
    api: () => wholeApi(store, now),
    at: (instant: string) => (now = new Date(instant)),
    later: (seconds: number) => (now = new Date(now.getTime() + seconds * 1000)),
    refuseTexts: () => (refusesTexts = true),
    press: (by: Guest = witness, id = sessionId, key?: string) =>
      ask(wholeApi(store, now), by, 'POST', road('calls', id), {}, key),
    own: (by: Guest = witness) => ask(wholeApi(store, now), by, 'GET', road('calls')),
    calls: (by: Person) => ask(wholeApi(store, now), actorOf(by), 'GET', '/api/help/calls'),
    answer: (by: Person, state: 'coming' | 'over' = 'coming', pseudonym = prepared.witness) =>
      ask(wholeApi(store, now), actorOf(by), 'POST', road('answers'), { pseudonym, state }),
    keep: (by: Person, people: readonly object[]) =>
      ask(wholeApi(store, now), actorOf(by), 'POST', road('on-call'), { people }),
    list: (by: Person) => ask(wholeApi(store, now), actorOf(by), 'GET', road('on-call')),
    goOn: () => goOn(context, name),
    sweep: () => repair(context),
  };
}
export type Helped = Awaited<ReturnType<typeof helped>>;
