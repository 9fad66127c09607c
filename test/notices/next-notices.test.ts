import { describe, expect, test } from 'vitest';
import type { Recipient } from '../../functions/notices/recipients.ts';
import { noticeKinds } from '../../functions/notices/contract.ts';
import { isNews } from '../../functions/notices/notice-kinds.ts';
import { nextNotices, type Appointment, type Told } from '../../functions/notices/next-notices.ts';
import { addMinutes, parseInstant, type Instant } from '../../functions/shared/values/instants.ts';

const now = parseInstant('2026-03-20T00:00:00Z');
const booked: Appointment = {
  status: 'booked',
  start: parseInstant('2026-04-09T02:30:00Z'),
  end: parseInstant('2026-04-09T04:30:00Z'),
};
const moved: Appointment = {
  ...booked,
  start: addMinutes(booked.start, 60),
  end: addMinutes(booked.end, 60),
};

const clerk: Recipient = {
  seat: 'clerk',
  pseudonym: 'C-4K7Q',
  personId: 'clerk',
  audience: 'account',
  zone: 'Asia/Bangkok',
  clock: 'Asia/Bangkok',
  language: 'th',
  inTheOpen: true,
  active: true,
};
const interpreter: Recipient = {
  ...clerk,
  seat: 'interpreter',
  pseudonym: 'I-4K7Q',
  personId: 'interpreter',
  zone: 'Australia/Sydney',
  clock: 'Australia/Sydney',
};
const other: Recipient = { ...interpreter, pseudonym: 'I-9CDF', personId: 'other' };
const both = [clerk, interpreter];

/** What is written in one step after another, each from what was told in the one before. */
function run(...steps: readonly (readonly [Appointment, seated?: readonly Recipient[]])[]) {
  let told: readonly Told[] = [];
  const written = steps.map(([appointment, seated = both]) => {
    const former = both.filter((each) => told.some(({ pseudonym }) => pseudonym === each.pseudonym));
    const recipients = [...seated, ...former.filter((each) => !seated.includes(each))];
    const step = nextNotices(told, appointment, seated, recipients, now);
    told = step.told;
    return step.drafts.map(({ kind, recipient, sequence }) => `${kind} ${recipient.seat} ${sequence}`);
  });
  return { written, told };
}

