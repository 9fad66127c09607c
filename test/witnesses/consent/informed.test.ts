import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../functions/shared/refusals.ts';
import {
  consentRecord,
  consentScopes,
  type ConsentRecord,
} from '../../../functions/witnesses/consent/contract.ts';
import { gateOfRecord, withKnownAge } from '../../../functions/witnesses/consent/informed.ts';
import { fullConsent, told } from '../../support/consent-and-plan.ts';

const day = '2026-11-28';
const yes = consentRecord.parse(fullConsent);
const guardian = {
  who: 'grandmother',
  agrees: 'yes',
  bestInterests: 'Wants to be done with it before school begins.',
  assent: 'yes',
} as const;
const child: ConsentRecord = { ...yes, person: 'child', ofAgeOn: '2030-05-01', guardian };
const saidNo = { answer: 'no' } as const;

/** The code, and where. */
function refusedFor(record: ConsentRecord, on = day): readonly string[] {
  try {
    gateOfRecord(record, on);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [error.code, ...error.errors.map(({ pointer }) => pointer)];
  }
}
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return '';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};
const without = (name: keyof ConsentRecord): ConsentRecord => {
  const { [name]: _, ...rest } = yes;
  return rest as ConsentRecord;
};

describe('a yes', () => {
  test('that was informed, free and understood opens', () => expect(gateOfRecord(yes, day)).toBe('open'));

  test('opens whatever was said to what is not taking part', () => {
    const scopes = Object.fromEntries(
      consentScopes.map((name) => [
        name,
        name === 'takePart' || name === 'liveVideo' || name === 'transferAbroad' ? yes.scopes[name] : saidNo,
      ]),
    ) as ConsentRecord['scopes'];
    expect(gateOfRecord({ ...yes, scopes, sharing: [] }, day)).toBe('open');
  });

  test.each(['method', 'material', 'mark', 'validUntil'] as const)('needs its %s', (name) => {
    const place = name === 'mark' ? '/mark/kind' : `/${name}`;
    expect(refusedFor(without(name))).toEqual(['consent-missing', place]);
  });

  test.each(consentScopes.filter((name) => name !== 'takePart'))('needs an answer to %s', (scope) => {
    const { [scope]: _, ...scopes } = yes.scopes;
    expect(refusedFor({ ...yes, scopes })).toEqual(['consent-missing', `/scopes/${scope}`]);
  });

  test.each(told)('of somebody who was not told of %s is none', (item) => {
    expect(refusedFor({ ...yes, told: told.filter((each) => each !== item) })).toEqual([
      'consent-missing',
      '/told',
    ]);
  });

  test.each(['in-part', 'not'] as const)('that was understood %s is none', (understanding) => {
    expect(refusedFor({ ...yes, teachBack: { understanding } })).toEqual([
      'consent-missing',
      '/teachBack/understanding',
    ]);
  });

  test('of somebody who cannot decide is none', () => {
    const capacity = { is: 'not-able', assessedBy: 'Physician', how: 'A talk.' } as const;
    expect(refusedFor({ ...yes, capacity })).toEqual(['consent-missing', '/capacity/is']);
    expect(refusedFor(without('capacity'))).toEqual(['consent-missing', '/capacity/is']);
  });

  test('until a day that is over is none; on its last day it is one', () => {
    expect(refusedFor({ ...yes, validUntil: '2026-11-27' })).toEqual(['does-not-fit', '/validUntil']);
    expect(gateOfRecord({ ...yes, validUntil: day }, day)).toBe('open');
  });
});

describe('a no', () => {
  test('to taking part, or to being seen live, closes, and needs nothing else at all', () => {
    const bare = consentRecord.parse({
      scopes: { takePart: saidNo },
      sharing: [],
      language: 'shn',
      interpreter: { was: 'not-needed' },
      told: [],
      person: 'adult',
      wishes: {},
      toldTo: [],
    });
    expect(gateOfRecord(bare, day)).toBe('refused');
    expect(gateOfRecord({ ...yes, scopes: { ...yes.scopes, liveVideo: saidNo } }, day)).toBe('refused');
    // A link takes what is said to another State.
    expect(gateOfRecord({ ...yes, scopes: { ...yes.scopes, transferAbroad: saidNo } }, day)).toBe('refused');
  });

  test('of a child counts without anybody', () => {
    const alone = { ...without('ofAgeOn'), person: 'child' as const, scopes: { takePart: saidNo } };
    expect(gateOfRecord(alone, day)).toBe('refused');
  });
});

