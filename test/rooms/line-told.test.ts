import { expect, it } from 'vitest';
import { entriesIn } from '../support/log-entries.ts';
import { running } from './hearing.ts';

/** What somebody's line carries, as their own page says: entered with whose it is, and of nobody who is not in. */

it('is entered each time, with whose page said it, and moves neither room nor door', async () => {
  const here = await running(['witness', 'prosecutor']);
  const before = here.versions().filter(([, item]) => item !== 'head');
  for (const pictures of ['own', 'none', 'own', 'all']) {
    expect((await here.post('witness', 'lines', { pictures })).status).toBe(201);
    here.forward(1_000);
  }
  expect(here.versions().filter(([, item]) => item !== 'head')).toEqual(before);
  await here.actions();
  const told = (await entriesIn(here.memory, here.sessionId)).filter(
    ({ action }) => action === 'seat.line-told',
  );
  expect(told.map(({ actor, details }) => [actor, details])).toEqual(
    ['own', 'none', 'own', 'all'].map((pictures) => [{ role: 'witness', pseudonym: 'W-2222' }, { pictures }]),
  );
});

it('is told by whoever is in, and a flood of it stops at its limit', async () => {
  const here = await running(['witness']);
  expect((await here.post('prosecutor', 'lines', { pictures: 'none' })).body.code).toBe('not-admitted');
  expect((await here.post('witness', 'lines', { pictures: 'some' })).status).toBe(400);
  for (let times = 0; times < 20; times += 1) await here.post('witness', 'lines', { pictures: 'none' });
  expect((await here.post('witness', 'lines', { pictures: 'none' })).body.code).toBe('asked-too-often');
  // Her pause waits for none of it.
  expect((await here.post('witness', 'pauses', { kind: 'pause' })).status).toBe(201);
  await here.post('clerk', 'ending');
  expect((await here.post('witness', 'lines', { pictures: 'all' })).body.code).toMatch(
    /room-ended|not-admitted/,
  );
});
