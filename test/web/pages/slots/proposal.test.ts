import { describe, expect, test } from 'vitest';
import type { Role } from '../../../../functions/shared/access/roles.ts';
import { searchSlots } from '../../../../functions/availability/search/contract.ts';
import { parseInstant } from '../../../../functions/shared/values/instants.ts';
import {
  firstProposal,
  usualInterpreter,
  proposalOfKind,
} from '../../../../web/src/pages/slots/first-proposal.ts';
import { partiesOf } from '../../../../web/src/pages/slots/parties.ts';
import { proposal as proposalShape } from '../../../../functions/sessions/proposal/contract.ts';
import { takenOf } from '../../../../web/src/pages/slots/taken.ts';
import { widened } from '../../../../web/src/pages/slots/widen.ts';
import {
  blockOf,
  membersIn,
  proposedIn,
  questionOf,
  type Wanted,
} from '../../../../web/src/pages/slots/proposal.ts';

const id = (letter: string) => `0${letter.repeat(25)}`;
const member = (letter: string, role: Role) => ({
  personId: id(letter),
  role,
  pseudonym: `X-${letter}`,
  label: role,
});
const members = [
  member('1', 'prosecutor'),
  member('2', 'clerk'),
  member('3', 'clerk'),
  member('4', 'support-officer'),
  member('5', 'attending-officer'),
  member('6', 'auditor'),
];
const found = { requestingState: 'TH', hostState: 'MM', members, witness: { holder: id('4') } };
const context = {
  caseId: id('7'),
  members,
  zone: 'Asia/Bangkok',
  today: '2026-11-24',
  witness: 'W-4K7Q',
  usual: usualInterpreter(found),
};
const first = firstProposal(found, { personId: id('1') }, '2026-11-24');

test('at first: those whom a hearing needs, and anybody vetted between the two courts’ languages', () => {
  expect(first.members).toEqual([id('1'), id('2'), id('4'), id('5')]);
  expect(first.interpreter).toMatchObject({ kind: 'any', between: ['my', 'th'], vetted: true });
  expect(firstProposal({ ...found, hostState: 'TH' }, { personId: id('1') }, '').interpreter).toEqual({
    kind: 'none',
  });
});

describe('the question', () => {
  test('begins and ends with days of the one who looks, and is one that the service takes', () => {
    const question = questionOf(first, context);
    expect(question.earliest).toBe('2026-11-23T17:00:00.000Z');
    expect(question.latest).toBe('2026-12-21T17:00:00.000Z');
    expect(searchSlots.body.safeParse(question).success).toBe(true);
  });

  test('a second interpreter has a seat beside the one who is looked for, and is with her before and after', () => {
    const [one, another] = [`1${'a'.repeat(25)}`, `1${'b'.repeat(25)}`] as [string, string];
    const second = { ...member('8', 'interpreter'), personId: another };
    const team = { ...context, members: [...members, second] };
    const proposal: Wanted = {
      ...first,
      pre: 15,
      members: [another],
      interpreter: { kind: 'one', id: one },
    };
    const question = questionOf(proposal, team);
    expect(question.proposal.seats).toEqual([
      { seat: 'witness', ids: ['W-4K7Q'] },
      { seat: 'interpreter', ids: [one, another] },
    ]);
    // Whoever is with her is needed before and after without being named.
    expect(question.proposal.parts[0]).toEqual({ kind: 'pre', at: 0, minutes: 15 });
    expect(searchSlots.body.safeParse(question).success).toBe(true);
  });

  test('of several days, each with the same parts, by the clock of the venue', () => {
    const days = { ...context, again: [1440], venue: 'Asia/Yangon' };
    expect(questionOf(first, days)).toMatchObject({
      proposal: {
        zone: 'Asia/Yangon',
        days: [{ local: '2026-11-24T09:00' }, { local: '2026-11-25T09:00' }],
      },
    });
    const start = parseInstant('2027-01-05T02:00:00Z');
    expect(widened(first, { kind: 'later', start }, days)?.days).toBe(44);
  });

  test('several can have one seat', () => {
    const both: Wanted = { ...first, members: [id('2'), id('3')] };
    expect(membersIn(both, context).map(({ personId }) => personId)).toEqual([id('2'), id('3')]);
    expect(proposedIn(both, context).seats).toContainEqual({ seat: 'clerk', ids: [id('2'), id('3')] });
  });

  test('criteria stand in it only where they were asked for', () => {
    const any = { ...context.usual, gender: 'woman', dialect: ' Rakhine ', notFrom: 'MM' } as const;
    expect(questionOf({ ...first, interpreter: any }, context).pools).toEqual([
      {
        key: 'interpreter',
        kind: 'interpreter',
        between: ['my', 'th'],
        gender: 'woman',
        dialect: 'Rakhine',
        vettedSince: '2025-11-24',
        notFrom: ['MM'],
      },
    ]);
    const room = { kind: 'any', city: '', vetted: false } as const;
    expect(questionOf({ ...first, interpreter: { kind: 'none' }, room }, context).pools).toEqual([
      { key: 'room', kind: 'room' },
    ]);
  });

  test('one interpreter and one room take part like everybody else', () => {
    const proposal: Wanted = {
      ...first,
      members: [],
      interpreter: { kind: 'one', id: id('8') },
      room: { kind: 'these', ids: [id('9'), id('a')] },
    };
    expect(questionOf(proposal, context)).toMatchObject({
      proposal: {
        seats: [
          { seat: 'witness', ids: ['W-4K7Q'] },
          { seat: 'interpreter', ids: [id('8')] },
        ],
        rooms: [id('9'), id('a')],
      },
      // Of what an interpreter is needed for here is warned.
      interprets: { between: ['my', 'th'], vettedSince: '2025-11-24' },
      pools: [],
    });
  });

  test('before and after, only those who are with her', () => {
    const around = { ...first, pre: 15, post: 30 };
    expect(proposedIn(around, context).parts.map(({ kind, at, minutes }) => [kind, at, minutes])).toEqual([
      ['pre', 0, 15],
      ['main', 15, 60],
      ['post', 75, 30],
    ]);
    expect(blockOf(around, 'clerk')).toEqual({ at: 15, minutes: 60 });
    for (const place of ['witness', 'support-officer', 'attending-officer', 'interpreter', 'room'] as const)
      expect([place, blockOf(around, place)]).toEqual([place, { at: 0, minutes: 105 }]);
  });
});

