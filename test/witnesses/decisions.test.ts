import { beforeEach, describe, expect, it } from 'vitest';
import { parseStanding, standingKey, type StandingGate } from '../../functions/cases/port/standing.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { witnessesApp } from '../../functions/witnesses/routes.ts';
import { bookedCase } from '../support/booked-case.ts';
import { fullConsent, fullGo } from '../support/consent-and-plan.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { isOfAgeOn, nameParty, now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';

/** What the witness says and what is planned for the witness, on the store in memory. */

let store: MemoryStore;
let prepared: PreparedCase;
beforeEach(async () => {
  ({ store, prepared } = await bookedCase());
});

const later = new Date(now.getTime() + 60_000);
type Verb = 'consent' | 'withdrawal' | 'risk-plan' | 'risk-plan/word' | 'risk-plan/review';
type Asker = keyof PreparedCase['people'];

const address = () => `/api/witnesses/${prepared.caseId}/${prepared.witness}`;
const post = (verb: Verb, body: object, by: Asker = 'support-officer', at = now) =>
  ask(
    witnessesApp(contextOver(store, at)),
    actorOf(prepared.people[by]),
    'POST',
    `${address()}/${verb}`,
    body,
  );
const readBy = async (role: Asker) =>
  (await ask(witnessesApp(contextOver(store, now)), actorOf(prepared.people[role]), 'GET', address())).body;
const standing = async (gate: StandingGate) =>
  parseStanding((await store.get([standingKey(prepared.caseId, prepared.witness, gate)]))[0]);
const lastEntry = async () => (await entriesIn(store, prepared.caseId)).at(-1);
const all = () => new Map(store.items);

const no = { ...fullConsent, scopes: { ...fullConsent.scopes, liveVideo: { answer: 'no' } } };
const noGo = { ...fullGo, decision: 'no-go' };

describe('those whom a plan protects too', () => {
  const loves = (lovedOnes: object[]) => post('risk-plan', { ...fullGo, lovedOnes });
  const mother = { name: 'L-1', relation: 'parent', danger: 'low', measures: 'Visited once a week.' };

  it('have a name of the plan alone, each another', async () => {
    expect((await loves([mother, { ...mother, name: 'L-2' }])).status).toBe(201);
    expect((await loves([mother, mother])).body).toMatchObject({ code: 'does-not-fit' });
  });

  it.each([
    ['a name', { ...mother, name: 'Daw Mya' }],
    ['words for who it is', { who: 'my mother in Hpa-An', danger: 'low', measures: 'Visited.' }],
    ['somebody who is nothing to them', { ...mother, relation: 'creditor' }],
  ])('are refused with %s', async (_, wrong) => {
    const before = all();
    expect((await loves([wrong])).status).toBe(400);
    expect(all()).toEqual(before);
  });
});

