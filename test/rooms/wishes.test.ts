import { describe, expect, it } from 'vitest';
import {
  parseStanding,
  putStanding,
  standingKey,
  type Standing,
} from '../../functions/cases/port/standing.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';
import { hearing, onBothSides, pseudonymOf, type Hearing } from './hearing.ts';

/** What somebody who is heard wished for the session: in camera, nobody listens, whatever the clerk does. */

const wish = async ({ memory, caseId }: Hearing, wishes: Standing['wishes']) => {
  const whose = { caseId, pseudonym: pseudonymOf('witness'), gate: 'consent' } as const;
  const [before] = await memory.get([standingKey(whose.caseId, whose.pseudonym, whose.gate)]);
  await memory.write([
    putStanding(whose, parseStanding(before), {
      state: 'open',
      recordedAt: parseInstant('2026-11-25T01:00:00.000Z'),
      leafHash: 'AAAA',
      ...(wishes === undefined ? {} : { wishes }),
    }),
  ]);
};
const ok = { status: 201 };
async function open(): Promise<Hearing> {
  const here = await hearing(undefined, { observer: onBothSides.observer });
  expect(await here.post('clerk', 'opening')).toMatchObject(ok);
  expect(await here.arrive('observer')).toMatchObject(ok);
  return here;
}
const admit = (here: Hearing) => here.post('clerk', 'admissions', { seat: 'observer' });

describe('who wished to be heard in camera', () => {
  it('is heard by no observer: the clerk is told why, and the observer that it is not time', async () => {
    const here = await open();
    await wish(here, ['in-camera', 'no-recording']);
    expect((await admit(here)).body).toMatchObject({ code: 'wished-in-camera' });
    expect((await here.post('observer', 'passes')).status).toBe(409);
    expect(JSON.stringify((await here.post('observer', 'passes')).body)).not.toContain('wished');
  });

  it('and says so when an observer is in already: from then on there is no pass for them', async () => {
    const here = await open();
    await wish(here, undefined);
    expect(await admit(here)).toMatchObject(ok);
    expect(await here.post('observer', 'passes')).toMatchObject(ok);
    await wish(here, ['in-camera']);
    // Nothing that tells whose word it is.
    expect((await here.post('observer', 'passes')).body).toMatchObject({ code: 'in-camera' });
    await wish(here, ['no-recording']);
    expect(await here.post('observer', 'passes')).toMatchObject(ok);
  });

  it('and so is who wished to be altered, which one room does for nobody', async () => {
    const here = await open();
    await wish(here, ['altered']);
    expect((await admit(here)).body).toMatchObject({ code: 'wished-in-camera' });
    expect((await here.post('observer', 'passes')).status).toBe(409);
  });

  it('has everybody else there', async () => {
    const here = await open();
    await wish(here, ['in-camera']);
    for (const seat of ['prosecutor', 'witness', 'interpreter'] as const) {
      await here.arrive(seat);
      expect(await here.post('clerk', 'admissions', { seat })).toMatchObject(ok);
      expect(await here.post(seat, 'passes')).toMatchObject(ok);
    }
  });
});
