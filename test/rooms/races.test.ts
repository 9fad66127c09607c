import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../functions/directory/port/actor.ts';
import type { Actor, Guest } from '../../functions/shared/access/roles.ts';
import type { Change, Store } from '../../functions/shared/store/store.ts';
import { castInProcess, shortlyBefore, type CastInProcess } from '../support/cast-in-process.ts';
import { scheduledStore } from '../support/faulty-store.ts';
import { gateBodies } from '../support/interview.ts';
import { ask, enterPerson, type Told } from '../support/in-process.ts';
import { mediaInMemory } from '../support/media-in-memory.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { wholeApi } from '../support/whole-api.ts';
import { device } from './hearing.ts';

/**
 * The verbs themselves against passes, with every read and write in an order that fast-check chooses: whatever takes somebody's
 * place or right away, no pass that it stands against is written after it.
 */

let store: MemoryStore;
let cast: CastInProcess;
let colleague: Person;
/** Who asks for passes, of those who are in the room. */
const among = ['prosecutor', 'support-officer', 'interpreter'] as const;

/** The rooms that the media server has when the story has been told so far. */
const rooms = new Set<string>();

const api = (over: Store, there: Set<string>) =>
  wholeApi(over, shortlyBefore, mediaInMemory(there, new Map()));

beforeAll(async () => {
  store = memoryStore();
  cast = await castInProcess(store);
  const { people, place, actors } = cast;
  const app = api(store, rooms);
  const done = async (told: Promise<Told>) => {
    const { status, body } = await told;
    if (status !== 201) throw new Error(JSON.stringify(body));
  };
  colleague = await enterPerson(store, 'prosecutor', { agencyId: people.prosecutor.agencyId });
  const members = `/api/cases/${place.caseId}/members`;
  await done(ask(app, actors.prosecutor, 'POST', members, { personId: colleague.personId }));
  const expert = (actors.expert as Guest).seatId;
  const permission = `/api/requests/${place.caseId}/${expert}/permission`;
  await done(ask(app, actors['central-authority'], 'POST', permission, gateBodies.permission));
  // Minutes before the start a second role agrees to a replacement.
  const change = { what: 'replacement', seat: 'prosecutor', ids: [colleague.personId] };
  await done(ask(app, actors.judge, 'POST', `/api/sessions/${place.sessionId}/approvals`, { change }));
  const room = (by: Actor, verb: string, body: object = {}) =>
    done(ask(app, by, 'POST', `/api/rooms/${place.sessionId}/${verb}`, body));
  for (const seat of ['attending-officer', ...among] as const) await room(actors[seat], 'arrivals', device);
  await room(actors['support-officer'], 'today', { takesPart: 'yes' });
  await room(actors.clerk, 'opening');
  for (const seat of ['attending-officer', ...among] as const)
    await room(actors.clerk, 'admissions', { seat });
});

interface Deed {
  readonly by: () => Actor;
  readonly path: () => string;
  readonly body: () => object;
  /** Whether this change is the one that takes away. */
  readonly takes: (change: Change) => boolean;
  /** Whose passes it stands against; everybody's unless said. */
  readonly against?: string;
}

const puts = (change: Change, prefix: string, gate: string): boolean =>
  change.kind === 'put' && change.item.sk.startsWith(prefix) && change.item.sk.endsWith(gate);

const deeds: Readonly<Record<string, Deed>> = {
  'a withdrawal on her own page': {
    by: () => cast.actors.witness,
    path: () => `/api/rooms/${cast.place.sessionId}/withdrawal`,
    body: () => ({}),
    takes: (change) => puts(change, 'standing#', '#consent'),
  },
  'a border crossed': {
    by: () => cast.actors['support-officer'],
    path: () => `/api/cases/${cast.place.caseId}/witnesses/${cast.place.party}/host-state`,
    body: () => ({ hostState: 'LA', zone: 'Asia/Vientiane' }),
    takes: (change) => puts(change, 'standing#', '#permission'),
  },
  'a no-go on the plan': {
    by: () => cast.actors.prosecutor,
    path: () => `/api/witnesses/${cast.place.caseId}/${cast.place.party}/risk-plan/word`,
    body: () => ({ decision: 'no-go' }),
    takes: (change) => puts(change, 'standing#', '#riskPlan'),
  },
  'a replacement': {
    by: () => cast.actors.clerk,
    path: () => `/api/sessions/${cast.place.sessionId}/replacements`,
    body: () => ({ seat: 'prosecutor', ids: [colleague.personId], reason: 'other' }),
    takes: (change) => change.kind === 'update' && change.key.sk === 'door' && 'seats' in change.set,
    against: 'prosecutor',
  },
};

describe.each(Object.keys(deeds))('%s', (name) => {
  const deed = deeds[name] as Deed;

  it('and passes in any order: none is written after it that it stands against', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const copy = memoryStore(store);
        const written: string[] = [];
        const noting = (who: string): Store => ({
          get: (keys) => copy.get(keys),
          query: (of, pk, range) => copy.query(of, pk, range),
          async write(changes) {
            await copy.write(changes);
            if (changes.some((change) => change.kind === 'put' && change.item.sk.startsWith('pass#')))
              written.push(who);
            if (changes.some(deed.takes)) written.push('taken');
          },
        });
        const there = new Set(rooms);
        const over = (who: string) => api(scheduledStore(noting(who), scheduler), there);
        const passes = among.map((seat) =>
          ask(over(seat), cast.actors[seat], 'POST', `/api/rooms/${cast.place.sessionId}/passes`),
        );
        const taking = ask(over('deed'), deed.by(), 'POST', deed.path(), deed.body());
        await scheduler.waitFor(Promise.all([...passes, taking]));
        const told = await taking;
        expect([told.status, told.body.code]).toEqual([201, undefined]);
        expect(written).toContain('taken');
        const after = written.slice(written.indexOf('taken') + 1);
        expect(after.filter((who) => deed.against === undefined || who === deed.against)).toEqual([]);
        // Whoever was told that they have a pass has one that was written, and nobody else.
        const given = among.filter((seat) => written.includes(seat));
        expect((await Promise.all(passes)).map(({ status }) => status === 201)).toEqual(
          among.map((seat) => given.includes(seat)),
        );
        for (const who of given) seen.add(who);
      }),
      { numRuns: 20 },
    );
    // In some of the orders passes came first, or this says nothing.
    expect(seen.size).toBeGreaterThan(0);
  }, 30_000);
});
