import { beforeEach, describe, expect, it } from 'vitest';
import { closeCase, releaseCase } from '../../functions/cases/life/contract.ts';
import { casesApp } from '../../functions/cases/routes.ts';
import { caseKey, memberKey, witnessKey } from '../../functions/cases/port/membership.ts';
import { standingKey } from '../../functions/cases/port/standing.ts';
import { sharingApp } from '../../functions/sharing/routes.ts';
import { faultyStore, firstWrite } from '../support/faulty-store.ts';
import { newKey } from '../support/http.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { now, prepareCase } from '../support/prepared-case.ts';
import { sampleOf } from '../support/sample.ts';
import { shared, told, type Told } from './told.ts';

/** What somebody told, from the one who holds contact to an authority and back, over one store in memory. */

const days = (number: number) => new Date(now.getTime() + number * 24 * 60 * 60_000);
let here: Told;

describe('what somebody told', () => {
  beforeEach(async () => {
    here = await told();
  });

  it('is kept sealed, and read by the agency that holds contact alone', async () => {
    expect(await here.keep()).toMatchObject({ status: 201, body: { number: 1 } });
    const colleague = await enterPerson(here.store, 'support-officer', { agencyId: here.holder.agencyId });
    const other = await enterPerson(here.store, 'support-officer');
    const joined = await prepareCase(here.store, { 'support-officer': here.holder }, [colleague, other]);
    const at = (path = '') => `/api/sharing/${joined.caseId}/${joined.witness}${path}`;
    const app = sharingApp(contextOver(here.store, now));
    await ask(app, actorOf(here.holder), 'POST', at('/information'), { text: 'A red car.' });
    const seenBy = async (person: Parameters<typeof actorOf>[0]) =>
      (await ask(app, actorOf(person), 'GET', at())).body;
    expect(await seenBy(here.holder)).toMatchObject({
      isHolder: true,
      information: [{ text: 'A red car.' }],
    });
    expect(await seenBy(colleague)).toMatchObject({ isHolder: false, information: [{ text: 'A red car.' }] });
    expect(await seenBy(other)).toMatchObject({ isHolder: false, information: [], shares: [], asks: [] });
    for (const by of [joined.people.prosecutor, joined.people['central-authority']])
      expect(JSON.stringify(await seenBy(by))).not.toContain('red car');
    for (const by of [colleague, other])
      expect(await ask(app, actorOf(by), 'POST', at('/information'), { text: 'x' })).toMatchObject({
        body: { code: 'not-your-role' },
      });
    const [entry] = (await entriesIn(here.store, joined.caseId)).slice(-1);
    expect(entry).toMatchObject({ action: 'information.kept', subject: { ref: joined.witness } });
    expect(JSON.stringify(await entriesIn(here.store, joined.caseId))).not.toContain('red car');
  });

  it('goes to nobody whom consent does not name, nor for another purpose', async () => {
    await here.keep();
    const refused = { status: 409, body: { code: 'not-within-consent' } };
    expect(await here.share(here.first)).toMatchObject(refused);
    await here.consent([[here.first, 'this-prosecution']]);
    expect(await here.share(here.second)).toMatchObject(refused);
    expect(await here.share(here.first, 'compensation')).toMatchObject(refused);
    expect(await here.share(here.first)).toMatchObject({ status: 201, body: { number: 2 } });
  });

  it('goes to nobody after the last day of consent, and what was shared is then read no more', async () => {
    await here.keep();
    await here.consent([[here.first, 'this-prosecution']], now, { validUntil: '2027-03-03' });
    expect(await here.share(here.first, 'this-prosecution', {}, days(2))).toMatchObject({ status: 201 });
    expect((await here.receive(here.first, 2, days(2))).status).toBe(201);
    expect((await here.read(here.first, days(2))).body.shares[0].text).toBe('The driver has a scar.');
    const over = (await here.read(here.first, days(5))).body.shares[0];
    expect(over.text).toBeUndefined();
    expect(over.fallen).toBe('2027-03-03T17:30:00.000Z');
    const last = new Date('2027-03-03T17:30:00.000Z');
    for (const at of [last, days(5)])
      expect(await here.share(here.first, 'this-prosecution', {}, at)).toMatchObject({
        body: { code: 'not-within-consent' },
      });
  });

  it('goes to no agency that has not taken the case, though consent names it', async () => {
    const stranger = await enterPerson(here.store, 'prosecutor');
    await here.keep();
    await here.consent([[stranger, 'this-prosecution']]);
    expect(await here.share(stranger)).toMatchObject({
      body: { code: 'does-not-fit', errors: [{ pointer: '/to' }] },
    });
  });

  it('is shared twice with nobody, and not what was never told', async () => {
    await here.keep();
    await here.consent([[here.first, 'this-prosecution']]);
    await here.share(here.first);
    expect(await here.share(here.first)).toMatchObject({ body: { code: 'does-not-fit' } });
    expect(await here.share(here.first, 'this-prosecution', { information: 9 })).toMatchObject({
      body: { code: 'does-not-fit', errors: [{ pointer: '/information' }] },
    });
  });

  it('asked twice under one key is kept once', async () => {
    const key = newKey();
    const once = await here.post('information', { text: 'x' }, here.holder, now, key);
    const again = await here.post('information', { text: 'x' }, here.holder, now, key);
    expect(again).toEqual(once);
    expect((await here.read(here.holder)).body.information).toHaveLength(1);
  });

  it('begins nothing in a case that is closed', async () => {
    await here.keep();
    await here.consent([[here.first, 'this-prosecution']]);
    const app = casesApp(contextOver(here.store, now));
    const body = sampleOf(closeCase.body);
    const closed = await ask(
      app,
      actorOf(here.first),
      'POST',
      closeCase.path.replace(':caseId', here.caseId),
      body,
    );
    expect(closed.status).toBe(201);
    for (const refused of [
      await here.keep(),
      await here.share(here.first),
      await here.post('asks', { purpose: 'protection', why: 'x' }, here.first),
    ])
      expect(refused).toMatchObject({ body: { code: 'case-closed' } });
  });

  it('of a flood is bounded: askings at twelve, all else at a hundred and twenty', async () => {
    for (let time = 0; time < 12; time += 1)
      expect((await here.post('asks', { purpose: 'another-case', why: 'Please.' }, here.second)).status).toBe(
        201,
      );
    const more = await here.post('asks', { purpose: 'protection', why: 'Please.' }, here.second);
    expect(more).toMatchObject({ body: { code: 'too-many-entries' } });
    expect((await here.post('asks', { purpose: 'protection', why: 'x' }, here.first)).status).toBe(201);
    expect((await here.keep()).body).toEqual({ number: 14 });
    const step = [...here.store.items.values()].find(({ sk }) => sk.endsWith('#000014'));
    // As if 118 more had been kept.
    const planted = Array.from({ length: 118 }, (_, at) => ({
      kind: 'put' as const,
      table: 'sharing',
      item: {
        ...step,
        pk: step?.pk ?? '',
        sk: `step#${here.witness}#${String(15 + at).padStart(6, '0')}`,
        number: 15 + at,
      },
      onRefused: 'retry' as const,
    }));
    await here.store.write(planted.slice(0, 60));
    await here.store.write(planted.slice(60));
    expect((await here.keep()).body).toEqual({ number: 133 });
    expect(await here.keep()).toMatchObject({ body: { code: 'too-many-entries' } });
  });

  it('is not there for a stranger with a case of her own, by any verb', async () => {
    here = await shared();
    const stranger = await prepareCase(here.store);
    const [officer, prosecutor] = [stranger.people['support-officer'], stranger.people.prosecutor];
    const bodies = {
      information: { text: 'x' },
      shares: { information: 1, to: prosecutor.agencyId, purpose: 'protection' },
      'declined-asks': { ask: 1 },
      told: { feedback: 1, telling: { is: 'not-yet', reason: 'x' } },
    };
    for (const [verb, body] of Object.entries(bodies))
      expect(await here.post(verb, body, officer)).toMatchObject({ status: 404 });
    const others = {
      receipts: { share: 2, limits: 'accepted' },
      asks: { purpose: 'protection', why: 'x' },
      uses: { share: 2, use: 'lead' },
      feedback: { use: 1, words: 'x', mayBeTold: { is: 'now' } },
    };
    for (const [verb, body] of Object.entries(others))
      expect(await here.post(verb, body, prosecutor)).toMatchObject({ status: 404 });
    expect(await here.read(prosecutor)).toMatchObject({ status: 404 });
    expect(await here.tasks(prosecutor)).toEqual([]);
  });
});

