import { expect, test } from 'vitest';
import { parseInstant } from '../../../../functions/shared/values/instants.ts';
import { proposal as proposalShape } from '../../../../functions/sessions/proposal/contract.ts';
import { toBooking } from '../../../../web/src/pages/slots/to-booking.ts';
import type { WantedSession } from '../../../../web/src/pages/slots/wanted-session.ts';
import { id, context, first } from './sample-wanted.ts';

test('what is taken to the booking page: ids and times, and nothing else', () => {
  const start = parseInstant('2026-12-01T02:00:00Z');
  const wanted: WantedSession = { ...first, pre: 15, room: { kind: 'any', city: '', vetted: true } };
  const made = toBooking(wanted, context, start, { interpreter: id('8'), room: id('9') });
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
  const asked = toBooking(wanted, context, start, {}, overrides);
  expect(proposalShape.parse(JSON.parse(JSON.stringify(asked))).overrides).toEqual(overrides);
});
