import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { doorKey } from '../../functions/sessions/port/door.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { isPass, notingStore, scheduledStore } from '../support/faulty-store.ts';
import { hearing, running, type Hearing } from './hearing.ts';

/** On the day itself whoever is heard says that they take part, or not: no room opens and no pass is minted without it. */

let here: Hearing;
beforeEach(async () => {
  here = await hearing();
  here.asksItself();
});

const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => body.code ?? status;
const says = (takesPart: 'yes' | 'not-today', by: 'witness' | 'support-officer' = 'witness', at = here) =>
  at.post(by, 'today', { takesPart });
const shownTo = async (
  seat: 'clerk' | 'witness' | 'prosecutor' | 'support-officer' | 'interpreter',
  at = here,
) => {
  const { body } = await at.view(seat);
  return (body.seats as { seat: string; today?: string }[]).find((each) => each.seat === 'witness')?.today;
};

describe('until whoever is heard has said that they take part today', () => {
  it('no room is opened; then it is, by one press of theirs or of the officer beside them', async () => {
    expect(codeOf(await here.post('clerk', 'opening'))).toBe('not-confirmed-today');
    expect(await shownTo('clerk')).toBe('asked');
    expect(codeOf(await says('yes'))).toBe(201);
    expect(codeOf(await here.post('clerk', 'opening'))).toBe(201);
    const other = await hearing();
    other.asksItself();
    expect(codeOf(await says('yes', 'support-officer', other))).toBe(201);
    expect(codeOf(await other.post('clerk', 'opening'))).toBe(201);
  });

  it('what the officer said is hers once she has said it too, and no longer the officer’s to change', async () => {
    await says('not-today', 'support-officer');
    await says('not-today');
    expect(codeOf(await says('yes', 'support-officer'))).toBe('not-yours-to-resume');
    expect(await shownTo('witness')).toBe('not-today');
    expect(codeOf(await says('yes'))).toBe(201);
  });

  it('which is an entry of the session’s log, once', async () => {
    await says('yes');
    await says('yes');
    expect((await here.actions()).filter((action) => action === 'witness.said-today')).toHaveLength(1);
  });

  it('and is known to her, to the officer beside her and to whoever runs it, and to nobody else', async () => {
    await says('not-today', 'support-officer');
    for (const seat of ['clerk', 'witness', 'support-officer'] as const)
      expect([seat, await shownTo(seat)]).toEqual([seat, 'not-today']);
    for (const seat of ['prosecutor', 'interpreter'] as const)
      expect([seat, await shownTo(seat)]).toEqual([seat, undefined]);
  });

  it('and it is said by nobody else', async () => {
    for (const seat of ['clerk', 'prosecutor', 'interpreter'] as const)
      expect(codeOf(await here.post(seat, 'today', { takesPart: 'yes' }))).toBe('not-your-role');
  });

  it('and of that day alone: a day later it is asked again', async () => {
    await says('yes');
    here.forward(24 * 3_600_000);
    expect(codeOf(await says('yes'))).toBe('outside-window');
    expect(codeOf(await here.post('clerk', 'opening'))).toBe('outside-window');
  });
});

