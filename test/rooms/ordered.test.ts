import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { putStanding } from '../../functions/cases/port/standing.ts';
import { nothingOrdered } from '../../functions/orders/port/measures.ts';
import type { MatterRef } from '../../functions/orders/port/standing-orders.ts';
import { putStandingOrder } from '../../functions/orders/store.ts';
import { closeForDoor } from '../../functions/rooms/close-for-door.ts';
import type { Change, Store } from '../../functions/shared/store/store.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';
import { isPass, notingStore, scheduledStore } from '../support/faulty-store.ts';
import { entriesIn } from '../support/log-entries.ts';
import { device, pseudonymOf, running, type Hearing, type SeatName } from './hearing.ts';

/** A pass asks what the court ordered and what a plan asks, in its own transaction; whoever is in the room is put out of it. */

const at = parseInstant('2026-11-25T02:30:00.000Z');
const away = { ...nothingOrdered, seen: 'not' } as const;
const from = (seat: SeatName): MatterRef => ({
  kind: 'pair',
  protected: pseudonymOf('witness'),
  from: pseudonymOf(seat),
});
const ordered = (
  { caseId }: Pick<Hearing, 'caseId'>,
  about: MatterRef,
  more: { readonly from?: typeof at; readonly until?: typeof at } = {},
): Change =>
  putStandingOrder({ caseId, about }, undefined, [
    {
      from: at,
      ...more,
      ordered: about.kind === 'pair' ? { measures: away } : {},
      leafHash: 'ofTheCase',
    },
  ]);
const asked = ({ caseId }: Pick<Hearing, 'caseId'>, ...noContact: string[]): Change =>
  putStanding({ caseId, pseudonym: pseudonymOf('witness'), gate: 'riskPlan' }, undefined, {
    state: 'open',
    noContact,
    recordedAt: at,
    leafHash: 'AAAA',
  });
const others = ['prosecutor', 'support-officer', 'witness'] as const;
const everybody = [...others, 'interpreter'] as const;

describe('from the moment at which a court orders it', () => {
  // Whom a plan names is told no more than whoever was not let in yet; the clerk is told the truth.
  it.each([
    ['an order', 'kept-apart', (here: Hearing) => ordered(here, from('interpreter'))],
    ['a plan', 'not-admitted', (here: Hearing) => asked(here, pseudonymOf('interpreter'))],
  ])('%s that keeps two apart lets the one out, with %s, and the other in', async (_, told, change) => {
    const here = await running(everybody);
    expect(await here.post('interpreter', 'passes')).toMatchObject({ status: 201 });
    await here.memory.write([change(here)]);
    expect((await here.post('interpreter', 'passes')).body).toMatchObject({ code: told });
    expect((await here.post('clerk', 'admissions', { seat: 'interpreter' })).body.code).toBe('kept-apart');
    for (const seat of others) expect(await here.post(seat, 'passes')).toMatchObject({ status: 201 });
  });

  it('whoever is in the room is put out of it, once; the others have another room', async () => {
    const here = await running(everybody);
    const [before] = here.mediaRooms;
    await here.memory.write([ordered(here, from('interpreter'))]);
    await closeForDoor(here.context, here.media, here.sessionId);
    await closeForDoor(here.context, here.media, here.sessionId);
    const [after, ...more] = here.mediaRooms;
    expect([after === before, more]).toEqual([false, []]);
    expect(await here.post('witness', 'passes')).toMatchObject({ status: 201, body: { epoch: 2 } });
    const entries = await entriesIn(here.memory, here.sessionId);
    expect(entries.filter(({ action }) => action === 'seat.kept-apart')).toMatchObject([
      {
        subject: { kind: 'seat', ref: `interpreter ${pseudonymOf('interpreter')}` },
        details: { epoch: 2, caseEntries: ['ofTheCase'] },
      },
    ]);
    expect((await here.view('interpreter')).body).toMatchObject({ myState: 'away' });
  });

  it('whom a plan names is put out and told nothing, and the log does not say who it was', async () => {
    const here = await running(everybody);
    await here.memory.write([asked(here, pseudonymOf('interpreter'))]);
    await closeForDoor(here.context, here.media, here.sessionId);
    await closeForDoor(here.context, here.media, here.sessionId);
    await here.post('interpreter', 'arrivals', device);
    const mine = await here.view('interpreter');
    expect(mine.body).toMatchObject({ myState: 'waiting' });
    expect(JSON.stringify(mine.body)).not.toMatch(/apart|camera/i);
    const never = { status: 409, body: { code: 'not-admitted' } };
    expect(await here.post('interpreter', 'passes')).toMatchObject(never);
    const entries = await entriesIn(here.memory, here.sessionId);
    expect(entries.filter(({ actor }) => 'system' in actor)).toMatchObject([
      { action: 'room.renewed', details: { epoch: 2, caseEntries: ['AAAA'] } },
    ]);
    expect(entries.map(({ action }) => action)).not.toContain('seat.kept-apart');
  });

  it('nor does whoever runs it learn so of themselves', async () => {
    const here = await running(everybody);
    await here.memory.write([asked(here, pseudonymOf('clerk'), pseudonymOf('interpreter'))]);
    await closeForDoor(here.context, here.media, here.sessionId);
    await here.post('clerk', 'arrivals', device);
    expect(await here.post('clerk', 'admissions', { seat: 'clerk' })).toMatchObject({
      status: 409,
      body: { code: 'not-waiting' },
    });
    expect((await here.post('clerk', 'passes')).body.code).toBe('not-admitted');
  });

  it('nobody is put out by what is ordered for later, or for no longer', async () => {
    const here = await running(everybody);
    const later = parseInstant('2026-11-25T03:00:10.000Z');
    await here.memory.write([
      ordered(here, from('interpreter'), { from: later }),
      ordered(here, from('prosecutor'), { until: later }),
    ]);
    expect(await here.post('interpreter', 'passes')).toMatchObject({ status: 201 });
    expect((await here.post('prosecutor', 'passes')).body.code).toBe('kept-apart');
    here.forward(10_000);
    expect((await here.post('interpreter', 'passes')).body.code).toBe('kept-apart');
    expect(await here.post('prosecutor', 'passes')).toMatchObject({ status: 201 });
  });
});

it('in whatever order an order and a pass come, none is written after it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const here = await running(everybody);
      const written: string[] = [];
      const noting = (store: Store) =>
        notingStore(store, written, (change) =>
          isPass(change)
            ? 'pass'
            : change.kind === 'put' && change.item.sk.startsWith('standing#')
              ? 'order'
              : undefined,
        );
      here.breakInto((store) => scheduledStore(noting(store), scheduler));
      const passes = [here.post('interpreter', 'passes'), here.post('interpreter', 'passes')];
      const order = scheduler
        .schedule(Promise.resolve(), 'order')
        .then(() => noting(here.memory).write([ordered(here, from('interpreter'))]));
      await scheduler.waitFor(Promise.all([...passes, order]));
      expect(written).toContain('order');
      expect(written.slice(written.indexOf('order'))).toEqual(['order']);
      const given = (await Promise.all(passes)).filter(({ status }) => status === 201);
      expect(given).toHaveLength(written.length - 1);
    }),
    { numRuns: 20 },
  );
}, 20_000);
