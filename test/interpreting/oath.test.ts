import { expect, test } from 'vitest';
import { oath } from '../../functions/interpreting/contract.ts';
import { checkOath } from '../../functions/interpreting/oath.ts';
import { oathIn, type OathLaw } from '../../functions/requests/port/oaths.ts';
import { writtenDown } from '../../functions/requests/law/states.ts';
import { Refusal } from '../../functions/shared/refusals.ts';
import { spokenOath } from '../support/confirmed-interpreter.ts';

const asked: OathLaw = { standing: 'ask' };
function faultOf(change: object, law = asked): string {
  try {
    checkOath(oath.parse({ ...spokenOath, ...change }), {
      states: ['TH', 'MM'],
      day: '2027-03-01',
      law,
      at: '/oath',
    });
    return 'none';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return `${error.code} ${error.errors.map(({ pointer }) => pointer).join(' ')}`;
  }
}

test('is taken before a State of the case, by a text of ours, and a draft is spoken', () => {
  expect(faultOf({})).toBe('none');
  expect(faultOf({ state: 'AU' })).toBe('does-not-fit /oath/state');
  expect(faultOf({ spoken: false })).toBe('material-not-usable /oath/text');
  expect(faultOf({ text: { ...spokenOath.text, hash: '0'.repeat(64) } })).toBe(
    'material-not-usable /oath/text',
  );
});

test('that is kept on file was taken before', () => {
  expect(faultOf({ onFile: { reference: '12/2026', on: '2026-05-01' } })).toBe('none');
  expect(faultOf({ onFile: { reference: '12/2026', on: '2027-03-02' } })).toBe(
    'does-not-fit /oath/onFile/on',
  );
});

test('has a form that the law knows, where that was read; what nobody read binds nobody', () => {
  expect(faultOf({ form: 'oath' }, { standing: 'sure', value: 'undertaking' })).toBe(
    'does-not-fit /oath/form',
  );
  expect(faultOf({ form: 'undertaking' }, { standing: 'sure', value: 'either' })).toBe(
    'does-not-fit /oath/form',
  );
  expect(faultOf({ form: 'oath' }, { standing: 'sure', value: 'either' })).toBe('none');
  expect(faultOf({ form: 'oath' }, { standing: 'ask', value: 'undertaking' })).toBe('none');
});

test('is a question in every State, since nobody read its law', () => {
  for (const { state } of writtenDown)
    expect(oathIn('interpreterOath', state, '2027-03-01').standing, state).toBe('ask');
  expect(oathIn('interpreterOath', 'BR', '2027-03-01')).toEqual({ standing: 'ask' });
});
