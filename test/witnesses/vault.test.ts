import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { casesApp } from '../../functions/cases/routes.ts';
import { commitment, openDisclosure } from '../../functions/custody/port/disclosure.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { parseStanding, standingKey } from '../../functions/cases/port/standing.ts';
import { saidKey } from '../../functions/cases/port/said-of-witness.ts';
import { keyName, type Store } from '../../functions/shared/store/store.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { askHours, mostMinutes, mostReadings } from '../../functions/witnesses/vault/contract.ts';
import { seal, unseal } from '../../functions/witnesses/vault/sealing.ts';
import { witnessesApp } from '../../functions/witnesses/routes.ts';
import { scheduledStore } from '../support/faulty-store.ts';
import { fullConsent } from '../support/consent-and-plan.ts';
import { newKey } from '../support/http.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { nameParty, now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';

/** Who somebody is: kept by the holder, read by nobody until two people of two agencies agree. */

let store: MemoryStore;
let prepared: PreparedCase;
let colleague: Person;
/** Of the judge's court. */
let otherJudge: Person;
beforeEach(async () => {
  store = memoryStore();
  const agencyId = newId(randomBytes);
  const judge = await enterPerson(store, 'judge', { agencyId });
  otherJudge = await enterPerson(store, 'judge', { agencyId });
  colleague = await enterPerson(store, 'support-officer');
  prepared = await prepareCase(store, { judge }, [otherJudge, colleague]);
});

type Asker = keyof PreparedCase['people'] | Person;
const personOf = (asker: Asker): Person => (typeof asker === 'string' ? prepared.people[asker] : asker);
const minutesLater = (minutes: number, from = now) => new Date(from.getTime() + minutes * 60_000);

const address = () => `/api/witnesses/${prepared.caseId}/${prepared.witness}/identity`;
const post = (by: Asker, verb: string, body: object, at = now, over: Store = store, key = newKey()) =>
  ask(witnessesApp(contextOver(over, at)), actorOf(personOf(by)), 'POST', `${address()}${verb}`, body, key);
const vaultBy = async (by: Asker, at = now) =>
  (await ask(witnessesApp(contextOver(store, at)), actorOf(personOf(by)), 'GET', address())).body;

const her = {
  name: 'ခင် မေ ဦး',
  otherNames: ['Khin May Oo', 'May'],
  born: '1998-04-12',
  nationality: 'MM',
  language: 'shn',
  documents: [{ kind: 'identity-card', number: '12/KaMaYa(N)123456', country: 'MM', issued: '2016-01-01' }],
  reach: { ways: ['phone'], phones: ['+959123456789'], safely: 'Only after dark, as the clinic.' },
};
const why = { ground: 'identify-for-hearing', reason: 'The court must know who speaks.', minutes: 30 };

const keep = (more: object = {}, at = now) => post('support-officer', '', { ...her, ...more }, at);
const asked = async (by: Asker, at = now): Promise<string> => {
  const told = await post(by, '/unmaskings', why, at);
  expect(told.status).toBe(201);
  return told.body.unmaskingId as string;
};
const decide = (by: Asker, unmaskingId: string, at = now, decision = 'agree') =>
  post(by, '/unmaskings/decision', { unmaskingId, decision }, at);
const read = (by: Asker, unmaskingId: string, at = now, over: Store = store) =>
  post(by, '/readings', { unmaskingId }, at, over);
const actions = async () => (await entriesIn(store, prepared.caseId)).map(({ action }) => action);
const everything = () => JSON.stringify([...store.items.values()]);

