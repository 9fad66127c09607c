import { describe, expect, it } from 'vitest';
import { atWork, begun, limitOf, stopped, unbrokenAt } from '../../functions/rooms/port/at-work.ts';
import { repair } from '../../functions/rooms/repair.ts';
import { doorKey } from '../../functions/sessions/port/door.ts';
import { entriesIn } from '../support/log-entries.ts';
import { hearing, pseudonymOf, running, type Hearing } from './hearing.ts';

/** How long whoever interprets has worked without a rest: counted by the room’s own steps. */

const minute = 60_000;
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 25, 3) + minutes * minute);
const day = '2026-11-25T02:00:00.000Z';

describe('minutes at work', () => {
  it('go on over a break of nine minutes, and begin anew after one of ten', () => {
    const first = stopped(begun(undefined, day, at(0)), at(40));
    const short = begun(first, day, at(49));
    expect(unbrokenAt(short, at(60))).toBe(51 * minute);
    const long = begun(first, day, at(50));
    expect(unbrokenAt(long, at(60))).toBe(10 * minute);
    expect(stopped(long, at(60)).days).toEqual([
      { opensAt: day, from: at(0).toISOString(), until: at(60).toISOString(), total: 50 * minute },
    ]);
  });

  it('are of each day by itself, and a night is a rest', () => {
    const next = '2026-11-26T02:00:00.000Z';
    const second = stopped(begun(stopped(begun(undefined, day, at(0)), at(30)), next, at(1440)), at(1450));
    expect(second.days.map(({ opensAt, total }) => [opensAt, total])).toEqual([
      [day, 30 * minute],
      [next, 10 * minute],
    ]);
    expect(second.unbroken).toBe(10 * minute);
  });

  it.each([
    [49, 'fine'],
    [50, 'near'],
    [59, 'near'],
    [60, 'reached'],
  ] as const)('%i of 60 are %s', (minutes, state) => {
    const one = begun(undefined, day, at(0));
    const door = { seats: [{ seat: 'interpreter', pseudonym: 'I-2222' }], interpretsFor: 60 } as never;
    expect(atWork(one, door, at(minutes))).toEqual({ minutes, limit: 60, state });
  });

  it('have the usual limit where the door says none: by the mode, for each who interprets', () => {
    const seats = [{ seat: 'interpreter', pseudonym: 'I-2222' }] as const;
    const two = [...seats, { seat: 'interpreter', pseudonym: 'I-3333' }] as const;
    expect(limitOf({ seats: [...seats] })).toBe(60);
    expect(limitOf({ seats: [...two], mode: 'simultaneous' })).toBe(60);
    expect(limitOf({ seats: [...seats], mode: 'simultaneous', interpretsFor: 20 })).toBe(20);
  });
});

const shown = async (here: Hearing, seat: Parameters<Hearing['view']>[0]) =>
  ((await here.view(seat)).body as { atWork?: object[] }).atWork;
const reached = async ({ memory, sessionId }: Hearing) =>
  (await entriesIn(memory, sessionId)).filter(({ action }) => action === 'interpreter.limit-reached');
const sweep = (here: Hearing) => repair(here.context, here.media);

describe('scenario 21, in the room: at 60 minutes a banner and an entry', () => {
  it('the clerk and the interpreter read the minutes, and nobody else', async () => {
    const here = await running(['prosecutor', 'witness', 'interpreter', 'support-officer']);
    here.forward(55 * minute);
    const mine = [{ pseudonym: pseudonymOf('interpreter'), minutes: 55, limit: 60, state: 'near' }];
    expect(await shown(here, 'clerk')).toEqual(mine);
    expect(await shown(here, 'interpreter')).toEqual(mine);
    for (const seat of ['prosecutor', 'witness', 'support-officer'] as const)
      expect(await shown(here, seat)).toBeUndefined();
  });

  it('is entered once, however often is looked, and once more only after a rest', async () => {
    const here = await running(['prosecutor', 'witness', 'interpreter']);
    here.forward(59 * minute);
    await sweep(here);
    expect(await reached(here)).toEqual([]);
    here.forward(minute);
    for (let time = 0; time < 3; time += 1) await sweep(here);
    const [entry, ...more] = await reached(here);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      actor: { system: 'rooms' },
      subject: { kind: 'interpreter', ref: pseudonymOf('interpreter') },
      details: { mode: 'consecutive', minutes: 60, limit: 60 },
    });
    // Nobody is cut off.
    expect((await here.view('clerk')).body).toMatchObject({ phase: 'open', atWork: [{ state: 'reached' }] });
    expect((await here.post('witness', 'pauses', { kind: 'pause' })).status).toBe(201);
    expect(await shown(here, 'clerk')).toBeUndefined();
    here.forward(5 * minute);
    expect((await here.post('witness', 'resumptions')).status).toBe(201);
    expect(await shown(here, 'clerk')).toMatchObject([{ minutes: 60, state: 'reached' }]);
    await sweep(here);
    expect(await reached(here)).toHaveLength(1);
    expect((await here.post('witness', 'pauses', { kind: 'pause' })).status).toBe(201);
    here.forward(10 * minute);
    expect((await here.post('witness', 'resumptions')).status).toBe(201);
    expect(await shown(here, 'clerk')).toMatchObject([{ minutes: 0, state: 'fine' }]);
    here.forward(60 * minute);
    await sweep(here);
    expect(await reached(here)).toHaveLength(2);
  });

  it('goes by what the door says of those who interpret, and by how', async () => {
    const here = await running(['witness', 'interpreter']);
    const set = { mode: 'simultaneous', interpretsFor: 30 };
    await here.memory.write([{ kind: 'update', key: doorKey(here.sessionId), set, onRefused: 'retry' }]);
    here.forward(30 * minute);
    await sweep(here);
    expect((await reached(here)).map(({ details }) => details)).toEqual([
      { mode: 'simultaneous', minutes: 30, limit: 30 },
    ]);
  });

  it('whoever is put out, or was never let in, works no more', async () => {
    const here = await running(['witness', 'interpreter']);
    here.forward(20 * minute);
    expect((await here.post('clerk', 'removals', { seat: 'interpreter' })).status).toBe(201);
    here.forward(60 * minute);
    await sweep(here);
    expect(await shown(here, 'clerk')).toBeUndefined();
    expect(await reached(here)).toEqual([]);
    const waits = await hearing();
    await waits.post('clerk', 'opening');
    await waits.arrive('interpreter');
    waits.forward(70 * minute);
    await sweep(waits);
    expect(await reached(waits)).toEqual([]);
  });
});
