import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { standingKeys, standingsIn } from '../../functions/cases/port/standing.ts';
import type { Item } from '../../functions/shared/store/store.ts';
import { readByKey } from '../../functions/shared/store/read-by-key.ts';
import { witnessesApp } from '../../functions/witnesses/routes.ts';
import { fullGo } from '../support/consent-and-plan.ts';
import { newKey } from '../support/http.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { admitted, nameParty, now } from '../support/prepared-case.ts';
import { book } from '../support/session-verbs.ts';
import { apart, court, free, screened, type Court } from './court.ts';

/** Orders of a court: asked for, the defence heard, made, changed and lifted by a judge of the case, and by nobody else. */

let here: Court;
beforeEach(async () => {
  here = await court();
});

const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const heard = { defence: { was: 'heard' } };
const all = () => new Map(here.store.items);
const log = () => entriesIn(here.store, here.prepared.caseId);

describe('an order', () => {
  it('is asked for, the defence is heard, and a judge makes it; each is entered, and why is sealed', async () => {
    const secret = { forTheJudge: 'She saw his brother at the bus.' };
    expect(await here.apply(screened, 'support-officer', secret)).toMatchObject({
      status: 201,
      body: { step: 1 },
    });
    expect(await here.ordered()).toEqual([]);
    expect(await here.state()).toMatchObject({ status: 201, body: { step: 2 } });
    expect(await here.decide(here.order(screened, heard), 2)).toMatchObject({
      status: 201,
      body: { step: 3 },
    });
    expect(await here.ordered()).toEqual([
      { protected: here.prepared.witness, from: here.accused, measures: screened },
    ]);
    const entries = (await log()).slice(-3);
    expect(entries.map(({ action }) => action)).toEqual([
      'order.asked-for',
      'order.defence-stated',
      'order.made',
    ]);
    expect(entries[2]).toMatchObject({
      details: { protected: here.prepared.witness, from: here.accused, seen: 'not', defenceHeard: true },
    });
    expect(JSON.stringify(entries)).not.toMatch(/afraid|bus|wants to see|in court/);
  });

  it('can be made on the court’s own motion, where it is said why the defence was not heard', async () => {
    expect(await here.decide(here.order(apart), 0)).toMatchObject({ status: 201 });
    expect((await log()).at(-1)).toMatchObject({ action: 'order.made', details: { defenceHeard: false } });
  });

  it('is not made unheard by saying that the defence was heard, nor by leaving out what it said', async () => {
    await here.apply();
    expect((await here.decide(here.order(screened, heard), 1)).body.code).toBe('defence-not-heard');
    await here.state();
    expect((await here.decide(here.order(screened), 2)).body.code).toBe('does-not-fit');
    // What was said on the order of before is not said on the next one.
    await here.decide(here.order(screened, heard), 2);
    expect((await here.decide(here.order(apart, heard), 3)).body.code).toBe('defence-not-heard');
  });

  it('is changed and lifted; what was before stays readable', async () => {
    await here.decide(here.order(apart), 0);
    await here.decide(here.order(screened), 1, 'judge', hours(1));
    expect(await here.ordered(hours(1))).toMatchObject([{ measures: screened }]);
    const lift = { decision: 'lift', about: here.pair, defence: here.order(free).defence };
    expect(await here.decide(lift, 2, 'judge', hours(2))).toMatchObject({ status: 201 });
    expect(await here.ordered(hours(2))).toEqual([]);
    expect((await log()).slice(-3).map(({ action }) => action)).toEqual([
      'order.made',
      'order.changed',
      'order.lifted',
    ]);
    const [matter] = (await here.read('judge', hours(2))).body.matters;
    expect(matter.now).toBeUndefined();
    expect(matter.kept).toEqual(apart);
    expect(matter.steps.map((step: { decision: string }) => step.decision)).toEqual([
      'lifted',
      'changed',
      'made',
    ]);
    expect(matter.steps[2]).toMatchObject({ measures: apart, from: now.toISOString() });
  });

  it('holds from its beginning until its end, and one that is ahead takes nothing from the one that holds', async () => {
    await here.decide(here.order(free), 0);
    const ahead = { from: hours(2).toISOString(), until: hours(4).toISOString() };
    await here.decide(here.order(screened, ahead), 1);
    expect(await here.ordered(hours(1))).toMatchObject([{ measures: free }]);
    expect(await here.ordered(hours(3))).toMatchObject([{ measures: screened }]);
    // What it only interrupted goes on.
    expect(await here.ordered(hours(4))).toMatchObject([{ measures: free }]);
    expect((await here.read('judge')).body.matters[0].ahead).toMatchObject([
      ahead,
      { from: ahead.until, measures: free, lifted: false },
    ]);
    expect((await log()).at(-1)?.details['ends']).toBeUndefined();
  });

  it('with an end takes nothing from what was ordered for after it; where nothing was, nothing is', async () => {
    await here.decide(here.order(apart, { from: hours(10).toISOString() }), 0);
    await here.decide(here.order(screened, { until: hours(2).toISOString() }), 1);
    const at = async (count: number) => (await here.ordered(hours(count))).map(({ measures }) => measures);
    expect([await at(1), await at(3), await at(11)]).toEqual([[screened], [], [apart]]);
    // One that lasts into it holds until its own end, and the later one goes on from there.
    const until = hours(12).toISOString();
    await here.decide(here.order(free, { from: hours(8).toISOString(), until }), 2);
    expect([await at(9), await at(11), await at(12)]).toEqual([[free], [free], [apart]]);
    expect((await log()).at(-1)?.details['ends']).toBeUndefined();
  });

  it('without an end takes the place of what was ordered for later, and its entry says which', async () => {
    const leafs = async () => {
      const [item = {}] = await here.store.query('orders', `case#${here.prepared.caseId}`, {
        prefix: 'standing#',
      });
      return ((item as Item)['periods'] as { leafHash: string }[]).map(({ leafHash }) => leafHash);
    };
    await here.decide(here.order(free), 0);
    await here.decide(here.order(screened, { from: hours(2).toISOString() }), 1);
    const [first, second] = await leafs();
    await here.decide(here.order(apart, { from: hours(1).toISOString() }), 2);
    expect((await log()).at(-1)).toMatchObject({ action: 'order.changed', details: { ends: [second] } });
    const lift = { decision: 'lift', about: here.pair, defence: here.order(free).defence };
    const third = (await leafs()).at(-1);
    await here.decide(lift, 3);
    expect((await log()).at(-1)).toMatchObject({ action: 'order.lifted', details: { ends: [first, third] } });
    expect(await here.ordered(hours(5))).toEqual([]);
  });

  it('does not reach back, does not end before it begins, and ends nothing that is not there', async () => {
    const before = all();
    for (const days of [
      { from: hours(-1).toISOString() },
      { from: hours(2).toISOString(), until: hours(1).toISOString() },
      { until: now.toISOString() },
    ])
      expect((await here.decide(here.order(apart, days), 0)).body.code).toBe('does-not-fit');
    const { defence } = here.order(free);
    for (const ruling of [
      { decision: 'lift', about: here.pair, defence },
      { decision: 'decline', about: here.pair },
    ])
      expect((await here.decide(ruling, 0)).body.code).toBe('nothing-to-decide');
    expect(all()).toEqual(before);
  });

  it('that is declined leaves what stood', async () => {
    await here.decide(here.order(screened), 0);
    await here.apply(apart, 'victims');
    expect(await here.decide({ decision: 'decline', about: here.pair }, 2)).toMatchObject({ status: 201 });
    expect(await here.ordered()).toMatchObject([{ measures: screened }]);
    expect((await log()).at(-1)).toMatchObject({ action: 'order.declined' });
  });

  it('cannot have changes ahead without end', async () => {
    const told: number[] = [];
    for (let at = 1; at < 12; at += 1) {
      const made = told.filter((status) => status === 201).length;
      told.push((await here.decide(here.order(apart, { from: hours(at).toISOString() }), made)).status);
    }
    expect(told.filter((status) => status === 201).length).toBeLessThan(11);
    expect(told.at(-1)).toBe(422);
  });
});