describe('what is kept', () => {
  it('stands in no table in clear, and in the log as a commitment alone', async () => {
    expect((await keep()).body).toEqual({ version: 1 });
    for (const secret of [her.name, 'Khin May', '1998-04-12', '123456', 'after dark'])
      expect(everything()).not.toContain(secret);
    const entry = (await entriesIn(store, prepared.caseId)).at(-1);
    expect(entry).toMatchObject({ action: 'identity.kept', details: { version: 1 } });
    expect(Object.keys(entry?.sealed ?? {})).toEqual(['identity']);
  });

  it('is replaced by what is kept next', async () => {
    await keep();
    expect((await keep({ name: 'Another name' })).body).toEqual({ version: 2 });
    const unmasking = await asked('judge');
    await decide('support-officer', unmasking);
    expect((await read('judge', unmasking)).body.identity.name).toBe('Another name');
  });

  it.each(['prosecutor', 'clerk', 'attending-officer', 'auditor', 'central-authority', 'judge'] as const)(
    'is not kept by a %s',
    async (role) => {
      expect((await post(role, '', her)).body).toMatchObject({ code: 'not-your-role' });
    },
  );

  it('is not kept by a colleague of the holder', async () => {
    expect((await post(colleague, '', her)).body).toMatchObject({ code: 'not-your-role' });
  });

  it.each([
    ['a date of birth in the future', { born: '2027-03-02', documents: [] }, '/born', 'still to come'],
    ['somebody of 121', { born: '1906-02-28' }, '/born', '120 years'],
    [
      'a document from before the birth',
      { documents: [{ kind: 'passport', number: '1', country: 'MM', issued: '1990-01-01' }] },
      '/documents/0/issued',
      'before they were born',
    ],
    [
      'a document that ends before it begins',
      {
        documents: [
          { kind: 'passport', number: '1', country: 'MM', issued: '2020-01-02', expires: '2020-01-01' },
        ],
      },
      '/documents/0/expires',
      'before it was issued',
    ],
    [
      'a call without a number',
      { reach: { ways: ['phone'], phones: [] } },
      '/reach/phones',
      'Give the number',
    ],
    [
      'one number twice',
      { reach: { ways: ['phone'], phones: ['+959123456789', '+959123456789'] } },
      '/reach/phones',
      'twice',
    ],
    [
      'a letter without an address',
      { reach: { ways: ['mail'], phones: [] } },
      '/reach/mail',
      'Give the address',
    ],
  ])('%s is refused in words, and nothing is kept', async (_, wrong, pointer, words) => {
    const before = new Map(store.items);
    const { status, body } = await keep(wrong);
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'does-not-fit', errors: [{ pointer }] });
    expect(body.errors[0].message).toContain(words);
    expect(new Map(store.items)).toEqual(before);
  });

  it.each([
    ['a name that is turned around', { name: '\u202eoo yaM' }],
    ['a name with a bell in it', { name: 'May\u0007' }],
    ['another name with a mark that nobody sees', { otherNames: ['Ma\u2066y\u2069'] }],
    ['a name of blanks', { name: '\u200b \u3164' }],
  ])('%s is refused, and nothing is kept', async (_, wrong) => {
    const before = new Map(store.items);
    expect((await keep(wrong)).body).toMatchObject({ code: 'invalid-request' });
    expect(new Map(store.items)).toEqual(before);
  });

  it('what denies what the case knows, or the consent that stands, is refused', async () => {
    const officer = actorOf(prepared.people['support-officer']);
    const consent = (more: object) =>
      ask(
        witnessesApp(contextOver(store, now)),
        officer,
        'POST',
        `/api/witnesses/${prepared.caseId}/${prepared.witness}/consent`,
        { ...fullConsent, ...more },
      );
    expect((await keep({ born: '2012-04-12', documents: [] })).body.errors[0].message).toContain('a child');
    expect((await consent({ ofAgeOn: '2016-04-01' })).status).toBe(201);
    expect((await keep({ born: '1998-05-12' })).body.errors[0].message).toContain(
      'The consent has another day',
    );
    expect((await keep()).status).toBe(201);
    const described = await ask(
      casesApp(contextOver(store, now)),
      officer,
      'POST',
      `/api/cases/${prepared.caseId}/witnesses/${prepared.witness}/description`,
      { capacity: 'victim', languages: [{ language: 'my' }], ofAgeOn: '2030-04-12' },
    );
    expect(described.status).toBe(201);
    expect((await keep()).body.errors[0].message).toContain('another day on which they are of age');
  });
});

