import { describe, expect, test } from 'vitest';
import { searchSlots } from '../../../../functions/availability/search/contract.ts';
import { parseInstant } from '../../../../functions/shared/values/instants.ts';
import { firstWanted, wantedOfKind } from '../../../../web/src/pages/slots/first-wanted.ts';
import { attendeesOf } from '../../../../web/src/pages/slots/attendees.ts';
import { toBooking } from '../../../../web/src/pages/slots/to-booking.ts';
import { widened } from '../../../../web/src/pages/slots/widen.ts';
import {
  blockOf,
  membersIn,
  proposedIn,
  questionOf,
  type WantedSession,
} from '../../../../web/src/pages/slots/wanted-session.ts';
import { id, member, members, found, context, first } from './sample-wanted.ts';

test('at first: those whom a hearing needs, and anybody vetted between the two courts’ languages', () => {
  expect(first.members).toEqual([id('1'), id('2'), id('4'), id('5')]);
  expect(first.interpreter).toMatchObject({ kind: 'any', between: ['my', 'th'], vetted: true });
  expect(firstWanted({ ...found, hostState: 'TH' }, { personId: id('1') }, '').interpreter).toEqual({
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
    const wanted: WantedSession = {
      ...first,
      pre: 15,
      members: [another],
      interpreter: { kind: 'one', id: one },
    };
    const question = questionOf(wanted, team);
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
    const both: WantedSession = { ...first, members: [id('2'), id('3')] };
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
    const wanted: WantedSession = {
      ...first,
      members: [],
      interpreter: { kind: 'one', id: id('8') },
      room: { kind: 'these', ids: [id('9'), id('a')] },
    };
    expect(questionOf(wanted, context)).toMatchObject({
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
  const of = (kind: WantedSession['kind']) => firstWanted(file, { personId: id('1') }, '2026-11-24', kind);
  const seats = (kind: WantedSession['kind']) =>
    questionOf(of(kind), { ...context, members: others }).proposal.seats.map(
      ({ seat, ids }) => `${seat} ${ids.length}`,
    );

  test('a visit needs her officer and her, a rehearsal no officer of the host State', () => {
    expect(seats('preparation-visit')).toEqual(['support-officer 1', 'witness 1']);
    expect(seats('rehearsal')).toEqual(['prosecutor 1', 'clerk 1', 'support-officer 1', 'witness 1']);
    expect(of('preparation-visit').interpreter.kind).toBe('any');
  });

  test('central authorities meet each other, without anybody who is heard', () => {
    const wanted = of('central-authority-meeting');
    expect(seats('central-authority-meeting')).toEqual(['central-authority 2']);
    expect(wanted.interpreter).toEqual({ kind: 'none' });
    const at = parseInstant('2026-12-01T02:00:00Z');
    expect(toBooking(wanted, { ...context, members: others }, at, {})).toMatchObject({
      kind: 'central-authority-meeting',
      seats: [{ seat: 'central-authority', ids: [id('7'), id('8')] }],
    });
  });

  test('another kind keeps the time, the room and who interprets', () => {
    const one: WantedSession = { ...first, minutes: 90, pre: 30, interpreter: { kind: 'one', id: id('9') } };
    const visit = wantedOfKind(one, 'preparation-visit', of('preparation-visit'));
    expect(visit).toMatchObject({ minutes: 90, pre: 30, interpreter: one.interpreter, members: [id('4')] });
    const meeting = wantedOfKind(visit, 'central-authority-meeting', of('central-authority-meeting'));
    expect(meeting).toMatchObject({ minutes: 90, pre: 0, post: 0, interpreter: { kind: 'none' } });
  });
});

test('the rows of the picture are the seats of the question, in its keys', () => {
  const question = questionOf(first, context);
  const asked: string[] = [
    ...question.proposal.seats.flatMap(({ ids }): string[] => ids),
    ...(question.pools ?? []).map(({ key }) => key),
  ];
  const keys = attendeesOf(first, context).map(({ key }) => key);
  expect(keys.toSorted()).toEqual(asked.toSorted());
});
