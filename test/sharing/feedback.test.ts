import { beforeEach, describe, expect, it } from 'vitest';
import { parseTask, tasksPartition, tasksWithin } from '../../functions/notices/port/case-tasks.ts';
import { enterPerson } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { now } from '../support/prepared-case.ts';
import { shared, type Told } from './told.ts';

/** What comes back to the source of what was shared, and to the person through the one who holds contact. */

const days = (number: number) => new Date(now.getTime() + number * 24 * 60 * 60_000);
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
let here: Told;
beforeEach(async () => {
  here = await shared();
  await here.receive(here.first, 2);
});

/** The receipt is number 3, a use 4, feedback 5. */
const use = (by = here.first, at = now) => here.post('uses', { share: 2, use: 'arrest' }, by, at);
const feedBack = (mayBeTold: object = { is: 'now' }, at = now, by = here.first) =>
  here.post('feedback', { use: 4, words: 'It helped to find somebody.', mayBeTold }, by, at);
const notYet = (until: Date) => ({
  is: 'not-yet',
  reason: 'Others are still sought.',
  until: dayOf(until),
});
const tell = (telling: object, at: Date, feedback = 5) =>
  here.post('told', { feedback, telling }, here.holder, at);
const toldAt = (at: Date) => ({
  is: 'told',
  on: dayOf(at),
  how: 'in-person',
  with: 'interpreter',
  said: 'She was glad.',
});
const holders = async (at: Date) => (await here.read(here.holder, at)).body.shares[0].uses[0];

describe('a use', () => {
  it('opens feedback that is due in fourteen days, and late after them', async () => {
    expect(await use()).toMatchObject({ status: 201, body: { number: 4, dueAt: days(14).toISOString() } });
    const [task] = await here.tasks(here.first, days(13));
    expect(task).toMatchObject({ task: 'feedback', dueAt: days(14).toISOString(), late: false });
    expect(await here.tasks(here.first, days(14))).toMatchObject([{ task: 'feedback', late: true }]);
    expect(await holders(days(14))).toMatchObject({ use: 'arrest', late: true, feedback: [] });
    await feedBack({ is: 'now' }, days(15));
    expect(await here.tasks(here.first, days(15))).toEqual([]);
    expect(await holders(days(15))).toMatchObject({ late: false });
  });

  it('is entered by whoever read it, after consent has fallen too, and by nobody else', async () => {
    const colleague = await enterPerson(here.store, 'prosecutor', { agencyId: here.first.agencyId });
    expect(await use(colleague)).toMatchObject({ status: 404 });
    expect(await use(here.second)).toMatchObject({ body: { code: 'does-not-fit' } });
    await here.withdraw();
    expect((await use()).status).toBe(201);
  });

  it('needs that receipt was confirmed', async () => {
    here = await shared();
    expect(await use()).toMatchObject({ body: { code: 'does-not-fit', errors: [{ pointer: '/share' }] } });
  });

  it('is sealed in the log, as the words that come of it are', async () => {
    await use();
    await feedBack();
    const entries = (await entriesIn(here.store, here.caseId)).slice(-2);
    expect(entries.map(({ action, details }) => [action, details])).toEqual([
      ['information.used', { number: 4, share: 2 }],
      ['feedback.given', { number: 5, use: 4, mayBeTold: 'now' }],
    ]);
    for (const secret of ['arrest', 'find somebody']) expect(JSON.stringify(entries)).not.toContain(secret);
  });
});

