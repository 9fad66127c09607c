import { describe, expect, test } from 'vitest';
import { assignment, oath } from '../../functions/interpreting/contract.ts';
import { standsOf, teamStands, type OfOne } from '../../functions/interpreting/team.ts';
import { confirmed, spokenOath } from '../support/confirmed-interpreter.ts';

const { onPaper: _paper, ...form } = confirmed;
const at = '2027-03-01T00:00:00.000Z';
const one = (change: Partial<OfOne> = {}, of: object = {}): OfOne => ({
  pseudonym: 'I-2222',
  confirmed: { ...assignment.parse({ ...form, ...of }), recordedAt: at },
  declared: 'none',
  oath: { ...oath.parse(spokenOath), onPaper: true },
  briefed: 'told',
  woman: false,
  ...change,
});
const gate = (team: readonly OfOne[], wish = false) => teamStands(team, () => 'told', wish);

describe('a team', () => {
  test('is whole when each was confirmed, declared nothing, gave their word and has the briefing', () => {
    expect(gate([one()])).toEqual({ fit: 'open', interpretedBy: 'others', gate: 'open', lacks: [] });
    expect(gate([one({ confirmed: undefined })]).lacks).toEqual(['confirmation']);
    expect(gate([one({ declared: undefined })]).lacks).toEqual(['declaration']);
    expect(gate([one({ oath: undefined })]).lacks).toEqual(['oath']);
    expect(gate([one({ briefed: undefined })]).lacks).toEqual(['briefing']);
    expect(gate([one({ briefed: 'told before' })])).toMatchObject({ gate: 'missing', lacks: ['briefing'] });
    expect(gate([one({ notUnderstood: 'dialect' })])).toMatchObject({
      gate: 'missing',
      lacks: ['not-understood'],
    });
    expect(gate([one(), one({ oath: undefined })])).toMatchObject({
      gate: 'missing',
      interpretedBy: undefined,
    });
  });

  test('is refused with the conflict of any, whatever else is missing', () => {
    expect(gate([one(), one({ declared: 'declared', oath: undefined })])).toMatchObject({
      gate: 'refused',
      interpretedBy: undefined,
    });
  });

  test('has somebody who leads, both ways, whom the others can hear', () => {
    expect(gate([one({}, { part: 'check' })]).lacks).toEqual(['lead']);
    const oneWay = one({}, { direction: 'one-way' });
    expect(gate([oneWay]).lacks).toEqual(['both-directions']);
    expect(gate([oneWay, one({}, { direction: 'one-way', between: ['th', 'my'] })]).lacks).toEqual([]);
    expect(gate([oneWay, one()]).lacks).toEqual([]);
    const relay = (between: readonly [string, string]) => one({}, { part: 'relay', between });
    expect(gate([one({}, { between: ['ksw', 'my'] }), relay(['my', 'th'])]).lacks).toEqual([]);
    expect(gate([one({}, { between: ['ksw', 'my'] }), relay(['en', 'th'])]).lacks).toEqual(['relay-chain']);
  });

  test('waits while a woman is wished for and one of them is none', () => {
    expect(gate([one()], true)).toEqual({
      fit: 'open',
      interpretedBy: 'others',
      gate: 'missing',
      lacks: ['woman'],
    });
    expect(gate([one({ woman: true })], true)).toMatchObject({ gate: 'open', interpretedBy: 'women' });
    expect(gate([one({ woman: true }), one()], true).gate).toBe('missing');
    expect(gate([one({ declared: 'declared' })], true).gate).toBe('refused');
  });
});

describe('what was entered of one', () => {
  const whose = { pseudonym: 'I-2222', declared: 'none', woman: false } as const;
  const said = { pseudonym: 'I-2222', recordedAt: at };
  const parsed = assignment.parse(form);

  test('the last of each stands, and nothing of anybody else', () => {
    const other = assignment.parse({ ...form, mode: 'simultaneous' });
    const stood = standsOf(
      [
        { ...said, assignment: parsed },
        { ...said, briefed: 'one' },
        { ...said, assignment: other },
        { ...said, pseudonym: 'I-4444', briefed: 'two' },
      ],
      whose,
    );
    expect(stood).toMatchObject({ confirmed: { mode: 'simultaneous' }, briefed: 'one' });
  });

  test('whoever is confirmed anew is understood, until somebody says otherwise again', () => {
    const steps = [
      { ...said, assignment: parsed },
      { ...said, notUnderstood: 'dialect' as const },
    ];
    expect(standsOf(steps, whose).notUnderstood).toBe('dialect');
    expect(standsOf([...steps, { ...said, assignment: parsed }], whose).notUnderstood).toBeUndefined();
  });

  test('a confirmation of before counts as it did', () => {
    const earlier = {
      between: parsed.between,
      mode: 'consecutive',
      conflict: 'none-declared',
      undertaking: true,
    } as const;
    const of = (change: object = {}) =>
      gate([standsOf([{ ...said, earlier: { ...earlier, ...change } }], { ...whose, declared: undefined })]);
    expect(of().gate).toBe('open');
    expect(of({ conflict: 'declared' }).gate).toBe('refused');
    expect(of({ undertaking: false }).lacks).toEqual(['oath']);
  });
});
