import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Told } from '../../functions/notices/next-notices.ts';
import { writeNotice, type Notice } from '../../functions/notices/notice.ts';
import type { NoticeKind } from '../../functions/notices/notice-kinds.ts';
import type { Recipient } from '../../functions/notices/recipients.ts';
import { together, type Part } from '../../functions/notices/together.ts';
import { moveNotice } from '../../functions/notices/store.ts';
import { mostInSeries } from '../../functions/sessions/series/contract.ts';
import { isOfSeveral } from '../../functions/notices/wording-of-several.ts';
import { addMinutes, parseInstant } from '../../functions/shared/values/instants.ts';
import { textOf } from './office.ts';

/** How the messages of a series are put together: a pure rule. */

const now = parseInstant('2027-03-01T00:00:00Z');
const sender = { address: 'appointments@example.org' };
const days = (from: number) => ({
  start: addMinutes(now, from * 24 * 60),
  end: addMinutes(now, from * 24 * 60 + 60),
});

const clerk: Recipient = {
  seat: 'clerk',
  pseudonym: 'C-1ABC',
  personId: 'clerk',
  audience: 'account',
  zone: 'Asia/Bangkok',
  clock: 'Asia/Bangkok',
  language: 'en',
  inTheOpen: true,
  active: true,
};
const officer: Recipient = { ...clerk, seat: 'support-officer', pseudonym: 'S-1ABC', personId: 'officer' };
const witness: Recipient = {
  ...officer,
  seat: 'witness',
  pseudonym: 'W-1ABC',
  through: 'support-officer',
  audience: 'officer',
};

function notice(session: string, kind: NoticeKind, recipient: Recipient, day: number): Notice {
  const draft = {
    kind,
    recipient,
    span: days(day),
    before: days(day - 1),
    sequence: 1,
    variant: '1',
    dueAt: now,
  };
  const to = `${recipient.personId ?? ''}@example.org`;
  return writeNotice(draft, { sessionId: session, caseId: 'case' }, to, sender, now);
}
const told = ({ seat, pseudonym, personId }: Recipient, day: number, more: Partial<Told> = {}): Told => ({
  seat,
  pseudonym,
  personId,
  ...days(day),
  zone: 'Asia/Bangkok',
  local: '2027-03-02T09:00',
  sequence: 0,
  expected: true,
  since: now,
  ...more,
});
const part = (notices: readonly Notice[], known: readonly Told[] = [], isOn = true): Part => ({
  notices,
  told: known,
  isOn,
});
const made = (...parts: readonly Part[]) =>
  together(parts, sender, now).map((moves) => ({
    text: textOf(moves[0]?.after.mail ?? { mime: '' }),
    sessions: moves.map(({ before }) => before.sessionId),
    moves,
  }));