describe('what was shared', () => {
  beforeEach(async () => {
    here = await shared();
  });

  it('is read by an officer of that authority once receipt and limits are confirmed, each for themselves', async () => {
    expect((await here.read(here.first)).body.shares).toMatchObject([
      { number: 2, purpose: 'this-prosecution', mayReceive: true, receipts: [] },
    ]);
    expect((await here.read(here.first)).body.shares[0].text).toBeUndefined();
    expect(await here.receive(here.first, 2)).toMatchObject({ status: 201 });
    expect((await here.read(here.first)).body.shares[0]).toMatchObject({
      text: 'The driver has a scar.',
      mayReceive: false,
      receipts: [{ by: { role: 'prosecutor' } }],
    });
    expect(await here.receive(here.first, 2)).toMatchObject({ body: { code: 'does-not-fit' } });
    expect(await here.receive(here.second, 2)).toMatchObject({ body: { code: 'does-not-fit' } });
    expect((await here.read(here.second)).body.shares).toEqual([]);
    const entries = (await entriesIn(here.store, here.caseId)).slice(-2);
    expect(entries.map(({ action, authority }) => [action, authority.kind])).toEqual([
      ['information.shared', 'consent'],
      ['information.received', 'role'],
    ]);
    for (const secret of [here.first.agencyId, 'this-prosecution', 'scar'])
      expect(JSON.stringify(entries)).not.toContain(secret);
  });

  it('is read no more from the withdrawal on, which says when; a later yes does not bring it back', async () => {
    await here.receive(here.first, 2);
    await here.withdraw(days(1));
    const fallen = (await here.read(here.first, days(2))).body.shares[0];
    expect(fallen).toMatchObject({ fallen: days(1).toISOString(), mayReceive: false, mayUse: true });
    expect(fallen.text).toBeUndefined();
    await here.consent([[here.first, 'this-prosecution']], days(3));
    expect((await here.read(here.first, days(3))).body.shares[0].text).toBeUndefined();
    expect((await here.share(here.first, 'this-prosecution', {}, days(3))).status).toBe(201);
  });

  it('stays shared through a consent that says it again, and falls with one that leaves it out', async () => {
    await here.receive(here.first, 2);
    await here.consent(
      [
        [here.first, 'this-prosecution'],
        [here.second, 'protection'],
      ],
      days(1),
    );
    expect((await here.read(here.first, days(1))).body.shares[0].text).toBe('The driver has a scar.');
    await here.consent([[here.second, 'protection']], days(2));
    expect((await here.read(here.first, days(2))).body.shares[0].text).toBeUndefined();
  });

  it('is read by each officer of the authority for themselves, and by no support officer there', async () => {
    await here.receive(here.first, 2);
    const [seen] = (await here.read(here.colleague)).body.shares;
    expect([seen.text, seen.mayReceive, seen.mayUse]).toEqual([undefined, true, false]);
    expect(await here.post('uses', { share: 2, use: 'lead' }, here.colleague)).toMatchObject({
      body: { code: 'does-not-fit' },
    });
    for (const by of [here.officerThere, here.otherOfficer])
      expect((await here.read(by)).body).toMatchObject({ information: [], shares: [], authorities: [] });
    expect((await here.receive(here.colleague, 2)).status).toBe(201);
    expect((await here.read(here.colleague)).body.shares[0].text).toBe('The driver has a scar.');
  });

  it('is offered to those alone who have taken the case', async () => {
    const offered = async () =>
      (await here.read(here.holder)).body.authorities.map(({ agencyId }: { agencyId: string }) => agencyId);
    expect(await offered()).toContain(here.first.agencyId);
    const app = casesApp(contextOver(here.store, now));
    const path = releaseCase.path.replace(':caseId', here.caseId);
    await ask(app, actorOf(here.first), 'POST', path, sampleOf(releaseCase.body));
    expect(await offered()).not.toContain(here.first.agencyId);
    expect((await here.read(here.holder)).body.shares).toHaveLength(1);
  });

  it('waits for the authority alone, in the role that they have in the case', async () => {
    const names = async (by: typeof here.first) => (await here.tasks(by)).map(({ task }) => task);
    expect(await names(here.first)).toEqual(['receive']);
    expect(await names(here.colleague)).toEqual(['receive']);
    expect(await names(here.second)).toEqual([]);
    expect(await names({ ...here.first, role: 'central-authority' })).toEqual([]);
    await here.receive(here.first, 2);
    await here.post('uses', { share: 2, use: 'lead' }, here.first);
    expect(await names(here.first)).toEqual(['feedback']);
    expect(await names(here.second)).toEqual([]);
  });

  it('is not received once consent has fallen', async () => {
    await here.withdraw();
    expect(await here.receive(here.first, 2)).toMatchObject({ body: { code: 'not-within-consent' } });
    expect(await here.tasks(here.first)).toEqual([]);
  });

  it('is read no more by an agency that let the case go', async () => {
    await here.receive(here.first, 2);
    // The second prosecutor stays: a case keeps one.
    const app = casesApp(contextOver(here.store, now));
    const path = releaseCase.path.replace(':caseId', here.caseId);
    expect((await ask(app, actorOf(here.first), 'POST', path, sampleOf(releaseCase.body))).status).toBe(201);
    expect(await here.read(here.first)).toMatchObject({ status: 404 });
    expect(await here.post('uses', { share: 2, use: 'lead' }, here.first)).toMatchObject({ status: 404 });
  });
});

