import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  putStanding,
  type NewStanding,
  type Standing,
  type StandingGate,
} from '../../functions/cases/port/standing.ts';
import type { Change, Store } from '../../functions/shared/store/store.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';
import { isPass, notingStore, scheduledStore } from '../support/faulty-store.ts';
import { pseudonymOf, running, type Hearing } from './hearing.ts';

/** A pass asks what stands for whoever is heard, in its own transaction: whether a door has followed or not is nothing to it. */

const recordedAt = parseInstant('2026-11-25T02:30:00.000Z');

/** What a capability writes when something is decided, without its record and its entry. */
const decided = (
  { caseId }: Pick<Hearing, 'caseId'>,
  gate: StandingGate,
  after: NewStanding,
  before?: Standing,
): Change =>
  putStanding({ caseId, pseudonym: pseudonymOf('witness'), gate }, before, {
    ...after,
    recordedAt,
    leafHash: 'AAAA',
  });
const withdrawn = (here: Pick<Hearing, 'caseId'>) => decided(here, 'consent', { state: 'refused' });
const everybody = ['prosecutor', 'support-officer', 'witness', 'interpreter'] as const;

describe('from the moment at which something stands no more', () => {
  it.each(['consent', 'riskPlan', 'permission'] as const)(
    'nobody gets a pass, and no room opens or goes on, before any door has followed (%s)',
    async (gate) => {
      const here = await running(everybody);
      expect(await here.post('prosecutor', 'passes')).toMatchObject({ status: 201 });
      expect(await here.post('witness', 'pauses', { kind: 'pause' })).toMatchObject({ status: 201 });
      await here.memory.write([decided(here, gate, { state: 'refused' })]);
      for (const seat of ['clerk', 'prosecutor', 'support-officer'] as const)
        expect((await here.post(seat, 'passes')).body).toMatchObject({
          code: 'gates-closed',
          facts: { gates: [gate] },
        });
      // A gate may be another one's word: a guest learns of none.
      for (const seat of ['witness', 'interpreter'] as const)
        expect((await here.post(seat, 'passes')).body.code).toBe('room-not-open');
      expect((await here.post('witness', 'resumptions')).body.code).toBe('room-not-open');
      expect((await here.post('clerk', 'opening')).body.code).toBe('gates-closed');
      expect((await here.post('clerk', 'admissions', { seat: 'witness' })).body.code).toBe('gates-closed');
      // What stops goes on.
      expect(await here.post('clerk', 'ending')).toMatchObject({ status: 201 });
    },
  );

  it('that it has run out closes the way as well, to the millisecond', async () => {
    const here = await running(['prosecutor']);
    const until = parseInstant('2026-11-25T03:00:10.000Z');
    await here.memory.write([decided(here, 'consent', { state: 'open', until })]);
    here.forward(9_999);
    expect(await here.post('prosecutor', 'passes')).toMatchObject({ status: 201 });
    here.forward(1);
    expect((await here.post('prosecutor', 'passes')).body.code).toBe('gates-closed');
  });

  it('a pass that was decided just before is decided anew, also where nothing stood at all until then', async () => {
    const here = await running(['prosecutor']);
    let once = true;
    here.breakInto((store) => ({
      ...store,
      async write(changes) {
        if (once) {
          once = false;
          await here.memory.write([withdrawn(here)]);
        }
        return store.write(changes);
      },
    }));
    expect((await here.post('prosecutor', 'passes')).body.code).toBe('gates-closed');
    expect(await here.actions()).not.toContain('pass.minted');
  });
});

it('in whatever order a withdrawal and passes come, none is written after it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const here = await running(everybody);
      const written: string[] = [];
      const noting = (store: Store) =>
        notingStore(store, written, (change) =>
          isPass(change)
            ? 'pass'
            : change.kind === 'put' && change.item.sk.startsWith('standing#')
              ? 'withdrawal'
              : undefined,
        );
      here.breakInto((store) => scheduledStore(noting(store), scheduler));
      const passes = everybody.map((seat) => here.post(seat, 'passes'));
      const withdrawal = scheduler
        .schedule(Promise.resolve(), 'withdrawal')
        .then(() => noting(here.memory).write([withdrawn(here)]));
      await scheduler.waitFor(Promise.all([...passes, withdrawal]));
      expect(written).toContain('withdrawal');
      expect(written.slice(written.indexOf('withdrawal'))).toEqual(['withdrawal']);
      const given = (await Promise.all(passes)).filter(({ status }) => status === 201);
      expect(given).toHaveLength(written.length - 1);
    }),
    { numRuns: 40 },
  );
}, 20_000);