describe('what is put together', () => {
  test('is one mail for each reader, seat and kind; the one that is over last carries it', () => {
    const mails = made(
      part([notice('b', 'change', clerk, 9), notice('b', 'change', officer, 9)]),
      part([notice('a', 'change', clerk, 2), notice('a', 'change', witness, 2)]),
      part([notice('c', 'cancellation', clerk, 5), notice('c', 'change', witness, 5)]),
    );
    expect(mails.map(({ sessions }) => sessions)).toEqual([
      ['b', 'a'],
      ['c', 'a'],
    ]);
    const [first] = mails;
    const [carrier, carried] = first?.moves ?? [];
    expect(carrier?.after).toMatchObject({ version: 2, state: 'sending' });
    expect(carrier?.after.carries).toEqual([{ sessionId: 'a', noticeId: carried?.before.noticeId }]);
    expect(carried?.after.carriedBy).toEqual({ sessionId: 'b', noticeId: carrier?.before.noticeId });
    expect(carried?.after.mail).toBeUndefined();
    // Soonest first, as people read.
    expect(first?.text.match(/Time: .*/g)).toEqual([
      expect.stringContaining('3 March'),
      expect.stringContaining('10 March'),
    ]);
  });

  test('says what stays as it was to whoever is expected there, and to nobody else', () => {
    const stays = part([], [told(clerk, 20), told(officer, 20)]);
    const [mail, ...more] = made(part([notice('a', 'change', clerk, 2)]), stays);
    expect(more).toEqual([]);
    expect(mail?.text.match(/Not changed: .*/g)).toEqual([expect.stringContaining('21 March')]);
    for (const silent of [
      part([], [told(officer, 20)]),
      part([], [told(clerk, 20)], false),
      part([], [told(clerk, 20, { expected: false })]),
      part([], [told(clerk, 20, { halts: 1 })]),
      part([], [told(clerk, -2)]),
      // Of it, something else is said at the same time.
      part([notice('b', 'cancellation', clerk, 20)], [told(clerk, 20)]),
    ])
      expect(made(part([notice('a', 'change', clerk, 2)]), silent)).toEqual([]);
    // That something waits for somebody says nothing of when it is.
    expect(
      made(
        part([notice('a', 'change', clerk, 2)]),
        part([notice('b', 'your-turn', clerk, 20)], [told(clerk, 20)]),
      ),
    ).toHaveLength(1);
  });

  test('leaves alone what cannot be sent, and kinds that are about one session by nature', () => {
    const gone = { ...notice('b', 'change', clerk, 9), state: 'unreachable' as const, mail: undefined };
    expect(made(part([notice('a', 'change', clerk, 2)]), part([gone]))).toEqual([]);
    for (const kind of ['reminder', 'clock-rules', 'clock-change', 'gate-missing'] as const)
      expect(made(part([notice('a', kind, clerk, 2)]), part([notice('b', kind, clerk, 9)]))).toEqual([]);
  });

  test('of twenty sessions, the most that a series has, fits into one transaction', () => {
    const twenty = Array.from({ length: mostInSeries }, (_, index) =>
      part([notice(`s${index}`, 'change', clerk, index + 2)]),
    );
    const [mail, ...more] = made(...twenty);
    expect(more).toEqual([]);
    expect(mail?.text.match(/^Time: /gm)).toHaveLength(mostInSeries);
    const changes = mail?.moves.flatMap(({ before, after }) => moveNotice(after, before)) ?? [];
    // Each message, and that those which are carried are not sent by themselves.
    expect(changes).toHaveLength(39);
  });

  test('whatever is told of whom: each message once, and never two readers in one', () => {
    const kinds: readonly NoticeKind[] = ['confirmation', 'change', 'cancellation', 'halted', 'reminder'];
    const one = fc.record({
      kind: fc.constantFrom(...kinds),
      who: fc.constantFrom(clerk, officer, witness, { ...clerk, language: 'th' as const }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(one, { maxLength: 4 }), { maxLength: 6 }), (sessions) => {
        const parts = sessions.map((some, index) => {
          const notices = some.map(({ kind, who }) => notice(`s${index}`, kind, who, index + 2));
          return part([...new Map(notices.map((each) => [each.noticeId, each])).values()]);
        });
        const mails = together(parts, sender, now);
        const ids = mails.flat().map(({ before }) => before.noticeId);
        expect(new Set(ids).size).toBe(ids.length);
        for (const moves of mails) {
          const [carrier, ...carried] = moves.map(({ after }) => after);
          expect(moves.every(({ before }) => isOfSeveral(before.kind))).toBe(true);
          expect(
            new Set(moves.map(({ before }) => `${before.kind} ${before.seat} ${before.mail?.to ?? ''}`)).size,
          ).toBe(1);
          expect(carried.length).toBe(carrier?.carries?.length);
          expect(carrier?.carriedBy).toBeUndefined();
          for (const each of carried) expect(each.carriedBy?.noticeId).toBe(carrier?.noticeId);
        }
      }),
    );
  });
});