describe('a withdrawal', () => {
  it('that comes while something is shared goes first: nothing is shared, nothing entered of it', async () => {
    here = await told();
    await here.consent([[here.first, 'this-prosecution']]);
    await here.keep();
    const racing = faultyStore(
      here.store,
      firstWrite('none', () => here.withdraw()),
    );
    const body = { information: 1, to: here.first.agencyId, purpose: 'this-prosecution' };
    const refused = await here.post('shares', body, here.holder, now, newKey(), racing);
    expect(refused).toMatchObject({ status: 409, body: { code: 'not-within-consent' } });
    expect((await here.read(here.holder)).body.shares).toEqual([]);
    const actions = (await entriesIn(here.store, here.caseId)).map(({ action }) => action);
    expect(actions).not.toContain('information.shared');
    expect(actions.at(-1)).toBe('consent.withdrawn');
  });

  it('that comes while receipt is confirmed goes first too', async () => {
    here = await shared();
    const racing = faultyStore(
      here.store,
      firstWrite('none', () => here.withdraw()),
    );
    const refused = await here.post(
      'receipts',
      { share: 2, limits: 'accepted' },
      here.first,
      now,
      newKey(),
      racing,
    );
    expect(refused).toMatchObject({ status: 409, body: { code: 'not-within-consent' } });
    expect((await here.read(here.holder)).body.shares[0].receipts).toEqual([]);
  });

  it.each(['shares', 'receipts'])(
    'is seen by what stands itself, and not by the log alone: %s',
    async (verb) => {
      here = await shared();
      const key = standingKey(here.caseId, here.witness, 'consent');
      const falls = {
        kind: 'update',
        key,
        set: { state: 'refused', version: 2 },
        onRefused: 'retry',
      } as const;
      const racing = faultyStore(
        here.store,
        firstWrite('none', () => here.store.write([falls])),
      );
      await here.keep();
      const [body, by] =
        verb === 'receipts'
          ? [{ share: 2, limits: 'accepted' }, here.first]
          : [{ information: 3, to: here.first.agencyId, purpose: 'this-prosecution' }, here.holder];
      expect(await here.post(verb, body, by, now, newKey(), racing)).toMatchObject({
        body: { code: 'not-within-consent' },
      });
    },
  );

  it('that comes after the share was written takes the reading away', async () => {
    here = await shared();
    await here.receive(here.first, 2);
    await here.withdraw();
    expect((await here.read(here.first)).body.shares[0].text).toBeUndefined();
  });
});

