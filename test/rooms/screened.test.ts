import { describe, expect, it } from 'vitest';
import { hearing, onBothSides, pseudonymOf, type Hearing } from './hearing.ts';

/** Screening in a session that has one room: whoever is kept apart is never in it, neither before nor during nor after. */

const ok = { status: 201 };
const apart = { status: 409, body: { code: 'kept-apart' } };

const tries = async (here: Hearing) => {
  expect(await here.post('clerk', 'admissions', { seat: 'accused' })).toMatchObject(apart);
  expect(await here.post('accused', 'passes')).toMatchObject({ status: 409 });
};
const seenBy = async (here: Hearing, seat: 'accused' | 'witness') =>
  JSON.stringify((await here.view(seat)).body);

describe('24: Victim and accused both on link; screening set: no shared room ever, and neither sees the other', () => {
  it('in the lobby, in the session, in a pause and after its end', async () => {
    const here = await hearing(undefined, { accused: onBothSides.accused }, 'testimony');
    expect(await here.arrive('accused')).toMatchObject(ok);
    await tries(here);
    expect(await here.post('clerk', 'opening')).toMatchObject(ok);
    expect(await here.arrive('accused')).toMatchObject(ok);
    expect(await here.arrive('witness')).toMatchObject(ok);
    // Both wait at the door.
    await tries(here);
    expect(await here.post('clerk', 'admissions', { seat: 'witness' })).toMatchObject(ok);
    expect(await here.post('witness', 'passes')).toMatchObject(ok);
    await tries(here);
    expect(await here.post('witness', 'pauses', { kind: 'pause' })).toMatchObject(ok);
    await tries(here);
    expect(await here.post('witness', 'resumptions')).toMatchObject(ok);
    await tries(here);
    expect(await here.post('clerk', 'ending')).toMatchObject(ok);
    expect((await here.post('accused', 'passes')).body).toMatchObject({ code: 'room-ended' });
    expect((await here.post('clerk', 'admissions', { seat: 'accused' })).body).toMatchObject({
      code: 'room-ended',
    });
    expect((await here.actions()).filter((action) => action === 'pass.minted')).toHaveLength(1);
  });

  it('neither page shows the other, by whatever name', async () => {
    const here = await hearing(undefined, { accused: onBothSides.accused }, 'testimony');
    await here.post('clerk', 'opening');
    await here.arrive('accused');
    await here.arrive('witness');
    expect(await seenBy(here, 'accused')).not.toContain(pseudonymOf('witness'));
    expect(await seenBy(here, 'witness')).not.toContain(pseudonymOf('accused'));
    await here.post('clerk', 'admissions', { seat: 'witness' });
    expect(await seenBy(here, 'accused')).not.toContain(pseudonymOf('witness'));
  });
});