describe('people are told', () => {
  test('once of a booking, and nothing more while nothing differs', () => {
    const { written } = run([booked], [booked], [booked]);
    expect(written).toEqual([['confirmation clerk 0', 'confirmation interpreter 0'], [], []]);
  });

  test('of a move, with a higher sequence, and with the time before', () => {
    const { written } = run([booked], [moved], [moved]);
    expect(written.slice(1)).toEqual([['change clerk 1', 'change interpreter 1'], []]);
    const { told } = run([booked]);
    const [draft] = nextNotices(told, moved, both, both, now).drafts;
    expect(draft).toMatchObject({
      span: { start: moved.start, end: moved.end },
      before: { start: booked.start, end: booked.end },
    });
  });

  test('of another end alone', () => {
    const longer = { ...booked, end: addMinutes(booked.end, 30) };
    expect(run([booked], [longer]).written[1]).toEqual(['change clerk 1', 'change interpreter 1']);
  });

  test('only of the last of several moves, and of none that was taken back', () => {
    expect(run([booked], [booked]).written[1]).toEqual([]);
    expect(run([booked], [moved], [booked]).written[2]).toEqual(['change clerk 2', 'change interpreter 2']);
  });

  test('of a cancellation once, and anew when it is taken back', () => {
    const cancelled = { ...booked, status: 'cancelled' as const };
    expect(run([booked], [cancelled], [cancelled], [moved]).written.slice(1)).toEqual([
      ['cancellation clerk 1', 'cancellation interpreter 1'],
      [],
      ['confirmation clerk 2', 'confirmation interpreter 2'],
    ]);
  });

  test('when somebody takes another’s seat: the one to come, the other not to', () => {
    expect(run([booked], [booked, [clerk, other]], [booked, [clerk, other]]).written.slice(1)).toEqual([
      ['confirmation interpreter 0', 'release interpreter 1'],
      [],
    ]);
  });

  test('by the old clock that it is off, even if the reader has moved since', () => {
    const { told } = run([booked]);
    const abroad = { ...interpreter, zone: 'Asia/Tokyo' };
    const step = nextNotices(told, { ...booked, status: 'cancelled' }, both, [clerk, abroad], now);
    expect(step.drafts.map(({ recipient }) => recipient.zone)).toEqual(['Asia/Bangkok', 'Australia/Sydney']);
  });

  test('nothing of a session that has ended, and nothing about what is past', () => {
    const late = parseInstant('2026-04-09T05:00:00Z');
    const { told } = run([booked]);
    expect(nextNotices(told, { ...booked, status: 'ended' }, both, both, now).drafts).toEqual([]);
    expect(nextNotices([], booked, both, both, late).drafts).toEqual([]);
    expect(nextNotices(told, { ...booked, status: 'cancelled' }, both, both, late).drafts).toEqual([]);
  });

  test('while a session runs that it is off, but not that it was moved into the past', () => {
    const during = parseInstant('2026-04-09T03:00:00Z');
    const { told } = run([booked]);
    const cancelled = nextNotices(told, { ...booked, status: 'cancelled' }, both, both, during);
    expect(cancelled.drafts).toHaveLength(2);
    const yesterday = (at: string) => parseInstant(`2026-04-08T${at}Z`);
    const past = { ...booked, start: yesterday('02:30:00'), end: yesterday('04:30:00') };
    expect(nextNotices(told, past, both, both, during).drafts).toEqual([]);
  });

  describe('of a session on several days, after the first', () => {
    const day = (date: string, until = '04:30') => ({
      start: parseInstant(`${date}T02:30:00Z`),
      end: parseInstant(`${date}T${until}:00Z`),
    });
    const on = (...days: readonly { start: Instant; end: Instant }[]): Appointment => ({
      status: 'booked',
      start: days[0]?.start ?? now,
      end: days.at(-1)?.end ?? now,
      days,
    });
    const [first, second, third] = [day('2026-04-09'), day('2026-04-10'), day('2026-04-11')];
    const whole = on(first, second, third);
    const evening = parseInstant('2026-04-09T12:00:00Z');
    const { told } = nextNotices([], whole, both, both, now);
    const kinds = (appointment: Appointment, at = evening, seated: readonly Recipient[] = both) =>
      nextNotices(told, appointment, seated, [...new Set([...seated, ...both])], at).drafts.map(
        ({ kind, recipient }) => `${kind} ${recipient.pseudonym}`,
      );

    test('a newcomer that it goes on, and the one replaced not to come', () => {
      expect(kinds(whole, evening, [clerk, other])).toEqual(['confirmation I-9CDF', 'release I-4K7Q']);
      expect(kinds(whole, third.end, [clerk, other])).toEqual([]);
    });

    test('of another length of the days to come, and of nothing that was', () => {
      const shorter = on(first, day('2026-04-10', '03:30'), third);
      expect(kinds(shorter)).toEqual(['change C-4K7Q', 'change I-4K7Q']);
      expect(kinds(shorter, second.end)).toEqual([]);
      expect(kinds(on(day('2026-04-09', '03:30'), second, third))).toEqual([]);
    });

    test('a newcomer of a cancellation too', () => {
      const known = nextNotices(told, whole, [clerk, other], [clerk, other, interpreter], evening).told;
      const step = nextNotices(known, { ...whole, status: 'cancelled' }, [], [clerk, other], second.end);
      expect(step.drafts.map(({ kind }) => kind)).toEqual(['cancellation', 'cancellation']);
    });
  });

  test('when a new zone table gives the same instant another wall time, without a new sequence', () => {
    const { told } = run([booked]);
    const old = told.map((each) =>
      each.seat === 'interpreter' ? { ...each, local: '2026-04-09T13:30' } : each,
    );
    const step = nextNotices(old, booked, both, both, now);
    expect(step.drafts.map(({ kind, recipient, sequence }) => [kind, recipient.seat, sequence])).toEqual([
      ['clock-rules', 'interpreter', 0],
    ]);
    expect(nextNotices(step.told, booked, both, both, now).drafts).toEqual([]);
  });

  test('nothing when a reader lives in another zone now; the record follows', () => {
    const { told } = run([booked]);
    const step = nextNotices(told, booked, both, [clerk, { ...interpreter, zone: 'Asia/Tokyo' }], now);
    expect(step.drafts).toEqual([]);
    expect(step.told[1]).toMatchObject({ zone: 'Asia/Tokyo', local: '2026-04-09T11:30' });
  });
});

test('each kind of message that is written at once is written', () => {
  const { told } = run([booked]);
  const old = told.map((each) => ({ ...each, local: '2026-04-09T13:30' }));
  const steps = [
    nextNotices([], booked, both, both, now),
    nextNotices(told, moved, both, both, now),
    nextNotices(told, { ...booked, status: 'cancelled' }, both, both, now),
    nextNotices(told, booked, [], both, now),
    nextNotices(old, booked, both, both, now),
  ];
  const kinds = new Set(steps.flatMap(({ drafts }) => drafts.map(({ kind }) => kind)));
  expect([...kinds].toSorted()).toEqual(noticeKinds.filter(isNews).toSorted());
});

test('where nothing differs the record is the very same, so that nothing is written', () => {
  const { told } = run([booked]);
  const step = nextNotices(told, booked, both, both, addMinutes(now, 60));
  expect(step.told.every((each, index) => each === told[index])).toBe(true);
});