describe('nobody but a judge of the case decides', () => {
  it('not the prosecutor, not counsel, not the clerk; nothing is changed', async () => {
    const before = all();
    for (const by of ['prosecutor', 'defence', 'victims', 'clerk', 'support-officer'] as const)
      expect((await here.decide(here.order(free), 0, by)).body.code).toBe('not-your-role');
    expect(all()).toEqual(before);
  });

  it('not a judge of another case, to whom this one is not there', async () => {
    const other = await enterPerson(here.store, 'judge');
    expect((await here.decide(here.order(free), 0, other)).body.code).toBe('not-found');
    expect((await here.read(other)).body.code).toBe('not-found');
  });

  it('not somebody who was a judge when the case was opened', async () => {
    const was = here.who('judge');
    expect((await here.decide(here.order(free), 0, { ...was, role: 'prosecutor' })).body.code).toBe(
      'not-your-role',
    );
    expect((await here.read({ ...was, role: 'prosecutor' })).body.code).toBe('not-your-role');
  });

  it('and of two judges at once one: the other is told to read again', async () => {
    const told = await Promise.all([here.decide(here.order(free), 0), here.decide(here.order(apart), 0)]);
    expect(told.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(told.find(({ status }) => status === 409)?.body.code).toBe('changed-meanwhile');
    expect(await here.ordered()).toHaveLength(1);
  });

  it('and no decision on what has moved since it was read', async () => {
    await here.apply();
    await here.apply(apart, 'prosecutor');
    expect((await here.decide(here.order(screened), 1)).body.code).toBe('changed-meanwhile');
  });

  it('a request that is sent again is answered again, and decides nothing twice', async () => {
    const key = newKey();
    const first = await here.decide(here.order(free), 0, 'judge', now, key);
    await here.decide(here.order(apart), 1);
    const before = all();
    expect(await here.decide(here.order(free), 0, 'judge', now, key)).toEqual(first);
    expect(all()).toEqual(before);
    expect(await here.ordered()).toMatchObject([{ measures: apart }]);
  });
});

describe('who asks', () => {
  it('speaks for somebody: the one who holds contact, her counsel, the prosecutor', async () => {
    for (const by of ['support-officer', 'victims', 'prosecutor'] as const)
      expect((await here.apply(screened, by)).status).toBe(201);
    const turned = { ...here.pair, protected: here.accused, from: here.prepared.witness };
    for (const by of ['support-officer', 'victims'] as const)
      expect(
        (await here.post('applications', { wanted: { ...turned, measures: apart }, ground: 'x' }, by)).body
          .code,
      ).toBe('not-your-role');
  });

  it('cannot bury the court: three that wait are enough', async () => {
    for (let count = 0; count < 3; count += 1) await here.apply();
    expect((await here.apply()).body.code).toBe('waits-for-judge');
    for (let count = 0; count < 3; count += 1) await here.state();
    expect((await here.state()).body.code).toBe('waits-for-judge');
    await here.decide({ decision: 'decline', about: here.pair }, 6);
    expect((await here.apply()).status).toBe(201);
  });

  it('asks about two people of this case, or a session of it', async () => {
    const { sessionId } = (await book(here.prepared, '2027-03-02T09:00')).body;
    const inCamera = { kind: 'in-camera', sessionId };
    for (const wanted of [
      { ...here.pair, measures: apart, from: 'R-2222' === here.accused ? 'R-4444' : 'R-2222' },
      { ...here.pair, measures: apart, from: here.prepared.witness },
      { ...inCamera, sessionId: here.prepared.caseId },
    ])
      expect((await here.post('applications', { wanted, ground: 'x' }, 'prosecutor')).body.code).toBe(
        'does-not-fit',
      );
    expect((await here.post('applications', { wanted: inCamera, ground: 'x' }, 'victims')).status).toBe(201);
    // A session of another case is none of this one's.
    const other = await court();
    expect(
      (await other.post('applications', { wanted: inCamera, ground: 'x' }, 'prosecutor')).body.code,
    ).toBe('does-not-fit');
  });
});

describe('the defence', () => {
  it('is heard on what is about its client, and learns of nothing else that it is there', async () => {
    const other = await nameParty(here.prepared, 'accused');
    const stranger = await admitted(here.prepared, 'defence-counsel', other);
    await here.apply();
    expect((await here.state(stranger)).body.code).toBe('nothing-to-decide');
    expect((await here.read(stranger)).body).toEqual({
      matters: [],
      testimony: [],
      people: [],
      mayAskFor: [],
      decides: false,
    });
    expect((await here.read('defence')).body.matters).toHaveLength(1);
  });

  it('learns of a session in camera where its client or counsel sits in it, and of no other', async () => {
    const { sessionId } = (await book(here.prepared, '2027-03-02T09:00')).body;
    const about = { kind: 'in-camera', sessionId } as const;
    expect((await here.post('applications', { wanted: about, ground: 'x' }, 'prosecutor')).status).toBe(201);
    const readsIt = async (by: Parameters<typeof here.read>[0]) =>
      (await here.read(by)).body.matters.length === 1;
    const say = () => here.post('statements', { about, statement: 'Let the public in.' }, 'defence');
    // The witness sits in it: her counsel and the one who holds contact read what is about her.
    for (const by of ['judge', 'victims', 'support-officer'] as const) expect(await readsIt(by)).toBe(true);
    expect(await readsIt('defence')).toBe(false);
    expect((await say()).body.code).toBe('nothing-to-decide');
    const key = doorKey(sessionId as string);
    const [door] = await here.store.get([key]);
    const seats = [...parseDoor(door).seats, { seat: 'accused', pseudonym: here.accused }];
    await here.store.write([{ kind: 'update', key, set: { seats }, onRefused: 'retry' }]);
    expect(await readsIt('defence')).toBe(true);
    expect((await say()).status).toBe(201);
  });

  it('reads what was asked and why, and never what is for the judge alone', async () => {
    await here.apply(screened, 'support-officer', { forTheJudge: 'She saw his brother at the bus.' });
    await here.state();
    for (const by of ['defence', 'victims', 'prosecutor', 'clerk'] as const) {
      const told = JSON.stringify((await here.read(by)).body);
      expect(told).toContain('She is afraid.');
      expect(told).not.toContain('brother');
    }
    for (const by of ['judge', 'support-officer'] as const)
      expect(JSON.stringify((await here.read(by)).body)).toContain('brother');
  });
});

describe('where plan and order differ', () => {
  const planned = (...noContact: string[]) =>
    ask(
      witnessesApp(contextOver(here.store, now)),
      actorOf(here.who('support-officer')),
      'POST',
      `/api/witnesses/${here.prepared.caseId}/${here.prepared.witness}/risk-plan`,
      { ...fullGo, noContact },
    );

  it('the stricter holds until the judge rules on what the plan asks, and then the ruling', async () => {
    await here.decide(here.order(free), 0);
    expect((await planned(`${here.accused}, who hired her`)).status).toBe(201);
    const [before] = (await here.read('judge')).body.matters;
    expect(before).toMatchObject({ differs: true, plan: apart, kept: apart });
    await here.decide(here.order(screened, { overPlan: apart }), 1);
    const [after] = (await here.read('judge')).body.matters;
    expect(after).toMatchObject({ differs: false, kept: screened });
  });

  it('nobody rules on what the plan does not ask', async () => {
    expect((await here.decide(here.order(free, { overPlan: apart }), 0)).body.code).toBe('changed-meanwhile');
    await planned(here.accused);
    expect((await here.decide(here.order(free, { overPlan: screened }), 0)).body.code).toBe(
      'changed-meanwhile',
    );
  });

  it('that the plan asks anything is told to the judge and to the one who holds contact alone', async () => {
    await planned(here.accused);
    await here.decide(here.order(free), 0);
    for (const by of ['judge', 'support-officer'] as const)
      expect((await here.read(by)).body.matters[0]).toMatchObject({ plan: apart, differs: true });
    for (const by of ['defence', 'victims', 'prosecutor', 'clerk'] as const) {
      const [matter] = (await here.read(by)).body.matters;
      expect(matter).toMatchObject({ differs: false });
      expect(matter).not.toHaveProperty('plan');
      // As if there were no plan: that it were left out would tell that there is one.
      expect(matter).toMatchObject({ kept: free });
    }
  });

  it('whoever asks for measures between any two is told the same, whether the plan names one of them or not', async () => {
    const one = await nameParty(here.prepared, 'observer');
    const other = await nameParty(here.prepared, 'observer');
    await planned(one);
    const told = new Map<string, unknown>();
    for (const from of [one, other]) {
      const wanted = { ...here.pair, from, measures: screened };
      expect((await here.apply(screened, 'prosecutor', { wanted })).status).toBe(201);
      for (const by of ['prosecutor', 'clerk', 'victims'] as const) {
        const { matters } = (await here.read(by)).body;
        const matter = (matters as { about: { from?: string } }[]).find((each) => each.about.from === from);
        const { about: _, steps: __, ...rest } = (matter ?? {}) as Record<string, unknown>;
        const before = told.get(by);
        if (before === undefined) told.set(by, rest);
        else expect(rest).toEqual(before);
      }
    }
  });

  it('a plan that names somebody whom the case does not have is refused: it would look like screening', async () => {
    const nobody = here.accused === 'R-2222' ? 'R-4444' : 'R-2222';
    expect((await planned('the uncle', nobody)).body).toMatchObject({
      code: 'does-not-fit',
      errors: [{ pointer: '/noContact/1' }],
    });
  });
});

it('whom a plan names stays kept out when what stood falls, until another plan says otherwise', async () => {
  const plan = (noContact: string[]) =>
    ask(
      witnessesApp(contextOver(here.store, now)),
      actorOf(here.who('support-officer')),
      'POST',
      `/api/witnesses/${here.prepared.caseId}/${here.prepared.witness}/risk-plan`,
      { ...fullGo, noContact },
    );
  const names = async () =>
    standingsIn(
      await readByKey(here.store, standingKeys(here.prepared.caseId, [here.prepared.witness])),
      here.prepared.caseId,
      [here.prepared.witness],
    ).flatMap(({ noContact = [] }) => noContact);
  await plan([here.accused]);
  const review = `/api/witnesses/${here.prepared.caseId}/${here.prepared.witness}/risk-plan/review`;
  const app = witnessesApp(contextOver(here.store, now));
  await ask(app, actorOf(here.who('prosecutor')), 'POST', review, { trigger: 'threat' });
  expect(await names()).toEqual([here.accused]);
  await plan([]);
  expect(await names()).toEqual([]);
});
