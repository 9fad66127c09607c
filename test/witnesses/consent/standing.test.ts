import { describe, expect, test } from 'vitest';
import { keptConsent } from '../../../functions/witnesses/consent/age.ts';
import {
  consentRecord,
  type ConsentRecord,
  type ScopeAnswer,
} from '../../../functions/witnesses/consent/contract.ts';
import { neededByThoseWhoRunIt, wishesOf } from '../../../functions/witnesses/consent/needed.ts';
import {
  consentOn,
  evidenceAfterWithdrawal,
  type ConsentStep,
} from '../../../functions/witnesses/consent/standing.ts';
import { fullConsent } from '../../support/consent-and-plan.ts';

const yes = consentRecord.parse(fullConsent);
const given = (more: Partial<ConsentRecord> = {}): ConsentStep => ({
  kind: 'record',
  record: { ...yes, ...more },
});
const withdrawn: ConsentStep = { kind: 'withdrawal' };
const guardian = { who: 'aunt', agrees: 'yes', bestInterests: 'Rest.', assent: 'yes' } as const;
const child = (born: string) => given(keptConsent.parse({ ...fullConsent, person: 'child', born, guardian }));
const day = '2026-11-28';

describe('what stands of a consent', () => {
  test('nothing recorded: it is the support officer’s turn', () => {
    expect(consentOn([], day)).toEqual({
      state: 'missing',
      reason: 'nothing-recorded',
      turn: 'support-officer',
    });
  });

  test('a yes, until its last day and not after it', () => {
    const steps = [given({ validUntil: '2027-01-31' })];
    expect(consentOn(steps, '2027-01-31')).toEqual({ state: 'open', lastDay: '2027-01-31' });
    expect(consentOn(steps, '2027-02-01')).toMatchObject({ state: 'missing', reason: 'expired' });
  });

  test('a no and a withdrawal are answers, and nobody’s turn', () => {
    const no = given({ scopes: { takePart: { answer: 'no' } } });
    expect(consentOn([given(), no], day)).toEqual({ state: 'refused', reason: 'said-no' });
    expect(consentOn([given(), withdrawn], day)).toEqual({ state: 'refused', reason: 'withdrawn' });
    expect(consentOn([withdrawn], day)).toEqual({ state: 'refused', reason: 'withdrawn' });
  });

  test('given again after a withdrawal, it is a yes', () => {
    expect(consentOn([given(), withdrawn, given()], day).state).toBe('open');
  });

  test('17: victim 16 yrs turns 18 before hearing: the word of the guardian ends on that day', () => {
    const steps = [given({ person: 'child', ofAgeOn: '2028-05-14', guardian })];
    expect(consentOn(steps, '2028-05-13')).toEqual({ state: 'open', lastDay: '2028-05-13' });
    expect(consentOn(steps, '2028-05-14')).toEqual({
      state: 'missing',
      reason: 'of-age',
      turn: 'support-officer',
    });
  });

  test('of whom only the month of birth is known, it ends with the month before', () => {
    expect(consentOn([child('2010-05')], '2028-04-30')).toEqual({ state: 'open', lastDay: '2028-04-30' });
    expect(consentOn([child('2010-05')], '2028-05-01')).toMatchObject({ reason: 'of-age' });
  });

  test('whoever is born on 29 February is of age on 1 March', () => {
    expect(consentOn([child('2008-02-29')], '2026-02-28')).toEqual({ state: 'open', lastDay: '2026-02-28' });
    expect(consentOn([child('2008-02-29')], '2026-03-01')).toMatchObject({ reason: 'of-age' });
  });
});

describe('what a session keeps of it by itself', () => {
  test('is what was wished for the session, as the strictest that was said', () => {
    expect(wishesOf(yes)).toEqual({
      wishes: ['in-camera', 'no-recording', 'no-picture', 'supporter', 'altered'],
    });
    const said = (answer: ScopeAnswer): ConsentRecord => ({
      ...yes,
      scopes: { ...yes.scopes, recording: answer, supporter: answer, alteredPictureOrVoice: answer },
      wishes: { inCamera: 'no' },
    });
    expect(wishesOf(said({ answer: 'limited', how: 'Voice.' }))).toEqual({
      wishes: ['no-recording', 'no-picture'],
    });
    expect(wishesOf(said({ answer: 'no' }))).toEqual({ wishes: ['no-recording', 'no-picture'] });
    expect(wishesOf(said({ answer: 'yes' }))).toEqual({ wishes: ['no-picture', 'supporter', 'altered'] });
  });
});

describe('what those who run the session need', () => {
  test('is what happens in the room, and nothing else of the record', () => {
    const { takePart, liveVideo, recording, alteredPictureOrVoice, supporter, womanInterpreter } = yes.scopes;
    expect(neededByThoseWhoRunIt({ ...yes, ofAgeOn: '2028-05-01', guardian })).toEqual({
      takePart,
      liveVideo,
      recording,
      alteredPictureOrVoice,
      supporter,
      womanInterpreter,
      inCamera: 'yes',
      breakEvery: 30,
    });
  });

  test('no word of a personal field gets through', () => {
    const canary = 'Kestrel';
    const planted = consentRecord.parse({
      ...fullConsent,
      sharing: [{ authority: canary, state: 'TH', purpose: 'protection' }],
      interpreter: { was: 'present', who: canary },
      capacity: { is: 'able', assessedBy: canary, how: canary },
      teachBack: { understanding: 'own-words', asked: canary },
      mark: { kind: 'two-witnesses', witnesses: [canary, 'Nurse'] },
      person: 'child',
      ofAgeOn: '2030-05-01',
      guardian: { ...guardian, who: canary, bestInterests: canary },
    });
    expect(JSON.stringify(neededByThoseWhoRunIt(planted))).not.toContain(canary);
  });
});

describe('evidence that was taken before a withdrawal', () => {
  test('goes by whether anything was to be recorded', () => {
    const recorded = {
      ...yes,
      scopes: { ...yes.scopes, recording: { answer: 'limited', how: 'Voice.' } as const },
    };
    expect(evidenceAfterWithdrawal(yes)).toBe('only-the-written-record');
    expect(evidenceAfterWithdrawal(undefined)).toBe('only-the-written-record');
    expect(evidenceAfterWithdrawal(recorded)).toBe('sealed-until-the-court-decides');
  });
});