describe('feedback', () => {
  beforeEach(async () => {
    await use();
  });

  it('is given by that authority on a use of its own', async () => {
    expect(await feedBack({ is: 'now' }, now, here.second)).toMatchObject({ body: { code: 'does-not-fit' } });
    const other = { use: 9, words: 'x', mayBeTold: { is: 'now' } };
    expect(await here.post('feedback', other, here.first)).toMatchObject({
      body: { code: 'does-not-fit', errors: [{ pointer: '/use' }] },
    });
    expect(await feedBack()).toMatchObject({ status: 201, body: { number: 5 } });
  });

  it('is told to the person by the one who holds contact, once, and that is entered', async () => {
    await feedBack();
    expect(await here.tasks(here.holder, days(6))).toMatchObject([{ task: 'tell', late: false }]);
    expect(await here.tasks(here.holder, days(7))).toMatchObject([{ task: 'tell', late: true }]);
    expect((await tell(toldAt(days(1)), days(2))).status).toBe(201);
    expect(await here.tasks(here.holder, days(9))).toEqual([]);
    expect((await holders(days(2))).feedback[0].telling).toMatchObject({
      is: 'told',
      on: dayOf(days(1)),
      how: 'in-person',
      said: 'She was glad.',
    });
    const seen = (await here.read(here.first, days(2))).body.shares[0].uses[0].feedback[0].telling;
    expect(seen).toEqual({ is: 'told', on: dayOf(days(1)) });
    expect(await tell(toldAt(days(1)), days(3))).toMatchObject({ body: { code: 'does-not-fit' } });
    const entry = (await entriesIn(here.store, here.caseId)).at(-1);
    expect(entry).toMatchObject({ action: 'feedback.told', details: { feedback: 5, told: 'told' } });
    expect(JSON.stringify(entry)).not.toContain('glad');
  });

  it('that comes after the person was told is to be told too', async () => {
    await feedBack();
    await tell(toldAt(days(1)), days(1));
    await feedBack({ is: 'now' }, days(2));
    expect(await here.tasks(here.holder, days(2))).toMatchObject([{ task: 'tell' }]);
    const said = (await holders(days(2))).feedback.map(
      ({ telling }: { telling?: object }) => telling !== undefined,
    );
    expect(said).toEqual([true, false]);
    expect((await tell(toldAt(days(3)), days(3), 7)).status).toBe(201);
  });

  it('is told neither before it came nor at a time to come', async () => {
    await feedBack({ is: 'now' }, days(1));
    for (const at of [now, days(5)])
      expect(await tell(toldAt(at), days(2))).toMatchObject({
        body: { code: 'does-not-fit', errors: [{ pointer: '/telling/on' }] },
      });
  });

  it('that the person is not to be told yet waits until then, or until the authority says otherwise', async () => {
    expect((await feedBack(notYet(days(10)))).status).toBe(201);
    expect(await tell(toldAt(days(2)), days(2))).toMatchObject({
      body: { code: 'does-not-fit', errors: [{ pointer: '/telling' }] },
    });
    expect(await here.tasks(here.holder, days(9))).toMatchObject([{ dueAt: days(17).toISOString() }]);
    expect((await feedBack({ is: 'now' }, days(3))).status).toBe(201);
    // What the authority said last is read first, and telling it tells both.
    expect(await tell(toldAt(days(4)), days(4))).toMatchObject({
      body: { code: 'does-not-fit', errors: [{ pointer: '/feedback' }] },
    });
    expect((await tell(toldAt(days(4)), days(4), 6)).status).toBe(201);
    expect((await holders(days(5))).feedback).toMatchObject([
      { telling: { is: 'told' } },
      { telling: { is: 'told' } },
    ]);
    expect(await here.tasks(here.holder, days(20))).toEqual([]);
  });

  it('that was to wait can be told once that time is over, whatever the authority forgot', async () => {
    await feedBack(notYet(days(10)));
    expect((await tell(toldAt(days(10)), days(10))).status).toBe(201);
  });

  it('waits for a time to come, and not for ever', async () => {
    for (const until of [now, days(91)])
      expect(await feedBack(notYet(until))).toMatchObject({
        body: { code: 'does-not-fit', errors: [{ pointer: '/mayBeTold/until' }] },
      });
    expect((await feedBack(notYet(days(90)))).status).toBe(201);
  });

  it('the one who holds contact may keep back for now, with a reason that stays with that agency', async () => {
    await feedBack();
    expect((await tell({ is: 'not-yet', reason: 'She is ill.' }, days(1))).status).toBe(201);
    expect(await here.tasks(here.holder, days(2))).toMatchObject([{ dueAt: days(8).toISOString() }]);
    expect((await holders(days(2))).feedback[0].telling).toMatchObject({ reason: 'She is ill.' });
    expect(JSON.stringify((await here.read(here.first, days(2))).body)).not.toContain('ill.');
    expect((await tell(toldAt(days(3)), days(3))).status).toBe(201);
  });

  it('that is not there cannot be told', async () => {
    expect(await tell(toldAt(now), days(1), 77)).toMatchObject({
      body: { code: 'does-not-fit', errors: [{ pointer: '/feedback' }] },
    });
  });
});

describe('whom it waits for, messages tell and chase', () => {
  const chased = async () =>
    (await here.store.query('notices', tasksPartition(here.caseId), tasksWithin)).map(parseTask);

  it('feedback from some days before it is due on, until it came; then whoever holds contact, to tell the person', async () => {
    await use();
    expect(await chased()).toEqual([
      {
        caseId: here.caseId,
        task: `feedback ${here.witness} 4`,
        personId: here.first.personId,
        since: days(10).toISOString(),
        dueAt: days(14).toISOString(),
      },
    ]);
    await feedBack();
    const telling = { caseId: here.caseId, task: `tell ${here.witness} 4`, holderOf: here.witness };
    expect(await chased()).toEqual([{ ...telling, since: now.toISOString(), dueAt: days(7).toISOString() }]);
    await tell({ is: 'not-yet', reason: 'Ill.' }, days(1));
    expect(await chased()).toEqual([
      { ...telling, since: days(8).toISOString(), dueAt: days(8).toISOString() },
    ]);
    await tell(toldAt(days(2)), days(2));
    expect(await chased()).toEqual([]);
  });

  it('not before the day until which the authority asks to wait', async () => {
    await use();
    await feedBack(notYet(days(5)));
    expect(await chased()).toMatchObject([
      { task: `tell ${here.witness} 4`, since: `${dayOf(days(5))}T00:00:00.000Z` },
    ]);
  });

  it('an asking, until it is answered; what is refused by rule waits for nobody', async () => {
    await here.post('asks', { purpose: 'another-case', why: 'For the other case.' }, here.first);
    expect(await chased()).toEqual([]);
    await here.post('asks', { purpose: 'compensation', why: 'For the claim.' }, here.first);
    expect(await chased()).toMatchObject([
      { holderOf: here.witness, since: now.toISOString(), dueAt: days(7).toISOString() },
    ]);
    const waits = (await here.read(here.first)).body.asks.find(
      (each: { state: string }) => each.state === 'waits',
    );
    expect((await here.post('declined-asks', { ask: waits.number }, here.holder)).status).toBe(201);
    expect(await chased()).toEqual([]);
  });
});