describe('an unmasking', () => {
  beforeEach(async () => {
    await keep();
  });

  it('by two people of two agencies is read by whoever asked, and each step and each reading is entered', async () => {
    const unmasking = await asked('judge');
    expect((await decide('support-officer', unmasking)).body).toEqual({
      until: minutesLater(30).toISOString(),
    });
    const told = await read('judge', unmasking, minutesLater(29));
    expect(told.body).toMatchObject({ identity: her, readings: 1 });
    expect((await read('judge', unmasking, minutesLater(29))).body).toMatchObject({ readings: 2 });
    expect((await actions()).slice(-5)).toEqual([
      'identity.kept',
      'unmasking.asked',
      'unmasking.agreed',
      'identity.read',
      'identity.read',
    ]);
    const entries = await entriesIn(store, prepared.caseId);
    expect(JSON.stringify(entries)).not.toContain(why.reason);
    // The court can compare what it was told with what the holder had kept.
    const kept = entries.find(({ action }) => action === 'identity.kept')?.sealed?.['identity'] ?? '';
    expect(JSON.parse(openDisclosure(told.body.disclosure as string, kept)?.value ?? '')).toEqual(her);
  });

  it('is read by nobody before, after, and by nobody else', async () => {
    const unmasking = await asked('judge');
    expect((await read('judge', unmasking)).body).toMatchObject({ code: 'identity-sealed' });
    await decide('support-officer', unmasking);
    for (const other of ['support-officer', 'central-authority', otherJudge] as const)
      expect((await read(other, unmasking)).body).toMatchObject({ code: 'identity-sealed' });
    expect((await read('judge', unmasking, minutesLater(30))).body).toMatchObject({
      code: 'identity-sealed',
    });
    expect(await actions()).not.toContain('identity.read');
  });

  it('cannot use what was agreed to before: the second is asked and agreed to by itself', async () => {
    const first = await asked('judge');
    await decide('support-officer', first);
    const after = minutesLater(31);
    const second = await asked('judge', after);
    expect((await read('judge', second, after)).body).toMatchObject({ code: 'identity-sealed' });
    expect((await read('judge', first, after)).body).toMatchObject({ code: 'identity-sealed' });
    // Nor is the first agreed to once more.
    expect((await decide('support-officer', first, after)).body).toMatchObject({ code: 'changed-meanwhile' });
    await decide('support-officer', second, after);
    expect((await read('judge', second, after)).status).toBe(201);
  });

  it.each([
    ['whoever asked', 'judge' as const],
    ['somebody of the same court', 'other' as const],
  ])('is not agreed to by %s', async (_, who) => {
    const unmasking = await asked('judge');
    const by = who === 'other' ? otherJudge : who;
    expect((await decide(by, unmasking)).body).toMatchObject({ code: 'second-agency-needed' });
    expect((await read('judge', unmasking)).body).toMatchObject({ code: 'identity-sealed' });
  });

  it('is neither asked nor agreed to by a colleague of the holder', async () => {
    expect((await post(colleague, '/unmaskings', why)).body).toMatchObject({ code: 'not-your-role' });
    const unmasking = await asked('judge');
    expect((await decide(colleague, unmasking)).body).toMatchObject({ code: 'not-your-role' });
  });

  it('that is declined is read by nobody, and may be asked anew', async () => {
    const unmasking = await asked('judge');
    expect((await decide('support-officer', unmasking, now, 'decline')).body).toEqual({});
    expect((await read('judge', unmasking)).body).toMatchObject({ code: 'identity-sealed' });
    expect((await decide('central-authority', unmasking)).body).toMatchObject({ code: 'changed-meanwhile' });
    expect(await asked('judge')).not.toBe(unmasking);
  });

  it('to which nobody agreed within a day is over', async () => {
    const unmasking = await asked('judge');
    const late = minutesLater(askHours * 60);
    expect((await decide('support-officer', unmasking, late)).body).toMatchObject({
      code: 'changed-meanwhile',
    });
  });

  it('is asked once at a time by one reader, at the same moment too', async () => {
    await asked('judge');
    expect((await post('judge', '/unmaskings', why)).body).toMatchObject({ code: 'changed-meanwhile' });
    const both = await Promise.all([
      post('central-authority', '/unmaskings', why),
      post('central-authority', '/unmaskings', why),
    ]);
    expect(both.map(({ status }) => status)).toEqual(expect.arrayContaining([201, 409]));
  });

  it('lets itself be read a bounded number of times', async () => {
    const unmasking = await asked('judge');
    await decide('support-officer', unmasking);
    for (let reading = 1; reading <= mostReadings; reading += 1)
      expect((await read('judge', unmasking)).body.readings).toBe(reading);
    expect((await read('judge', unmasking)).body).toMatchObject({ code: 'identity-sealed' });
  });

  it.each([4, mostMinutes + 1])('for %i minutes cannot be asked', async (minutes) => {
    expect((await post('judge', '/unmaskings', { ...why, minutes })).body).toMatchObject({
      code: 'invalid-request',
    });
  });

  it('is of one person: under the same name that of another is not there', async () => {
    const unmasking = await asked('judge');
    await decide('support-officer', unmasking);
    const other = await ask(
      casesApp(contextOver(store, now)),
      actorOf(prepared.people.prosecutor),
      'POST',
      `/api/cases/${prepared.caseId}/witnesses`,
      {
        protected: true,
        holder: prepared.people['support-officer'].personId,
        zone: 'Asia/Yangon',
        mayKnow: [],
      },
    );
    prepared = { ...prepared, witness: other.body.pseudonym as string };
    await keep({ name: 'Somebody else' });
    expect((await read('judge', unmasking)).body).toMatchObject({ code: 'not-found' });
  });

  it('ends for a holder who hands the person over', async () => {
    const unmasking = await asked('support-officer');
    await decide('judge', unmasking);
    expect((await read('support-officer', unmasking)).status).toBe(201);
    const handed = await ask(
      casesApp(contextOver(store, now)),
      actorOf(prepared.people['support-officer']),
      'POST',
      `/api/cases/${prepared.caseId}/witnesses/${prepared.witness}/holder`,
      { to: colleague.personId },
    );
    expect(handed.status).toBe(201);
    expect((await read('support-officer', unmasking)).body).toMatchObject({ code: 'not-your-role' });
  });

  it('is seen by those who can be one of the two and by the auditor, with its reason; by nobody is the identity', async () => {
    const unmasking = await asked('judge');
    for (const by of ['support-officer', 'central-authority', 'auditor', 'judge'] as const) {
      const vault = await vaultBy(by);
      expect(vault).toMatchObject({
        state: 'kept',
        unmaskings: [{ unmaskingId: unmasking, state: 'asked', reason: why.reason, readings: 0 }],
      });
      expect(JSON.stringify(vault)).not.toContain('Khin');
    }
    expect((await vaultBy('support-officer')).unmaskings[0]).toMatchObject({ own: false, mayDecide: true });
    expect((await vaultBy('judge')).unmaskings[0]).toMatchObject({ own: true, mayDecide: false });
    expect((await vaultBy('auditor')).unmaskings[0]).toMatchObject({ mayDecide: false });
    expect(await vaultBy(colleague)).toMatchObject({ holds: false, mayAsk: false, unmaskings: [] });
  });
});

