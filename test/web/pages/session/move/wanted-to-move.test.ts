import { expect, test } from 'vitest';
import type { Role } from '../../../../../functions/shared/access/roles.ts';
import { parseInstant } from '../../../../../functions/shared/values/instants.ts';
import { againOf, daysFrom, wantedToMove } from '../../../../../web/src/pages/session/move/wanted-to-move.ts';

const member = (personId: string, role: Role) => ({
  personId,
  role,
  pseudonym: `P-${personId}`,
  label: role,
});
const part = (kind: 'pre' | 'main' | 'post', start: string, end: string) => ({
  kind,
  start: parseInstant(start),
  end: parseInstant(end),
});

test('another time is looked for with the same people, rooms, parts and length', () => {
  const members = [
    member('a', 'prosecutor'),
    member('b', 'clerk'),
    member('c', 'clerk'),
    member('d', 'interpreter'),
  ];
  const days = [
    {
      local: '2026-12-01T08:45',
      offset: '+07:00',
      parts: [
        part('pre', '2026-12-01T01:45:00Z', '2026-12-01T02:00:00Z'),
        part('main', '2026-12-01T02:00:00Z', '2026-12-01T03:30:00Z'),
      ],
    },
  ];
  const seats = [
    { seat: 'prosecutor' as const, pseudonym: 'P-a' },
    { seat: 'clerk' as const, pseudonym: 'P-c' },
    { seat: 'interpreter' as const, pseudonym: 'P-d' },
    // Nobody is named yet.
    { seat: 'attending-officer' as const },
  ];
  const rooms = [
    { roomId: 'r', label: 'Room 1' },
    { roomId: 's', label: 'Room 2', city: 'Yangon' },
  ] as unknown as Parameters<typeof wantedToMove>[0]['rooms'];
  expect(wantedToMove({ kind: 'interview', days, seats, rooms }, members, '2026-11-24')).toMatchObject({
    kind: 'interview',
    from: '2026-11-24',
    minutes: 90,
    pre: 15,
    post: 0,
    members: ['a', 'c'],
    interpreter: { kind: 'one', id: 'd' },
    room: { kind: 'these', ids: ['r', 's'] },
  });
  const team = [...seats, { seat: 'interpreter' as const, pseudonym: 'P-e' }];
  const more = [...members, member('e', 'interpreter'), member('f', 'interpreter')];
  expect(wantedToMove({ kind: 'interview', days, seats: team, rooms }, more, '2026-11-24')).toMatchObject({
    members: ['a', 'c', 'e'],
    interpreter: { kind: 'one', id: 'd' },
  });
});

test('further days follow by the venue’s wall clock, whatever the clocks did between them', () => {
  const day = (local: string, offset: string) => ({ local, offset, parts: [] });
  const days = [
    day('2026-10-24T09:00', '+02:00'),
    day('2026-10-26T09:00', '+01:00'),
    day('2026-10-27T10:30', '+01:00'),
  ];
  expect(againOf({ days })).toEqual([2 * 1440, 3 * 1440 + 90]);
  expect(againOf({ days: days.slice(0, 1) })).toEqual([]);
  expect(daysFrom({ days }, { local: '2026-10-29T22:00', offset: '+01:00' })).toEqual([
    { local: '2026-10-29T22:00', offset: '+01:00' },
    { local: '2026-10-31T22:00' },
    { local: '2026-11-01T23:30' },
  ]);
});
