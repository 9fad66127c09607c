import { describe, expect, it } from 'vitest';
import type { Act, Somebody } from '../../functions/hearing/act.ts';
import { asSeenBy, screenedIn, sees } from '../../functions/hearing/for-whom.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';
import { languageTag } from '../../functions/shared/values/languages.ts';
import { pseudonym } from '../../functions/shared/values/ids.ts';
import { allOpen } from '../support/all-open.ts';
import type { Role } from '../../functions/shared/access/roles.ts';

/** Who is shown which act of a hearing: each kind, from each side. */

const seat = (role: Role, name: string): Somebody => ({ seat: role, pseudonym: name });
const clerk = seat('clerk', 'C-2222');
const judge = seat('judge', 'J-2222');
const prosecutor = seat('prosecutor', 'P-2222');
const counsel = seat('defence-counsel', 'D-2222');
const officer = seat('attending-officer', 'A-2222');
const supporter = seat('support-officer', 'S-2222');
const witness = seat('witness', 'W-2222');
const another = seat('witness', 'W-4444');
const hers = seat('interpreter', 'I-2222');
const theirs = seat('interpreter', 'I-4444');
const accused = seat('accused', 'R-2222');
const guard = seat('custody-officer', 'K-2222');
const observer = seat('observer', 'O-2222');
const everybody = [
  clerk,
  judge,
  prosecutor,
  counsel,
  officer,
  supporter,
  witness,
  another,
  hers,
  theirs,
  accused,
  guard,
  observer,
];

const ids = '0123456789abcdefghjkmnpqrstvwxyz'.split('').map((letter) => letter.padStart(26, '4'));
let made = 0;
type Given = { readonly kind: Act['kind'] } & Readonly<Record<string, unknown>>;
function act(by: Somebody, given: Given): Act {
  made += 1;
  return {
    number: made,
    recordedAt: parseInstant('2026-11-25T03:00:00.000Z'),
    recordedBy: by.pseudonym,
    id: ids[made % ids.length],
    by,
    disclosures: {},
    ...given,
  } as unknown as Act;
}

const tag = (text: string) => languageTag.parse(text);
const channel = (interpreter: Somebody, from: string, to: string, of: Somebody) => ({
  interpreter: pseudonym.parse(interpreter.pseudonym),
  from: tag(from),
  to: tag(to),
  of: pseudonym.parse(of.pseudonym),
});
const text = { language: 'my', version: 1, hash: '0'.repeat(64) } as const;
const languages = act(clerk, {
  kind: 'languages',
  how: 'consecutive',
  channels: [
    channel(hers, 'shn', 'th', witness),
    channel(hers, 'th', 'shn', witness),
    channel(theirs, 'th', 'km', accused),
    channel(theirs, 'km', 'th', accused),
  ],
});
const oath = act(clerk, {
  kind: 'oath',
  of: witness,
  form: 'oath',
  state: 'MM',
  text,
  draft: true,
  readOut: true,
  answered: 'aloud',
  outcome: 'taken',
});
const told = act(clerk, {
  kind: 'told',
  of: witness,
  what: 'rights',
  text,
  draft: true,
  readOut: true,
  told: 'J-2222',
  understood: true,
});
const readBack = act(clerk, {
  kind: 'read-back',
  of: witness,
  language: 'shn',
  corrections: [{ place: 'p. 2', text: 'at Taunggyi' }],
  outcome: 'confirmed',
});
const objection = act(counsel, { kind: 'objection', ground: 'leading', words: 'She said it at Taunggyi.' });
const ruling = act(judge, { kind: 'ruling', on: objection.id, ruling: 'sustained' });
const challenge = act(prosecutor, {
  kind: 'challenge',
  what: 'wrong-word',
  interpreter: 'I-2222',
  words: 'Shan',
});
const ofTheirs = act(prosecutor, { kind: 'challenge', what: 'left-out', interpreter: 'I-4444' });
const onChallenge = act(judge, { kind: 'ruling', on: challenge.id, ruling: 'corrected' });
const stop = act(clerk, { kind: 'stop', of: witness });
const onStop = act(judge, { kind: 'ruling', on: stop.id, ruling: 'answer-again' });
const handOver = act(hers, { kind: 'hand-over', from: 'I-2222', to: 'I-6666' });
const signal = act(witness, { kind: 'signal', what: 'not-understood' });
const all = [
  languages,
  oath,
  told,
  readBack,
  objection,
  ruling,
  challenge,
  ofTheirs,
  onChallenge,
  stop,
  onStop,
  handOver,
  signal,
];

const door = {
  sessionId: ids[0] ?? '',
  kind: 'deposition' as const,
  gates: allOpen,
  seats: everybody,
  apart: [
    { pseudonym: 'R-2222', why: 'pair' as const },
    { pseudonym: 'O-2222', why: 'in-camera' as const },
  ],
};
const room = { beside: { 'I-4444': 'R-2222' } };
const day = { acts: all, screened: screenedIn(door, room) };
const whoSee = (one: Act) => everybody.filter((each) => sees(one, each, day)).map((each) => each.pseudonym);
const shown = (one: Act, to: Somebody, knowsLanguages = false) =>
  asSeenBy(one, { ...to, knowsLanguages }, day);