describe('a no', () => {
  it('takes the room away while it is in use, and the way in', async () => {
    const inside = await running(['prosecutor', 'support-officer', 'witness']);
    expect((await inside.post('witness', 'passes')).status).toBe(201);
    expect((await says('not-today', 'witness', inside)).body.phase).toBe('closed');
    expect(inside.mediaRooms.size).toBe(0);
    expect(codeOf(await inside.post('witness', 'passes'))).toBe('not-admitted');
    expect(codeOf(await inside.post('clerk', 'opening'))).toBe('not-confirmed-today');
  });

  it('of her own nobody turns into a yes; she can', async () => {
    await says('not-today');
    expect(codeOf(await says('yes', 'support-officer'))).toBe('not-yours-to-resume');
    expect(await shownTo('witness')).toBe('not-today');
    expect(codeOf(await says('yes'))).toBe(201);
    expect(codeOf(await here.post('clerk', 'opening'))).toBe(201);
  });

  it('and a yes of the officer’s are no way round a stop: whoever pressed it says go on', async () => {
    const inside = await running(['prosecutor', 'support-officer', 'witness']);
    for (const [seat, kind] of [
      ['witness', 'stop'],
      ['clerk', 'pause'],
    ] as const)
      expect(codeOf(await inside.post(seat, 'pauses', { kind }))).toBe(201);
    expect((await says('not-today', 'support-officer', inside)).body.phase).toBe('closed');
    expect(codeOf(await says('yes', 'support-officer', inside))).toBe(201);
    const opened = await inside.post('clerk', 'opening');
    expect([opened.status, opened.body.phase]).toEqual([201, 'paused']);
    expect(inside.mediaRooms.size).toBe(0);
    for (const seat of ['witness', 'prosecutor'] as const)
      expect(codeOf(await inside.post('clerk', 'admissions', { seat }))).toBe(201);
    expect(codeOf(await inside.post('prosecutor', 'passes'))).toBe('room-paused');
    expect((await inside.post('clerk', 'resumptions')).body.phase).toBe('paused');
    expect(codeOf(await inside.post('clerk', 'opening'))).toBe('room-paused');
    expect((await inside.post('witness', 'resumptions')).body.phase).toBe('open');
    expect(codeOf(await inside.post('witness', 'passes'))).toBe(201);
  });

  it('of her own ends her own stop with her own yes, and nobody else’s', async () => {
    const inside = await running(['prosecutor', 'support-officer', 'witness']);
    await inside.post('witness', 'pauses', { kind: 'stop' });
    await inside.post('clerk', 'pauses', { kind: 'pause' });
    await says('not-today', 'witness', inside);
    await says('yes', 'witness', inside);
    const pausing = (await inside.view('clerk')).body.pauses.map(({ seat }: { seat: string }) => seat);
    expect(pausing).toEqual(['clerk']);
    // Whoever goes on while the room is closed opens none.
    expect((await inside.post('clerk', 'resumptions')).body.phase).toBe('closed');
    expect((await inside.post('clerk', 'opening')).body.phase).toBe('open');
  });

  it('goes with a session that is moved on its day, and not to another day', async () => {
    await says('not-today');
    const moved = async (hours: number) => {
      const key = doorKey(here.sessionId);
      const [door] = await here.memory.get([key]);
      const later = (at: unknown) => new Date(Date.parse(at as string) + hours * 3_600_000).toISOString();
      const set = { opensAt: later(door?.['opensAt']), closesAt: later(door?.['closesAt']) };
      await here.memory.write([
        { kind: 'update', key, set, when: { version: door?.['version'] as number }, onRefused: 'retry' },
      ]);
    };
    await moved(1 / 60);
    expect(await shownTo('witness')).toBe('not-today');
    expect(codeOf(await says('yes', 'support-officer'))).toBe('not-yours-to-resume');
    await moved(6);
    here.forward(6 * 3_600_000);
    expect(codeOf(await says('yes', 'support-officer'))).toBe('not-yours-to-resume');
    await moved(24);
    here.forward(24 * 3_600_000);
    expect(await shownTo('witness')).toBe('asked');
    expect(codeOf(await says('yes', 'support-officer'))).toBe(201);
  });

  it('of one day of several is not that of the next, however soon it begins', async () => {
    const key = doorKey(here.sessionId);
    const windows = [
      { opensAt: '2026-11-25T02:00:00.000Z', closesAt: '2026-11-25T06:00:00.000Z' },
      { opensAt: '2026-11-25T13:00:00.000Z', closesAt: '2026-11-25T15:00:00.000Z' },
    ];
    const set = { windows, closesAt: '2026-11-25T15:00:00.000Z' };
    await here.memory.write([{ kind: 'update', key, set, when: { version: 1 }, onRefused: 'retry' }]);
    await says('yes');
    expect(await shownTo('witness')).toBe('yes');
    here.forward(10 * 3_600_000);
    expect(await shownTo('witness')).toBe('asked');
  });

  it('that the officer entered the officer can take back, since it was told to them', async () => {
    await says('not-today', 'support-officer');
    expect(codeOf(await says('yes', 'support-officer'))).toBe(201);
  });
});

it('in whatever order her no and passes come, none of anybody is written after it', async () => {
  const among = ['prosecutor', 'support-officer', 'witness'] as const;
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const inside = await running(among);
      const written: string[] = [];
      const noting = (store: Store) =>
        notingStore(store, written, (change) => {
          if (isPass(change)) return 'pass';
          return change.kind === 'put' &&
            change.item.sk === 'room' &&
            JSON.stringify(change.item).includes('not-today')
            ? 'no'
            : undefined;
        });
      inside.breakInto((store) => scheduledStore(noting(store), scheduler));
      const passes = among.map((seat) => inside.post(seat, 'passes'));
      const no = says('not-today', 'witness', inside);
      await scheduler.waitFor(Promise.all([...passes, no]));
      expect((await no).status).toBe(201);
      expect(written.slice(written.indexOf('no')).filter((each) => each === 'pass')).toEqual([]);
    }),
    { numRuns: 20 },
  );
}, 20_000);