describe('for each kind of session', () => {
  const others = [...members, member('7', 'central-authority'), member('8', 'central-authority')];
  const file = { ...found, members: others };
  const of = (kind: Wanted['kind']) => firstProposal(file, { personId: id('1') }, '2026-11-24', kind);
  const seats = (kind: Wanted['kind']) =>
    questionOf(of(kind), { ...context, members: others }).proposal.seats.map(
      ({ seat, ids }) => `${seat} ${ids.length}`,
    );

  test('a visit needs her officer and her, a rehearsal no officer of the host State', () => {
    expect(seats('preparation-visit')).toEqual(['support-officer 1', 'witness 1']);
    expect(seats('rehearsal')).toEqual(['prosecutor 1', 'clerk 1', 'support-officer 1', 'witness 1']);
    expect(of('preparation-visit').interpreter.kind).toBe('any');
  });

  test('central authorities meet each other, without anybody who is heard', () => {
    const proposal = of('central-authority-meeting');
    expect(seats('central-authority-meeting')).toEqual(['central-authority 2']);
    expect(proposal.interpreter).toEqual({ kind: 'none' });
    const at = parseInstant('2026-12-01T02:00:00Z');
    expect(takenOf(proposal, { ...context, members: others }, at, {})).toMatchObject({
      kind: 'central-authority-meeting',
      seats: [{ seat: 'central-authority', ids: [id('7'), id('8')] }],
    });
  });

  test('another kind keeps the time, the room and who interprets', () => {
    const one: Wanted = { ...first, minutes: 90, pre: 30, interpreter: { kind: 'one', id: id('9') } };
    const visit = proposalOfKind(one, 'preparation-visit', of('preparation-visit'));
    expect(visit).toMatchObject({ minutes: 90, pre: 30, interpreter: one.interpreter, members: [id('4')] });
    const meeting = proposalOfKind(visit, 'central-authority-meeting', of('central-authority-meeting'));
    expect(meeting).toMatchObject({ minutes: 90, pre: 0, post: 0, interpreter: { kind: 'none' } });
  });
});

