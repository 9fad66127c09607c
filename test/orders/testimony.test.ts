import { beforeEach, describe, expect, it } from 'vitest';
import { casesApp } from '../../functions/cases/routes.ts';
import { parseStanding, standingKey } from '../../functions/cases/port/standing.ts';
import { assertCompelled } from '../../functions/orders/testimony/rule.ts';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import { sessionsApp } from '../../functions/sessions/routes.ts';
import { capacities } from '../../functions/shared/values/capacities.ts';
import { witnessesApp } from '../../functions/witnesses/routes.ts';
import { fullConsent } from '../support/consent-and-plan.ts';
import { follow } from '../support/followed.ts';
import { newKey } from '../support/http.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { now } from '../support/prepared-case.ts';
import { bookKind } from '../support/session-verbs.ts';
import { court, type Asker, type Court } from './court.ts';

/** A court orders a witness to testify, in the place of consent; a victim and a child never. */

let here: Court;
beforeEach(async () => {
  here = await court();
});

const ordered = {
  is: 'ordered',
  basis: 'Criminal Procedure Code, s. 106',
  wishes: 'Rather not, but will come.',
};
const order = (read: number, more: object = {}, by: Asker = 'judge', key?: string) =>
  here.post(
    `testimony/${here.prepared.witness}`,
    { decision: { ...ordered, ...more }, read, reasons: 'She saw it alone.' },
    by,
    now,
    key,
  );
const lift = (read: number) =>
  here.post(
    `testimony/${here.prepared.witness}`,
    { decision: { is: 'lifted' }, read, reasons: 'Another saw it too.' },
    'judge',
  );
const describedAs = async (capacity: 'victim' | 'witness', more: object = {}) => {
  const told = await ask(
    casesApp(contextOver(here.store, now)),
    actorOf(here.who('support-officer')),
    'POST',
    `/api/cases/${here.prepared.caseId}/witnesses/${here.prepared.witness}/description`,
    { capacity, languages: [{ language: 'my' }], ...more },
  );
  expect(told.status).toBe(201);
};
const herWord = (verb: 'consent' | 'withdrawal', body: object) =>
  ask(
    witnessesApp(contextOver(here.store, now)),
    actorOf(here.who('support-officer')),
    'POST',
    `/api/witnesses/${here.prepared.caseId}/${here.prepared.witness}/${verb}`,
    body,
  );
const stands = async () =>
  parseStanding(
    (await here.store.get([standingKey(here.prepared.caseId, here.prepared.witness, 'consent')]))[0],
  );
const no = { ...fullConsent, scopes: { ...fullConsent.scopes, takePart: { answer: 'no' } } };

it('whom a summons compels is one table: a witness alone', () => {
  const compelled = capacities.filter((capacity) => {
    try {
      assertCompelled(capacity);
      return true;
    } catch {
      return false;
    }
  });
  expect(compelled).toEqual(['witness']);
});

describe('a victim', () => {
  it('is never ordered to testify, and a refusal of theirs stands', async () => {
    await herWord('consent', no);
    expect((await order(1)).body.code).toBe('not-compelled');
    await describedAs('victim');
    expect((await order(1)).body.code).toBe('not-compelled');
    expect((await stands())?.state).toBe('refused');
  });

  it('nor is a child, whatever else they are', async () => {
    await describedAs('witness', { ofAgeOn: '2030-01-01' });
    expect((await order(0)).body.code).toBe('not-compelled');
  });

  it('is heard by order no more from the moment at which somebody says that they are one', async () => {
    await describedAs('witness');
    expect((await order(0)).status).toBe(201);
    await describedAs('victim');
    expect(await stands()).toMatchObject({ state: 'missing' });
    expect((await stands())?.byOrder).toBeUndefined();
  });
});

