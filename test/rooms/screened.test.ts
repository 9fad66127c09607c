import { describe, expect, it } from 'vitest';
import { bench, counsel, hearing, onBothSides, pseudonymOf, type Hearing } from './hearing.ts';
import { machinesCarry } from './machines/turns.ts';

/** Screening: the accused's side has a room of its own, and is never in another, neither before nor during nor after. */

const ok = { status: 201 };
const both = { ...bench, ...counsel, accused: onBothSides.accused };

const roomOf = (token: string): string => token.split(' ')[0] ?? '';
async function opened(): Promise<{ here: Hearing; carry: () => Promise<void> }> {
  const here = await hearing(undefined, both, 'testimony');
  expect(await here.post('judge', 'opening')).toMatchObject(ok);
  const { carry } = await machinesCarry(here);
  return { here, carry };
}
const letIn = async (here: Hearing, seat: 'accused' | 'witness' | 'interpreter' | 'defence-counsel') => {
  await here.arrive(seat);
  expect(await here.post('judge', 'admissions', { seat })).toMatchObject(ok);
};
const passOf = async (here: Hearing, seat: Parameters<Hearing['post']>[0], body: object = {}) =>
  here.post(seat, 'passes', body);
const seenBy = async (here: Hearing, seat: 'accused' | 'witness' | 'defence-counsel') =>
  JSON.stringify((await here.view(seat)).body);

describe('scenario 24: victim and accused both on link; screening set: no shared room ever, and neither sees the other', () => {
  it('in the lobby, in the hearing, called in and stood down, in a pause and after its end', async () => {
    const { here, carry } = await opened();
    const rooms = { accused: new Set<string>(), witness: new Set<string>() };
    const bothTry = async () => {
      await carry();
      for (const seat of ['accused', 'witness'] as const) {
        const views = (await here.view(seat)).body.places as { room: string }[];
        for (const { room } of views) {
          const told = await passOf(here, seat, { room });
          if (told.status === 201) rooms[seat].add(roomOf(told.body.token));
        }
        for (const room of ['hearing', 'screened', `witness-${pseudonymOf('witness')}`])
          if (!views.some((each) => each.room === room))
            expect((await passOf(here, seat, { room })).status).toBe(409);
      }
    };
    await bothTry();
    await letIn(here, 'accused');
    await letIn(here, 'witness');
    await bothTry();
    expect(await here.post('judge', 'callings')).toMatchObject(ok);
    await bothTry();
    expect((await here.view('witness')).body.places).toMatchObject([{ room: 'hearing' }]);
    expect((await here.view('accused')).body.places).toMatchObject([{ room: 'screened' }]);
    expect(await here.post('witness', 'pauses', { kind: 'pause' })).toMatchObject(ok);
    await bothTry();
    expect(await here.post('witness', 'resumptions')).toMatchObject(ok);
    await bothTry();
    expect(await here.post('judge', 'standings-down')).toMatchObject(ok);
    await bothTry();
    expect(await here.post('judge', 'ending')).toMatchObject(ok);
    for (const seat of ['accused', 'witness'] as const)
      expect((await passOf(here, seat)).body).toMatchObject({ code: 'room-ended' });
    expect(rooms.accused.size).toBeGreaterThanOrEqual(2);
    expect(rooms.witness.size).toBeGreaterThanOrEqual(4);
    expect([...rooms.accused].filter((room) => rooms.witness.has(room))).toEqual([]);
  });

  it('neither page shows the other, by whatever name; nor that the other came, paused or went', async () => {
    const { here, carry } = await opened();
    await letIn(here, 'accused');
    await letIn(here, 'defence-counsel');
    await letIn(here, 'interpreter');
    await carry();
    const before = await Promise.all([seenBy(here, 'accused'), seenBy(here, 'defence-counsel')]);
    await letIn(here, 'witness');
    await here.post('judge', 'callings');
    await carry();
    // What the two see of themselves is the same as before she came: their rooms were not made anew either.
    expect(await Promise.all([seenBy(here, 'accused'), seenBy(here, 'defence-counsel')])).toEqual(before);
    await here.post('witness', 'pauses', { kind: 'stop' });
    const paused = (await here.view('accused')).body;
    expect(paused).toMatchObject({ phase: 'paused', pauses: [] });
    for (const text of [...before, JSON.stringify(paused)])
      for (const hers of ['witness', 'interpreter', 'support-officer'] as const)
        expect(text).not.toContain(pseudonymOf(hers));
    expect(await seenBy(here, 'witness')).not.toContain(pseudonymOf('accused'));
  });

  it('the court sees and hears the screened side as somebody who is not there', async () => {
    const { here } = await opened();
    await letIn(here, 'accused');
    expect((await here.view('judge')).body.places).toMatchObject([
      { room: 'hearing' },
      { room: 'screened', as: 'viewer' },
    ]);
    expect(await passOf(here, 'judge', { room: 'screened' })).toMatchObject({ body: { sends: 'nothing' } });
    expect((await here.view('accused')).body).toMatchObject({ places: [{ room: 'screened' }] });
  });
});