test('the rows of the picture are the seats of the question, in its keys', () => {
  const question = questionOf(first, context);
  const asked: string[] = [
    ...question.proposal.seats.flatMap(({ ids }): string[] => ids),
    ...(question.pools ?? []).map(({ key }) => key),
  ];
  const keys = partiesOf(first, context).map(({ key }) => key);
  expect(keys.toSorted()).toEqual(asked.toSorted());
});

describe('a change that would open a time', () => {
  const start = parseInstant('2027-01-05T02:00:00Z');
  const any = { ...context.usual, gender: 'woman', dialect: 'Rakhine', mode: 'simultaneous' } as const;
  const proposal: Wanted = {
    ...first,
    interpreter: any,
    room: { kind: 'any', city: 'Yangon', vetted: true },
  };

  test('hours and length', () => {
    expect(widened(proposal, { kind: 'outside-hours', keys: [], minutes: 30, start }, context)).toEqual({
      ...proposal,
      outsideHours: true,
    });
    expect(widened(proposal, { kind: 'shorter', minutes: 45, start }, context)?.minutes).toBe(45);
  });

  test('later: until the session of that start has ended, and never beyond what the search answers', () => {
    // 5 January at 09:00 to 10:00 in Bangkok lies on the 43rd day.
    expect(widened(proposal, { kind: 'later', start }, context)?.days).toBe(43);
    const far = parseInstant('2027-06-05T02:00:00Z');
    expect(widened(proposal, { kind: 'later', start: far }, context)).toBeUndefined();
  });

  test.each([
    ['dialect', { dialect: '' }],
    ['mode', { mode: '' }],
    ['gender', { gender: '' }],
    ['vettedSince', { vetted: false }],
    ['notFrom', { notFrom: '' }],
  ] as const)('without %s', (dropped, changed) => {
    const change = { kind: 'criterion', key: 'interpreter', dropped, start } as const;
    expect(widened(proposal, change, context)).toEqual({ ...proposal, interpreter: { ...any, ...changed } });
  });

  test.each([
    ['city', { city: '' }],
    ['vetted', { vetted: false }],
  ] as const)('without %s of a room', (dropped, changed) => {
    const change = { kind: 'criterion', key: 'room', dropped, start } as const;
    expect(widened(proposal, change, context)?.room).toEqual({
      kind: 'any',
      city: 'Yangon',
      vetted: true,
      ...changed,
    });
  });

  test('buffers and notice', () => {
    expect(widened(proposal, { kind: 'no-buffers', keys: ['clerk'], start }, context)).toEqual({
      ...proposal,
      withoutBuffers: true,
    });
    expect(widened(proposal, { kind: 'short-notice', keys: ['clerk'], start }, context)).toEqual({
      ...proposal,
      shortNotice: true,
    });
  });

  test('a session that is moved gets no shorter', () => {
    const moving = { ...context, moving: id('b') };
    expect(widened(proposal, { kind: 'shorter', minutes: 45, start }, moving)).toBeUndefined();
    expect(widened(proposal, { kind: 'short-notice', keys: [], start }, moving)).toBeDefined();
  });
});

test('what is taken to the booking page: ids and times, and nothing else', () => {
  const start = parseInstant('2026-12-01T02:00:00Z');
  const proposal: Wanted = { ...first, pre: 15, room: { kind: 'any', city: '', vetted: true } };
  const made = takenOf(proposal, context, start, { interpreter: id('8'), room: id('9') });
  expect(made).toEqual({
    caseId: id('7'),
    kind: 'interview',
    zone: 'Asia/Bangkok',
    days: [{ local: '2026-12-01T09:00', offset: '+07:00' }],
    parts: [
      { kind: 'pre', at: 0, minutes: 15 },
      { kind: 'main', at: 15, minutes: 60 },
    ],
    seats: [
      { seat: 'prosecutor', ids: [id('1')] },
      { seat: 'clerk', ids: [id('2')] },
      { seat: 'support-officer', ids: [id('4')] },
      { seat: 'witness', ids: ['W-4K7Q'] },
      { seat: 'interpreter', ids: [id('8')] },
      { seat: 'attending-officer', ids: [id('5')] },
    ],
    rooms: [id('9')],
  });
  expect(proposalShape.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
  const overrides = [{ what: 'buffer', reason: 'agreed-by-all' }] as const;
  const asked = takenOf(proposal, context, start, {}, overrides);
  expect(proposalShape.parse(JSON.parse(JSON.stringify(asked))).overrides).toEqual(overrides);
});