describe('a consent', () => {
  it.each([
    ['a yes', fullConsent, 'open', 'consent.given'],
    ['a no', no, 'refused', 'consent.refused'],
  ])(
    '%s stands for the case and is entered there as what it is, on the word of the witness',
    async (_, body, gate, action) => {
      expect((await post('consent', body)).body).toEqual({ gate });
      expect((await standing('consent'))?.state).toBe(gate);
      const entry = await lastEntry();
      expect(entry).toMatchObject({
        action,
        authority: { kind: 'consent', ref: prepared.witness },
        subject: { kind: 'witness', ref: prepared.witness },
        details: { gate },
      });
      expect(Object.keys(entry?.details ?? {})).toEqual(['gate']);
      expect(Object.keys(entry?.sealed ?? {})).toEqual(
        expect.arrayContaining([
          'recording',
          'womanInterpreter',
          'sharing',
          'guardian',
          'ofAgeOn',
          'capacity',
        ]),
      );
    },
  );

  it('stands until its last day where the witness is, and no longer', async () => {
    await post('consent', { ...fullConsent, validUntil: '2027-06-30' });
    expect(await standing('consent')).toMatchObject({
      days: { to: '2027-06-30' },
      until: '2027-06-30T17:30:00.000Z',
    });
  });

  it('17: Victim 16 yrs turns 18 before hearing: the word of the guardian ends on the eve', async () => {
    const who = await nameParty(prepared, 'guardian', 'MM', '2027-05-14');
    const guardian = { who, agrees: 'yes', bestInterests: 'Wants it over.', assent: 'yes' };
    const child = { ...fullConsent, person: 'child', ofAgeOn: '2027-05-14', guardian };
    expect((await post('consent', child)).body).toEqual({ gate: 'open' });
    expect(await standing('consent')).toMatchObject({ days: { to: '2027-05-13' } });
    // The day after, they consent alone.
    const grown = new Date('2027-05-14T00:00:00Z');
    expect(await post('consent', child, 'support-officer', grown)).toMatchObject({
      status: 422,
      body: { code: 'does-not-fit' },
    });
    const alone = { ...fullConsent, ofAgeOn: '2027-05-14' };
    expect((await post('consent', alone, 'support-officer', grown)).body).toEqual({ gate: 'open' });
  });

  it.each([
    ['for a child without guardian', { person: 'child', ofAgeOn: '2033-05-01' }, 'guardian-needed'],
    ['with a date of birth in the future', { ofAgeOn: '2045-04-01' }, 'does-not-fit'],
    [
      'with a text of which no letter is ours',
      { material: { language: 'my', version: 1, hash: 'a'.repeat(64) } },
      'material-not-usable',
    ],
    ['with a draft that the witness read alone', { method: 'read-by-herself' }, 'material-not-usable'],
    [
      'before one and the same person twice',
      { mark: { kind: 'two-witnesses', witnesses: ['Nurse', 'nurse'] } },
      'does-not-fit',
    ],
    ['of somebody who was not told of the risks', { told: ['voluntary'] }, 'consent-missing'],
    [
      'with a name that is turned around',
      { interpreter: { was: 'present', who: '\u202eI-4K7Q' } },
      'invalid-request',
    ],
  ])('%s is refused, and nothing is kept', async (_, wrong, code) => {
    const before = all();
    expect((await post('consent', { ...fullConsent, ...wrong })).body).toMatchObject({ code });
    expect(all()).toEqual(before);
  });

  it('that expired material was used for is refused', async () => {
    const after = new Date('2032-01-01T00:00:00Z');
    expect((await post('consent', fullConsent, 'support-officer', after)).body).toMatchObject({
      code: 'material-not-usable',
    });
  });

  it('that is withdrawn stands no more; what was said stays, and what becomes of what was taken is told', async () => {
    const recorded = { ...fullConsent, scopes: { ...fullConsent.scopes, recording: { answer: 'yes' } } };
    await post('consent', recorded);
    expect((await post('withdrawal', {}, 'support-officer', later)).body).toEqual({ gate: 'refused' });
    expect((await standing('consent'))?.state).toBe('refused');
    expect(await readBy('support-officer')).toMatchObject({
      consent: {
        recordedAt: now.toISOString(),
        withdrawnAt: later.toISOString(),
        evidence: 'sealed-until-the-court-decides',
        record: recorded,
      },
    });
  });

  it('is read in full by who holds contact; those who run the session learn what they need, the others that it is there', async () => {
    await post('consent', fullConsent);
    const recordedAt = now.toISOString();
    expect(await readBy('support-officer')).toEqual({ consent: { recordedAt, record: fullConsent } });
    const { takePart, liveVideo, recording, alteredPictureOrVoice, supporter, womanInterpreter } =
      fullConsent.scopes;
    const needed = {
      takePart,
      liveVideo,
      recording,
      alteredPictureOrVoice,
      supporter,
      womanInterpreter,
      inCamera: 'yes',
      breakEvery: 30,
    };
    for (const role of ['prosecutor', 'clerk', 'attending-officer'] as const)
      expect(await readBy(role)).toEqual({ consent: { recordedAt, needed } });
    for (const role of ['central-authority', 'auditor'] as const)
      expect(await readBy(role)).toEqual({ consent: { recordedAt } });
  });
});