describe('what it was explained with', () => {
  test('a draft that the witness read alone, or heard without an interpreter, does not do', () => {
    for (const method of ['read-by-herself', 'read-to-her', 'explained-with-pictures'] as const) {
      expect(refusedFor({ ...yes, method })).toEqual(['material-not-usable', '/method']);
    }
    expect(refusedFor({ ...yes, interpreter: { was: 'not-needed' } })).toEqual([
      'material-not-usable',
      '/method',
    ]);
  });

  test('another text than ours does not do, nor ours after its last day', () => {
    const material = { language: 'my', version: 1, hash: '0'.repeat(64) } as const;
    expect(refusedFor({ ...yes, material })).toEqual(['material-not-usable', '/material/hash']);
    expect(refusedFor(yes, '2032-01-01')).toEqual(['material-not-usable', '/material/hash']);
  });
});

describe('a child', () => {
  test('with a guardian who agrees, and its own assent, may', () =>
    expect(gateOfRecord(child, day)).toBe('open'));

  test('is closed by the no of either', () => {
    expect(gateOfRecord({ ...child, guardian: { ...guardian, assent: 'no' } }, day)).toBe('refused');
    expect(gateOfRecord({ ...child, guardian: { ...guardian, agrees: 'no' } }, day)).toBe('refused');
  });

  test('without guardian or date of birth is refused, and so is one who passes for an adult', () => {
    const { guardian: _, ...alone } = child;
    expect(refusedFor(alone)).toEqual(['guardian-needed', '/guardian/who']);
    const { ofAgeOn, ...undated } = child;
    expect(refusedFor(undated)).toEqual(['guardian-needed', '/ofAgeOn']);
    expect(ofAgeOn).toBe('2030-05-01');
    expect(refusedFor({ ...yes, ofAgeOn: '2030-05-01' })).toEqual([
      'guardian-needed',
      '/guardian/who',
      '/person',
    ]);
  });

  test('a date of birth in the future is refused, of whoever, of a no too', () => {
    for (const ofAgeOn of ['2045-01-01', '2044-11-29']) {
      expect(refusedFor({ ...child, ofAgeOn })).toEqual(['does-not-fit', '/ofAgeOn']);
      expect(refusedFor({ ...yes, ofAgeOn, scopes: { takePart: saidNo } })).toEqual([
        'does-not-fit',
        '/ofAgeOn',
      ]);
    }
  });

  test('of 18 is an adult, for whom nobody consents', () => {
    expect(refusedFor({ ...child, ofAgeOn: '2026-11-28' })).toEqual(['does-not-fit', '/person']);
    expect(refusedFor({ ...yes, guardian })).toEqual(['does-not-fit', '/guardian/who']);
    expect(gateOfRecord({ ...yes, ofAgeOn: '2026-11-28' }, day)).toBe('open');
  });

  test('by what the case says, where the record leaves the age out', () => {
    const { ofAgeOn, ...undated } = child;
    expect(gateOfRecord(undated, day, { ofAgeOn })).toBe('open');
    expect(withKnownAge(undated, { ofAgeOn })).toEqual(child);
    expect(codeOf(() => gateOfRecord(yes, day, { ofAgeOn }))).toBe('guardian-needed');
    expect(codeOf(() => gateOfRecord(child, day, { ofAgeOn: '2030-05-02' }))).toBe('does-not-fit');
    expect(gateOfRecord(yes, day, { ofAgeOn: '2026-11-28' })).toBe('open');
  });
});

describe('the form of a record', () => {
  const formed = (more: object) => consentRecord.safeParse({ ...fullConsent, ...more }).success;

  test('two before whom it was said are two', () => {
    const said = (...witnesses: string[]) => formed({ mark: { kind: 'two-witnesses', witnesses } });
    expect(said('Nurse', 'Teacher')).toBe(true);
    expect(said('Nurse', 'nurse ')).toBe(false);
    expect(said('Nurse')).toBe(false);
    expect(formed({ mark: { kind: 'two-witnesses' } })).toBe(false);
    expect(formed({ mark: { kind: 'audio', witnesses: ['Nurse', 'Teacher'] } })).toBe(false);
  });

  test('limited says how, and nothing else does', () => {
    const recording = (given: object) => formed({ scopes: { ...fullConsent.scopes, recording: given } });
    expect(recording({ answer: 'limited', how: 'Voice only.' })).toBe(true);
    expect(recording({ answer: 'limited' })).toBe(false);
    expect(recording({ answer: 'yes', how: 'Voice only.' })).toBe(false);
  });

  test('whoever interpreted is named', () => expect(formed({ interpreter: { was: 'present' } })).toBe(false));

  test('names with what turns writing around, and days that are none, are refused', () => {
    expect(formed({ interpreter: { was: 'present', who: 'I\u202e4K' } })).toBe(false);
    expect(formed({ ofAgeOn: '2028-13-01' })).toBe(false);
    expect(formed({ ofAgeOn: '2028-00-01' })).toBe(false);
  });
});