const court = ['C-2222', 'J-2222', 'P-2222', 'D-2222'];
const besideHer = ['A-2222', 'S-2222'];

describe('the screened side', () => {
  it('is the accused, who guards them, and who interprets beside them', () => {
    expect([...day.screened].toSorted()).toEqual(['I-4444', 'K-2222', 'R-2222']);
  });
  it('is counsel too, where they are kept apart; and nobody who is out since the court sits in camera', () => {
    const apart = [{ pseudonym: 'D-2222', why: 'plan' as const }];
    expect([...screenedIn({ ...door, apart }, {})].toSorted()).toEqual(['D-2222', 'K-2222', 'R-2222']);
  });
  it('goes by where somebody sits, and not by the languages that were said: beside her, or in court, is no part of it', () => {
    for (const whom of ['W-2222', 'court'])
      expect(screenedIn(door, { beside: { 'I-4444': whom } }).has('I-4444')).toBe(false);
  });
});

describe('who is shown', () => {
  it.each([
    ['an oath of hers', oath, [...court, ...besideHer, 'W-2222']],
    ['her rights', told, [...court, ...besideHer, 'W-2222']],
    ['that it was read back to her', readBack, [...court, ...besideHer, 'W-2222']],
    ['an objection', objection, [...court, ...besideHer, 'R-2222']],
    ['the ruling on it', ruling, [...court, ...besideHer, 'R-2222']],
    ['a challenge to her interpreter', challenge, [...court, ...besideHer, 'I-2222']],
    ['the ruling on that', onChallenge, [...court, ...besideHer, 'I-2222']],
    [
      'a challenge to the accused’s',
      ofTheirs,
      [...court, ...besideHer, 'I-2222', 'I-4444', 'R-2222', 'K-2222'],
    ],
    ['that she stopped', stop, [...court, ...besideHer, 'W-2222']],
    ['what follows that', onStop, [...court, ...besideHer, 'W-2222']],
    ['a hand-over', handOver, [...court, ...besideHer, 'I-2222']],
    [
      'that she does not understand',
      signal,
      ['C-2222', 'J-2222', 'P-2222', ...besideHer, 'I-2222', 'W-2222'],
    ],
    ['the languages', languages, [...court, ...besideHer, 'I-2222', 'I-4444', 'R-2222', 'K-2222']],
  ])('%s', (_what, one, whom) => {
    expect(whoSee(one).toSorted()).toEqual(whom.toSorted());
  });
});

describe('what of it', () => {
  it('the screened side is shown tells neither her languages, nor her place, nor who interprets for her', () => {
    const everything = [counsel, accused, guard, theirs].flatMap((reader) => {
      const screened = new Set([...day.screened, 'D-2222']);
      return all.flatMap(
        (one) => asSeenBy(one, { ...reader, knowsLanguages: false }, { ...day, screened }) ?? [],
      );
    });
    expect(everything.length).toBeGreaterThan(5);
    // What counsel typed themselves, they read.
    const own = JSON.stringify(everything.filter((each) => each.kind !== 'objection'));
    for (const secret of ['shn', '"my"', 'W-2222', 'I-2222', 'MM', 'Taunggyi', 'Shan'])
      expect(own).not.toContain(secret);
    expect(shown(languages, accused)).toMatchObject({
      channels: [
        { from: 'th', to: 'km' },
        { from: 'km', to: 'th' },
      ],
    });
  });

  it('is without what she speaks for whoever may not know it, the judge too, and with it for whoever may', () => {
    for (const one of [oath, told, readBack, languages]) {
      expect(JSON.stringify(shown(one, judge))).not.toMatch(/"(?:my|shn)"/);
      expect(JSON.stringify(shown(one, supporter, true))).toMatch(/"(?:my|shn)"/);
    }
    expect(shown(oath, witness)).toMatchObject({ text });
    expect(JSON.stringify(shown(languages, hers))).toContain('shn');
  });

  it('are words for those who hear the parties, and for whoever said them', () => {
    expect(shown(objection, judge)).toHaveProperty('words');
    expect(shown(objection, supporter)).not.toHaveProperty('words');
    expect(shown(objection, accused)).not.toHaveProperty('words');
    expect(shown(objection, counsel)).toHaveProperty('words');
    expect(shown(challenge, hers)).not.toHaveProperty('words');
    expect(shown(readBack, officer)).toHaveProperty('corrections');
    expect(shown(readBack, witness)).not.toHaveProperty('corrections');
  });

  it('is nothing for somebody else who is heard, and for whoever listens', () => {
    for (const reader of [another, observer])
      expect(all.map((one) => shown(one, reader)).filter((each) => each !== undefined)).toEqual([]);
  });
});
