import { describe, expect, test } from 'vitest';
import { writeNotice } from '../../functions/notices/notice.ts';
import type { Recipient } from '../../functions/notices/recipients.ts';
import { nextNotices } from '../../functions/notices/next-notices.ts';
import { daysOf, sameWhen, whenOf } from '../../functions/notices/when.ts';
import { noticeWords } from '../../functions/notices/words.ts';
import { wordingOf } from '../../functions/notices/wording.ts';
import type { Door } from '../../functions/sessions/port/door.ts';
import { newDoor } from '../../functions/sessions/model/new-door.ts';
import { timeProposed } from '../support/proposal.ts';
import { resolveTime } from '../../functions/sessions/port/session-time.ts';
import { instantOf, parseInstant } from '../../functions/shared/values/instants.ts';

const now = new Date('2026-03-20T00:00:00.000Z');

/** The door of a session on these days, as booking makes it. */
function doorFor(local: string, moreDays: readonly string[] = []): Door {
  const wanted = {
    local,
    zone: 'Australia/Sydney',
    minutes: 120,
    moreDays: moreDays.map((each) => ({ local: each })),
  };
  const time = resolveTime(timeProposed(wanted), now);
  const session = { sessionId: 'session', caseId: 'case', kind: 'interview', sequence: 0, ...time } as const;
  return newDoor(session, [], { booked: [] }, {}, { standings: [], now: instantOf(now.getTime()) });
}

const booking = parseInstant(now.toISOString());
const threeDays = doorFor('2026-04-03T09:30', ['2026-04-04T09:30', '2026-04-06T13:00']);

describe('when an appointment is', () => {
  test('on one day it is from start to end', () => {
    const when = whenOf(doorFor('2026-04-03T09:30'));
    expect(when).toEqual({ start: '2026-04-02T22:30:00.000Z', end: '2026-04-03T00:30:00.000Z' });
    expect(daysOf(when)).toEqual([when]);
  });

  test('on several days it is from start to end on each', () => {
    expect(daysOf(whenOf(threeDays))).toEqual([
      { start: '2026-04-02T22:30:00.000Z', end: '2026-04-03T00:30:00.000Z' },
      { start: '2026-04-03T22:30:00.000Z', end: '2026-04-04T00:30:00.000Z' },
      // Summer time has ended.
      { start: '2026-04-06T03:00:00.000Z', end: '2026-04-06T05:00:00.000Z' },
    ]);
  });

  test('a day in the middle that moves is a move', () => {
    const other = doorFor('2026-04-03T09:30', ['2026-04-04T10:30', '2026-04-06T13:00']);
    expect(sameWhen(whenOf(threeDays), whenOf(other), booking)).toBe(false);
    expect(sameWhen(whenOf(threeDays), whenOf(threeDays), booking)).toBe(true);
    const reader = recipient();
    const at = parseInstant(now.toISOString());
    const { told } = nextNotices([], { status: 'booked', ...whenOf(threeDays) }, [reader], [reader], at);
    expect(
      nextNotices(told, { status: 'booked', ...whenOf(threeDays) }, [reader], [reader], at).drafts,
    ).toEqual([]);
    const { drafts } = nextNotices(told, { status: 'booked', ...whenOf(other) }, [reader], [reader], at);
    expect(drafts.map(({ kind }) => kind)).toEqual(['change']);
    expect(drafts[0]?.before).toEqual(whenOf(threeDays));
  });
});

const recipient = (): Recipient => ({
  seat: 'interpreter',
  pseudonym: 'I-4K7Q',
  personId: 'interpreter',
  audience: 'invitation',
  zone: 'Australia/Sydney',
  clock: 'Australia/Sydney',
  language: 'en',
  inTheOpen: true,
  active: true,
});

test('each day is written on a line of its own, by the clock of that day, and names no place', () => {
  const { text, subject } = wordingOf({
    kind: 'confirmation',
    audience: 'invitation',
    language: 'en',
    zone: 'Australia/Sydney',
    span: whenOf(threeDays),
    now: parseInstant(now.toISOString()),
    dueAt: parseInstant(now.toISOString()),
  });
  expect(text).toContain(
    [
      'Time: Friday 3 April 2026, 09:30–11:30 (UTC+11:00)',
      'Saturday 4 April 2026, 09:30–11:30 (UTC+11:00)',
      'Monday 6 April 2026, 13:00–15:00 (UTC+10:00)',
      'The time given',
    ].join('\n'),
  );
  expect(subject + text).not.toContain('Sydney');
});

test('days that are over are not written any more, and of a change of clocks only those after it', () => {
  const said = (kind: 'confirmation' | 'clock-change', at: string, dueAt = at) =>
    wordingOf({
      kind,
      audience: 'invitation',
      language: 'en',
      zone: 'Australia/Sydney',
      span: whenOf(threeDays),
      now: parseInstant(at),
      dueAt: parseInstant(dueAt),
    });
  const second = said('confirmation', '2026-04-03T12:00:00Z');
  expect(second.subject).toContain('Sat, 4 Apr 2026');
  expect(second.text).toContain('Time: Saturday 4 April 2026, 09:30–11:30 (UTC+11:00)\nMonday 6 April');
  expect(second.text).not.toContain('Friday 3 April');
  const clocks = said('clock-change', '2026-04-02T16:00:00Z');
  expect(clocks.text).toContain('The clocks change on 5 April 2026, before the appointment.');
  expect(clocks.text).toContain('Time: Monday 6 April 2026, 13:00–15:00 (UTC+10:00)\n');
  expect(clocks.subject).toContain('Mon, 6 Apr 2026');
});

test('that the clocks change between the days is said', () => {
  const said = (at: string) =>
    wordingOf({
      kind: 'confirmation',
      audience: 'invitation',
      language: 'en',
      zone: 'Australia/Sydney',
      span: whenOf(threeDays),
      now: parseInstant(at),
      dueAt: parseInstant(at),
    }).text.includes(noticeWords.en.clocks);
  expect(said('2026-04-03T12:00:00Z')).toBe(true);
  expect(said('2026-04-05T12:00:00Z')).toBe(false);
});

test('in a calendar the nights between stay free', () => {
  const files = [doorFor('2026-04-03T09:30'), threeDays].map((door) => {
    const draft = {
      kind: 'confirmation',
      recipient: recipient(),
      span: whenOf(door),
      sequence: 0,
      variant: '0',
      dueAt: parseInstant(now.toISOString()),
    } as const;
    const place = { sessionId: 'session', caseId: 'case' };
    const sender = { address: 'appointments@example.org' };
    const { mail } = writeNotice(draft, place, 'reader@example.org', sender, parseInstant(now.toISOString()));
    const attached = mail?.mime.split('application/ics')[1] ?? '';
    return Buffer.from(/\r\n\r\n([^-]+)/.exec(attached)?.[1] ?? '', 'base64').toString();
  });
  expect(files[0]).toContain('TRANSP:OPAQUE');
  expect(files[1]).toContain('TRANSP:TRANSPARENT');
  expect(files[1]?.replaceAll('\r\n ', '')).toContain('Monday 6 April 2026\\, 13:00–15:00');
});