describe('a risk plan', () => {
  const word = (decision: 'go' | 'no-go', plan?: number) =>
    post('risk-plan/word', { decision, ...(plan !== undefined && { plan }) }, 'prosecutor');

  it('with a go waits for the prosecutor’s, and stands with both until it is reviewed', async () => {
    expect((await post('risk-plan', fullGo)).body).toEqual({ gate: 'missing', plan: 1 });
    expect((await standing('riskPlan'))?.state).toBe('missing');
    expect((await lastEntry())?.action).toBe('risk-plan.approved');
    expect((await word('go', 1)).body).toEqual({ gate: 'open' });
    expect(await standing('riskPlan')).toMatchObject({
      state: 'open',
      days: { to: '2036-12-31' },
      onCall: [{ zone: 'Asia/Yangon', from: '00:00', until: '24:00' }],
    });
    expect(await lastEntry()).toMatchObject({
      action: 'risk-plan.seconded',
      actor: { role: 'prosecutor' },
      details: { gate: 'open' },
    });
  });

  it('is sealed field by field, and says who is on call to nobody', async () => {
    await post('risk-plan', fullGo);
    const entry = await lastEntry();
    expect(entry?.details).toEqual({ gate: 'missing' });
    expect(Object.keys(entry?.sealed ?? {})).toEqual(
      expect.arrayContaining([
        'plan',
        'noContact',
        'escapeWord',
        'stopSignal',
        'emergencyContacts',
        'lovedOnes',
      ]),
    );
    await word('go', 1);
    expect(JSON.stringify(await standing('riskPlan'))).not.toContain('duty officer');
  });

  it('says to those in the session by which sign somebody stops, and to nobody the word for an emergency', async () => {
    await post('risk-plan', fullGo);
    for (const role of ['prosecutor', 'clerk', 'attending-officer'] as const) {
      const { riskPlan } = await readBy(role);
      expect(riskPlan).toMatchObject({ stopSign: fullGo.stopSignal });
      expect(JSON.stringify(riskPlan)).not.toContain(fullGo.escapeWord);
    }
    expect(JSON.stringify(await readBy('central-authority'))).not.toContain(fullGo.stopSignal);
  });

  it('names who may halt, for the doors to follow', async () => {
    await post('risk-plan', fullGo);
    expect((await standing('riskPlan'))?.mayHalt).toEqual(fullGo.mayHalt);
  });

  it.each([
    ['the support officer’s', () => post('risk-plan', noGo)],
    ['the prosecutor’s', () => word('no-go', 1)],
  ])('closes at once with %s no-go, after both said go', async (_, say) => {
    await post('risk-plan', fullGo);
    await word('go', 1);
    expect((await say()).body).toMatchObject({ gate: 'refused' });
    expect((await standing('riskPlan'))?.state).toBe('refused');
  });

  it('that nobody has entered yet can be said no-go to, and nothing else', async () => {
    expect((await word('go')).body).toMatchObject({ code: 'changed-meanwhile' });
    expect((await word('no-go')).body).toEqual({ gate: 'refused' });
  });

  it('by one person alone is none: whoever entered it cannot second it, and a go is for the plan that was read', async () => {
    await post('risk-plan', fullGo);
    expect(await post('risk-plan/word', { decision: 'go', plan: 1 }, 'support-officer')).toMatchObject({
      status: 403,
    });
    expect(await post('risk-plan', fullGo, 'prosecutor')).toMatchObject({ status: 403 });
    await post('risk-plan', fullGo);
    const before = all();
    expect((await word('go', 1)).body).toMatchObject({ code: 'changed-meanwhile' });
    expect(all()).toEqual(before);
    expect((await standing('riskPlan'))?.state).toBe('missing');
  });

  it('that lacks who is on call, or the own view, is refused, and nothing is kept', async () => {
    const before = all();
    for (const wrong of [{ onCall: [] }, { ownView: undefined }, { escapeWord: fullGo.stopSignal }])
      expect(await post('risk-plan', { ...fullGo, ...wrong })).toMatchObject({
        status: 422,
        body: { code: 'does-not-fit' },
      });
    expect(all()).toEqual(before);
  });

  it('of a child lacks nothing but what is best for it, and neither of the two can say go without', async () => {
    const bestInterests = {
      how: 'Two talks.',
      by: 'Child protection officer',
      result: 'Heard once, by link.',
    };
    // Entered while it was not said that this is a child.
    await post('risk-plan', fullGo);
    await isOfAgeOn(prepared, '2030-05-01');
    expect((await word('go', 1)).body).toMatchObject({ code: 'does-not-fit' });
    expect((await standing('riskPlan'))?.state).toBe('missing');
    const before = all();
    expect((await post('risk-plan', fullGo)).body).toMatchObject({
      code: 'does-not-fit',
      errors: [{ pointer: '/bestInterests/how' }],
    });
    expect(all()).toEqual(before);
    expect((await post('risk-plan', { ...fullGo, bestInterests })).body).toMatchObject({ plan: 2 });
    expect(JSON.stringify(await lastEntry())).not.toContain('Two talks.');
    expect(JSON.stringify(await readBy('prosecutor'))).not.toContain('Two talks.');
    expect(JSON.stringify(await readBy('support-officer'))).toContain('Two talks.');
    expect((await word('go', 2)).body).toEqual({ gate: 'open' });
  });

  it.each(['support-officer', 'prosecutor', 'clerk', 'judge', 'custody-officer'] as const)(
    'is reopened by what happens, said by the %s, until there is another; why is sealed',
    async (by) => {
      await post('risk-plan', fullGo);
      await word('go', 1);
      expect((await post('risk-plan/review', { trigger: 'release' }, by)).body).toEqual({ gate: 'missing' });
      expect(await standing('riskPlan')).not.toHaveProperty('onCall');
      const entry = await lastEntry();
      expect(entry).toMatchObject({ action: 'risk-plan.reopened', details: { gate: 'missing' } });
      expect(JSON.stringify(entry)).not.toContain('release');
      expect((await word('go', 1)).body).toEqual({ gate: 'missing' });
      expect((await post('risk-plan', fullGo)).body).toEqual({ gate: 'missing', plan: 5 });
      expect((await word('go', 5)).body).toEqual({ gate: 'open' });
    },
  );

  it.each(['clerk', 'judge', 'custody-officer'] as const)(
    'is reopened by the %s for a release alone: of anything else those speak who know her',
    async (by) => {
      await post('risk-plan', fullGo);
      await word('go', 1);
      const before = all();
      for (const trigger of ['threat', 'move', 'new-accused'])
        expect(await post('risk-plan/review', { trigger }, by)).toMatchObject({
          status: 403,
          body: { code: 'not-your-role' },
        });
      expect(all()).toEqual(before);
    },
  );

  it('is read in full by who holds contact; the prosecutor reads what to decide from, the others that it is there', async () => {
    await post('risk-plan', fullGo);
    const recordedAt = now.toISOString();
    const there = { recordedAt, decision: 'go', number: 1, reason: 'second-word' };
    expect(await readBy('support-officer')).toEqual({ riskPlan: { ...there, plan: fullGo } });
    const shown = JSON.stringify(await readBy('prosecutor'));
    expect(shown).toContain('supporter-beside-her');
    for (const hidden of ['papaya', 'uncle', '+95', 'mother', 'duty officer'])
      expect(shown).not.toContain(hidden);
    const stopSign = fullGo.stopSignal;
    expect(await readBy('attending-officer')).toEqual({ riskPlan: { ...there, stopSign } });
    expect(await readBy('central-authority')).toEqual({ riskPlan: there });
  });
});

