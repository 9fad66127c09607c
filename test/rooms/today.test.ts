import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
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