describe('a witness', () => {
  beforeEach(async () => {
    await describedAs('witness');
  });

  it('can be ordered, and is shown as heard by order of the court and never as one who consented', async () => {
    const { sessionId } = (await bookKind(here.prepared, '2027-03-02T09:00', 'testimony')).body;
    expect(await order(0)).toMatchObject({ status: 201, body: { gate: 'open' } });
    expect(await stands()).toMatchObject({ state: 'open', byOrder: true });
    await follow(here.store, here.prepared);
    const door = parseDoor((await here.store.get([doorKey(sessionId)]))[0]);
    expect(door).toMatchObject({ gates: { consent: 'open' }, byOrder: [here.prepared.witness] });
    const shown = await ask(
      sessionsApp(contextOver(here.store, now)),
      actorOf(here.who('clerk')),
      'GET',
      `/api/sessions/${sessionId}`,
    );
    expect(shown.body.gates).toContainEqual(
      expect.objectContaining({ gate: 'consent', state: 'open', byOrder: [here.prepared.witness] }),
    );
    const entry = (await entriesIn(here.store, here.prepared.caseId)).at(-1);
    expect(entry).toMatchObject({
      action: 'testimony.ordered',
      authority: { kind: 'role', ref: 'judge' },
      details: { basis: ordered.basis },
    });
    expect(JSON.stringify(entry)).not.toContain('Rather not');
  });

  it('is ordered before the court and nowhere else: an interview and a rehearsal wait for their own word', async () => {
    const kinds = ['testimony', 'deposition', 'interview', 'rehearsal'] as const;
    const booked = async (kind: (typeof kinds)[number], day: number) =>
      (await bookKind(here.prepared, `2027-03-${10 + day}T09:00`, kind)).body.sessionId as string;
    const ids = await Promise.all(kinds.map((kind, at) => booked(kind, at)));
    const gates = async (of: readonly string[] = ids) => {
      await follow(here.store, here.prepared);
      const items = await here.store.get(of.map(doorKey));
      return items.map((item) => parseDoor(item)).map((door) => [door.gates.consent, door.byOrder?.length]);
    };
    expect((await order(0)).status).toBe(201);
    const closed = ['missing', undefined];
    expect(await gates()).toEqual([['open', 1], ['open', 1], closed, closed]);
    const door = await ask(
      sessionsApp(contextOver(here.store, now)),
      actorOf(here.who('prosecutor')),
      'GET',
      `/api/sessions/${ids[2] as string}/door`,
    );
    expect(door.body.gates.find(({ gate }: { gate: string }) => gate === 'consent')).toMatchObject({
      state: 'missing',
      lacks: 'nothing-recorded',
    });
    // What is booked from here on is no other.
    expect(await gates([await booked('interview', 4), await booked('testimony', 5)])).toEqual([
      closed,
      ['open', 1],
    ]);
    // Who said no has said it for all that no court holds, and says it still when the order is gone.
    await herWord('consent', no);
    expect((await order(2)).status).toBe(201);
    const refused = ['refused', undefined];
    expect(await gates()).toEqual([['open', 1], ['open', 1], refused, refused]);
    expect((await lift(3)).body).toEqual({ gate: 'refused' });
    expect(await gates()).toEqual([refused, refused, refused, refused]);
  });

  it('what they want themselves is read by the judge and the one who holds contact', async () => {
    await order(0);
    for (const by of ['judge', 'support-officer'] as const)
      expect((await here.read(by)).body.testimony).toMatchObject([{ byOrder: true, wishes: ordered.wishes }]);
    for (const by of ['prosecutor', 'clerk'] as const) {
      const [told] = (await here.read(by)).body.testimony;
      expect(told).toMatchObject({ byOrder: true, basis: ordered.basis });
      expect(told).not.toHaveProperty('wishes');
    }
    for (const by of ['defence', 'victims'] as const)
      expect((await here.read(by)).body.testimony).toEqual([]);
  });

  it('must have been asked what they want, and under which law it is ordered', async () => {
    for (const missing of [{ wishes: undefined }, { basis: undefined }, { wishes: ' ' }])
      expect((await order(0, missing)).body.code).toBe('invalid-request');
    expect((await order(0, { until: now.toISOString() })).body.code).toBe('does-not-fit');
    expect(await stands()).toBeUndefined();
  });

  it('is ordered by a judge of the case alone, on what that judge has read', async () => {
    for (const by of ['prosecutor', 'clerk', 'support-officer', 'defence'] as const)
      expect((await order(0, {}, by)).body.code).toBe('not-your-role');
    const other = await enterPerson(here.store, 'judge');
    const path = `testimony/${here.prepared.witness}`;
    expect((await here.post(path, { decision: ordered, read: 0, reasons: 'x' }, other)).body.code).toBe(
      'not-found',
    );
    await herWord('consent', no);
    expect((await order(0)).body.code).toBe('changed-meanwhile');
    expect((await order(1)).status).toBe(201);
  });

  it('who withdraws stops it all the same, and the judge decides anew', async () => {
    const key = newKey();
    await order(0, {}, 'judge', key);
    await herWord('withdrawal', {});
    expect(await stands()).toMatchObject({ state: 'refused' });
    // The first request, sent again, is answered again and opens nothing.
    expect((await order(0, {}, 'judge', key)).status).toBe(201);
    expect((await order(1)).body.code).toBe('changed-meanwhile');
    expect(await stands()).toMatchObject({ state: 'refused' });
    expect((await order(2)).status).toBe(201);
    expect(await stands()).toMatchObject({ state: 'open', byOrder: true });
  });

  it('who consents after all is heard by consent', async () => {
    await order(0);
    await herWord('consent', fullConsent);
    expect((await stands())?.byOrder).toBeUndefined();
    expect((await lift(2)).body.code).toBe('nothing-to-decide');
  });

  it('is let go when the order is lifted, and when its last moment is over', async () => {
    await order(0, { until: '2027-03-05T00:00:00Z' });
    expect(await stands()).toMatchObject({ until: '2027-03-05T00:00:00.000Z', days: { to: '2027-03-04' } });
    expect((await lift(1)).body).toEqual({ gate: 'missing' });
    expect(await stands()).toMatchObject({ state: 'missing' });
    expect((await entriesIn(here.store, here.prepared.caseId)).at(-1)).toMatchObject({
      action: 'testimony.order-lifted',
    });
  });
});