describe('another support officer of the case', () => {
  let other: Person;
  beforeEach(async () => {
    store = memoryStore();
    other = await enterPerson(store, 'support-officer');
    prepared = await prepareCase(store, {}, [other]);
  });
  const asOther = (verb: Verb, body: object) =>
    ask(witnessesApp(contextOver(store, now)), actorOf(other), 'POST', `${address()}/${verb}`, body);

  it.each([
    ['consent', fullConsent],
    ['consent', no],
    ['risk-plan', fullGo],
  ] as const)('does not speak for the witness (%s)', async (verb, body) => {
    const before = all();
    expect(await asOther(verb, body)).toMatchObject({ status: 403, body: { code: 'not-your-role' } });
    expect(all()).toEqual(before);
  });

  it('enters a withdrawal, so that nobody waits for the one who holds contact', async () => {
    await post('consent', fullConsent);
    expect(await asOther('withdrawal', {})).toMatchObject({ status: 201, body: { gate: 'refused' } });
    expect((await standing('consent'))?.state).toBe('refused');
    const { 'support-officer': holder } = prepared.people;
    expect((await lastEntry())?.actor).not.toEqual((await entriesIn(store, prepared.caseId)).at(-2)?.actor);
    expect(holder.personId).not.toBe(other.personId);
  });
});