describe('an erasure', () => {
  beforeEach(async () => {
    await keep();
  });
  const erase = (by: Asker = 'support-officer') => post(by, '/erasure', { ground: 'their-wish' });

  it('is not, while the case is held for an appeal, also where it is held in the same moment', async () => {
    const appeal = { reason: 'appeal-lodged' };
    const path = `/api/cases/${prepared.caseId}/appeal`;
    const hold = () =>
      ask(casesApp(contextOver(store, now)), actorOf(prepared.people.clerk), 'POST', path, appeal);
    const meanwhile: Store = {
      get: (keys) => store.get(keys),
      query: (of, pk, range) => store.query(of, pk, range),
      async write(changes) {
        await hold();
        return store.write(changes);
      },
    };
    const ground = { ground: 'their-wish' };
    expect((await post('support-officer', '/erasure', ground, now, meanwhile)).body.code).toBe('case-closed');
    expect((await erase()).body).toMatchObject({ code: 'case-closed', facts: { state: 'appeal' } });
    expect(await vaultBy('support-officer')).toMatchObject({ state: 'kept' });
  });

  it('takes the key away: what was agreed to is read no more, and whoever reads is told why', async () => {
    const unmasking = await asked('judge');
    await decide('support-officer', unmasking);
    expect((await erase()).body).toEqual({ erased: true });
    for (const table of ['vault', 'vaultkeys'])
      expect([...store.items.keys()].filter((name) => name.startsWith(`["${table}"`))).toEqual([]);
    expect((await read('judge', unmasking)).body).toMatchObject({ code: 'identity-erased' });
    expect((await post('central-authority', '/unmaskings', why)).body).toMatchObject({
      code: 'identity-erased',
    });
    expect((await keep()).body).toMatchObject({ code: 'identity-erased' });
    expect((await erase()).body).toMatchObject({ code: 'identity-erased' });
    expect(await vaultBy('judge')).toMatchObject({ state: 'erased', mayAsk: false });
    // Why it was asked may tell of the person, and is gone with the key.
    for (const role of ['judge', 'auditor'] as const)
      expect(JSON.stringify(await vaultBy(role))).not.toContain(why.reason);
    expect(JSON.stringify([...store.items.values()])).not.toContain(why.reason);
    expect((await actions()).at(-1)).toBe('identity.erased');
  });

  it('stands though an older copy of the vault is put back', async () => {
    const unmasking = await asked('judge');
    await decide('support-officer', unmasking);
    const copy = [...store.items].filter(([name]) => name.startsWith('["vault'));
    expect(copy).toHaveLength(2);
    await erase();
    for (const [name, item] of copy) store.items.set(name, item);
    expect((await read('judge', unmasking)).body).toMatchObject({ code: 'identity-erased' });
  });

  describe('of what the case knows', () => {
    const ofCase = () => `/api/cases/${prepared.caseId}/witnesses/${prepared.witness}/description`;
    const describeAs = async (ofAgeOn: string, language: string) => {
      const body = { capacity: 'victim', languages: [{ language }], ofAgeOn };
      const by = actorOf(prepared.people['support-officer']);
      return ask(casesApp(contextOver(store, now)), by, 'POST', ofCase(), body);
    };
    const opens = (text: string) => Buffer.from(text, 'base64url').toString('utf8');
    /** Every item of every table as text, with what opens commitments opened. */
    const inClear = () => everything().replaceAll(/[\w-]{60,}/g, (text) => `${text} ${opens(text)}`);
    const said = ['2028-05-17', '2029-05-17', '"lhu"', String.raw`\"kac\"`];

    beforeEach(async () => {
      const told = [await describeAs('2028-05-17', 'kac'), await describeAs('2029-05-17', 'lhu')];
      told.push(await keep({ born: '2011-05-17', documents: [] }));
      if (told.some(({ status }) => status !== 201) || !said.every((each) => inClear().includes(each)))
        throw new Error('There is nothing to erase.');
    });

    it('takes languages and age, also those said before, in the same act; that it is a child stays', async () => {
      expect((await erase()).status).toBe(201);
      for (const each of said) expect(inClear()).not.toContain(each);
      const clerk = actorOf(prepared.people.clerk);
      const file = await ask(
        casesApp(contextOver(store, now)),
        clerk,
        'GET',
        `/api/cases/${prepared.caseId}`,
      );
      expect(file.body.witnesses).toMatchObject([{ pseudonym: prepared.witness, capacity: 'child' }]);
      expect(await describeAs('2029-05-17', 'lhu')).toMatchObject({ body: { code: 'identity-erased' } });
    });

    describe('and of what was recorded of a consent', () => {
      const consent = (more: object = {}) =>
        ask(
          witnessesApp(contextOver(store, now)),
          actorOf(prepared.people['support-officer']),
          'POST',
          `/api/witnesses/${prepared.caseId}/${prepared.witness}/consent`,
          { ...fullConsent, person: 'child', guardian, ...more },
        );
      const stood = async () =>
        parseStanding((await store.get([standingKey(prepared.caseId, prepared.witness, 'consent')]))[0]);
      let guardian: object;
      // The birthday, its eve on which a guardian's word ends, and midnight after it where the child is.
      const tells = ['2029-05-17', '2029-05-16'];
      beforeEach(async () => {
        const who = await nameParty(prepared, 'guardian', 'MM', '2029-05-17');
        guardian = { who, agrees: 'yes', bestInterests: 'Wants it over.', assent: 'yes' };
      });

      it('takes the birthday out of every record, and lets a consent fall that ended on its eve', async () => {
        expect((await consent({ ofAgeOn: '2029-05-17' })).body).toEqual({ gate: 'open' });
        expect((await consent()).body).toEqual({ gate: 'open' });
        for (const each of tells) expect(inClear()).toContain(each);
        expect((await erase()).status).toBe(201);
        for (const each of tells) expect(inClear()).not.toContain(each);
        expect(await stood()).toMatchObject({ state: 'missing' });
        expect((await entriesIn(store, prepared.caseId)).at(-1)).toMatchObject({
          action: 'identity.erased',
          details: { consentFell: true },
        });
        // All else that was said can be read.
        const officer = actorOf(prepared.people['support-officer']);
        const at = `/api/witnesses/${prepared.caseId}/${prepared.witness}`;
        const { body } = await ask(witnessesApp(contextOver(store, now)), officer, 'GET', at);
        expect(body.consent).toMatchObject({
          reason: 'age-erased',
          record: { person: 'child', language: fullConsent.language, guardian },
        });
        expect(body.consent.record).not.toHaveProperty('ofAgeOn');
      });

      it('lets one stand that ends on a day that was agreed', async () => {
        await consent({ validUntil: '2027-12-31' });
        expect((await erase()).status).toBe(201);
        expect(await stood()).toMatchObject({ state: 'open', days: { to: '2027-12-31' } });
        for (const each of tells) expect(inClear()).not.toContain(each);
        expect((await entriesIn(store, prepared.caseId)).at(-1)).toMatchObject({
          details: { consentFell: false },
        });
      });

      it('is not said anew: a yes is asked for without, and a no is kept without', async () => {
        await erase();
        expect((await consent({ ofAgeOn: '2029-05-17' })).body.code).toBe('identity-erased');
        expect((await consent({ validUntil: '2027-12-31' })).body).toEqual({ gate: 'open' });
        const scopes = { ...fullConsent.scopes, takePart: { answer: 'no' } };
        expect((await consent({ ofAgeOn: '2029-05-17', scopes })).body).toEqual({ gate: 'refused' });
        for (const each of tells) expect(inClear()).not.toContain(each);
      });

      it('and a consent of the same moment does not bring it back, whichever comes first', async () => {
        await fc.assert(
          fc.asyncProperty(fc.scheduler(), async (scheduler) => {
            const over = memoryStore(store);
            const both = scheduledStore(over, scheduler);
            const by = actorOf(prepared.people['support-officer']);
            const path = `/api/witnesses/${prepared.caseId}/${prepared.witness}`;
            const app = witnessesApp(contextOver(both, now));
            const body = { ...fullConsent, person: 'child', guardian, ofAgeOn: '2029-05-17' };
            const one = ask(app, by, 'POST', `${path}/consent`, body);
            const other = ask(app, by, 'POST', `${path}/identity/erasure`, { ground: 'their-wish' });
            await scheduler.waitFor(Promise.all([one, other]));
            if ((await other).status !== 201) return;
            const left = JSON.stringify([...over.items.values()]).replaceAll(
              /[\w-]{60,}/g,
              (text) => `${text} ${opens(text)}`,
            );
            for (const each of tells) expect(left).not.toContain(each);
          }),
          { numRuns: 20 },
        );
      }, 20_000);
    });

    it('takes them where they lay by their entries, and leaves those of somebody else', async () => {
      // As it was kept before: an item for each entry.
      const name = keyName(saidKey({ caseId: prepared.caseId, pseudonym: prepared.witness }));
      const item = store.items.get(name);
      const kept = item?.['said'] as { entryId: string; disclosures: object }[];
      store.items.delete(name);
      const pk = `disclosures#${prepared.caseId}`;
      for (const { entryId, disclosures } of kept)
        store.items.set(keyName({ table: 'cases', pk, sk: entryId }), { pk, sk: entryId, disclosures });
      const other = await ask(
        casesApp(contextOver(store, now)),
        actorOf(prepared.people.prosecutor),
        'POST',
        `/api/cases/${prepared.caseId}/witnesses`,
        {
          protected: true,
          holder: prepared.people['support-officer'].personId,
          zone: 'Asia/Yangon',
          mayKnow: [],
        },
      );
      const path = ofCase().replace(prepared.witness, other.body.pseudonym as string);
      const body = { capacity: 'victim', languages: [{ language: 'ksw' }] };
      const by = actorOf(prepared.people['support-officer']);
      expect((await ask(casesApp(contextOver(store, now)), by, 'POST', path, body)).status).toBe(201);
      expect((await erase()).status).toBe(201);
      for (const each of said) expect(inClear()).not.toContain(each);
      expect(inClear()).toContain(String.raw`\"ksw\"`);
    });
  });

  it('is the holder’s', async () => {
    expect((await erase(colleague)).body).toMatchObject({ code: 'not-your-role' });
  });

  it('brings no reading back: a request that is sent again under its key is asked anew', async () => {
    const unmasking = await asked('judge');
    await decide('support-officer', unmasking);
    const key = newKey();
    const again = () => post('judge', '/readings', { unmaskingId: unmasking }, now, store, key);
    expect((await again()).status).toBe(201);
    await erase();
    expect((await again()).body).toMatchObject({ code: 'identity-erased' });
  });
});

describe('the seal', () => {
  const [key, other] = [randomBytes(32), randomBytes(32)];
  const sealed = seal('May', key, 'her identity 1', (length) => randomBytes(length));

  it('is opened by the key, of that person and that version, and by nothing else', () => {
    expect(unseal(sealed, key, 'her identity 1')).toBe('May');
    expect(() => unseal(sealed, other, 'her identity 1')).toThrow('authenticate');
    expect(() => unseal(sealed, key, 'her identity 2')).toThrow('authenticate');
    const bytes = Buffer.from(sealed, 'base64');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(() => unseal(bytes.toString('base64'), key, 'her identity 1')).toThrow('authenticate');
  });

  it('is another one each time', () => {
    expect(seal('May', key, 'her identity 1', (length) => randomBytes(length))).not.toBe(sealed);
    expect(commitment('identity', 'May', randomBytes(16)).digest).not.toBe(
      commitment('identity', 'May', randomBytes(16)).digest,
    );
  });
});