describe('what it rests on is held as it was read', () => {
  const leaving = () => ({
    key: memberKey(here.caseId, here.holder.personId),
    set: { left: now.toISOString() },
  });
  const handing = () => ({
    key: witnessKey(here.caseId, here.witness),
    set: { holder: 'another', version: 9 },
  });
  const closing = () => ({ key: caseKey(here.caseId), set: { state: 'closed' } });
  it.each([
    ['whoever says it has left', leaving, 'not-found'],
    ['somebody else holds contact', handing, 'not-your-role'],
    ['the case is closed', closing, 'case-closed'],
  ])('%s meanwhile: refused, nothing is kept', async (_, change, code) => {
    here = await told();
    const meanwhile = () => here.store.write([{ kind: 'update', ...change(), onRefused: 'retry' }]);
    const racing = faultyStore(here.store, firstWrite('none', meanwhile));
    const refused = await here.post('information', { text: 'x' }, here.holder, now, newKey(), racing);
    expect(refused).toMatchObject({ body: { code } });
    expect([...here.store.items.keys()].filter((name) => name.includes('"sharing","case#'))).toEqual([]);
  });
});

describe('scenario 16: a second prosecutor asks for a copy', () => {
  beforeEach(async () => {
    here = await shared();
  });
  const askFor = (purpose: string, by = here.second) =>
    here.post('asks', { purpose, why: 'For our file.' }, by);

  it('for another case: refused by rule, and entered; nobody is bothered with it', async () => {
    expect(await askFor('another-case')).toMatchObject({ status: 201, body: { state: 'refused-by-rule' } });
    expect((await here.read(here.second)).body.asks).toMatchObject([{ state: 'refused-by-rule' }]);
    expect(await here.tasks(here.holder)).toEqual([]);
    const entry = (await entriesIn(here.store, here.caseId)).at(-1);
    expect(entry).toMatchObject({
      action: 'information.asked-for',
      details: { state: 'refused-by-rule' },
      actor: { role: 'prosecutor' },
    });
    expect(await here.share(here.second, 'this-prosecution', { ask: 3 })).toMatchObject({
      body: { code: 'does-not-fit', errors: [{ pointer: '/ask' }] },
    });
  });

  it('for another purpose: it waits for her, a yes needs a consent that names it, and then the second reads', async () => {
    expect(await askFor('compensation')).toMatchObject({ body: { number: 3, state: 'waits' } });
    expect(await here.tasks(here.holder)).toMatchObject([{ task: 'answer', late: false }]);
    const yes = () => here.share(here.second, 'compensation', { ask: 3 });
    expect(await yes()).toMatchObject({ status: 409, body: { code: 'not-within-consent' } });
    await here.consent([
      [here.first, 'this-prosecution'],
      [here.first, 'compensation'],
      [here.second, 'compensation'],
      [here.second, 'protection'],
    ]);
    for (const wrong of [
      await here.share(here.first, 'compensation', { ask: 3 }),
      await here.share(here.second, 'protection', { ask: 3 }),
    ])
      expect(wrong).toMatchObject({ body: { code: 'does-not-fit' } });
    expect(await yes()).toMatchObject({ status: 201, body: { number: 4 } });
    expect((await here.read(here.second)).body.asks).toMatchObject([{ state: 'shared' }]);
    await here.receive(here.second, 4);
    expect((await here.read(here.second)).body.shares).toMatchObject([
      { purpose: 'compensation', text: 'The driver has a scar.' },
    ]);
    expect(await here.tasks(here.holder)).toEqual([]);
    expect(await yes()).toMatchObject({ body: { code: 'does-not-fit' } });
  });

  it('and she says no: declined without a reason, entered, and it says so to whoever asked', async () => {
    await askFor('protection');
    expect((await here.post('declined-asks', { ask: 3 }, here.holder)).status).toBe(201);
    expect((await here.read(here.second)).body.asks).toMatchObject([{ state: 'declined' }]);
    expect((await here.read(here.second)).body.asks[0].reason).toBeUndefined();
    expect(await here.post('declined-asks', { ask: 3 }, here.holder)).toMatchObject({
      body: { code: 'does-not-fit' },
    });
    expect((await entriesIn(here.store, here.caseId)).at(-1)?.action).toBe('information.declined');
  });

  it('learns by asking neither whether anything was told nor what she consented to', async () => {
    const empty = await told();
    const answerOf = async (of: Told) => {
      const asked = await of.post('asks', { purpose: 'protection', why: 'x' }, of.second);
      return [asked.status, asked.body.state, (await of.read(of.second)).body.shares];
    };
    expect(await answerOf(here)).toEqual(await answerOf(empty));
  });

  it('asks not twice for the same while it waits; and reads nothing of what another asked', async () => {
    await askFor('protection');
    expect(await askFor('protection')).toMatchObject({ body: { code: 'does-not-fit' } });
    expect((await here.read(here.first)).body.asks).toEqual([]);
    expect((await askFor('protection', here.first)).status).toBe(201);
    expect((await here.tasks(here.holder)).map(({ task }) => task)).toEqual(['answer', 'answer']);
    expect(await here.tasks(here.otherOfficer)).toEqual([]);
  });

  it('for what is shared already is answered by it', async () => {
    await askFor('this-prosecution', here.first);
    expect((await here.share(here.first, 'this-prosecution', { ask: 3 })).status).toBe(201);
    expect((await here.read(here.first)).body.asks).toMatchObject([{ state: 'shared' }]);
  });
});
