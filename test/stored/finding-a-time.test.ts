import { describe, expect, test } from 'vitest';
import { openCopy } from './copy.ts';
import { proposed } from '../support/proposal.ts';
import { searchBody } from '../support/search.ts';
import { as, firstCase, person, place } from './who-is-who.ts';

/** Half an hour of these on this day, between 02:00 and 05:00 UTC. */
async function startsOn(day: string, participants: readonly object[]): Promise<string[]> {
  const brief = {
    caseId: firstCase,
    earliest: `${day}T02:00:00.000Z`,
    latest: `${day}T05:00:00.000Z`,
    zone: 'Asia/Bangkok',
    segments: [{ kind: 'main', at: 0, minutes: 30 }],
    participants,
  };
  const sent = searchBody(brief, { witness: herself, roleOf });
  const { body, status } = await openCopy().post(as.prosecutor, 'availability/search', sent);
  expect(status).toBe(200);
  return (body.bands as { first: string; last: string }[]).map(
    ({ first, last }) => `${first.slice(11, 16)}-${last.slice(11, 16)}`,
  );
}

const herself = 'W-KN6N';
const roleOf = (personId: string) => (personId === person.clerk ? 'clerk' : 'interpreter');
const her = [{ key: 'her', witness: true }];
const clerk = [{ key: 'clerk', personId: person.clerk }];
const interpreter = [{ key: 'interpreter', personId: person.interpreter }];
const room = [{ key: 'room', roomId: place.bangkok }];

describe('a search sees what was taken in November 2026', () => {
  test('of the witness, in whatever session she is heard', async () => {
    expect(await startsOn('2026-12-15', her)).toEqual(['02:00-02:30', '04:00-04:30']);
  });

  test('of people, with the time that they keep free around', async () => {
    expect(await startsOn('2026-12-15', clerk)).toEqual(['02:00-02:30', '04:00-04:30']);
    expect(await startsOn('2026-12-15', interpreter)).toEqual(['02:00-02:00', '04:30-04:30']);
  });

  test('of rooms, also what is only held', async () => {
    expect(await startsOn('2026-12-08', room)).toEqual(['02:00-02:15']);
  });

  test('and not what was held too long, or cancelled', async () => {
    expect(await startsOn('2026-12-04', [...her, ...clerk])).toEqual(['02:00-04:30']);
    expect(await startsOn('2026-12-14', [...her, ...clerk])).toEqual(['02:00-04:30']);
  });

  test('and the days off and blocks of a calendar', async () => {
    expect(await startsOn('2026-12-30', clerk)).toEqual([]);
    expect(await startsOn('2026-12-01', clerk)).toEqual([]);
  });
});

test('a preview says who was taken in November 2026, the witness too', async () => {
  const { post } = openCopy();
  const at = async (local: string) => {
    const brief = {
      caseId: firstCase,
      local,
      zone: 'Asia/Bangkok',
      seats: { clerk: person.clerk, interpreter: person.secondInterpreter },
      rooms: [place.bangkok],
    };
    const thought = proposed(brief, { booker: person.prosecutor, witness: herself });
    const { body } = await post(as.prosecutor, 'availability/preview', thought);
    const rows = [...body.seats, ...body.rooms] as { seat?: string; availability?: string }[];
    return rows.flatMap(({ seat = 'room', availability = '' }) =>
      availability === '' ? [] : [`${seat} ${availability}`],
    );
  };
  expect(await at('2026-12-15T10:00')).toEqual([
    'prosecutor booked',
    'clerk booked',
    'witness booked',
    'interpreter available',
    'room available',
  ]);
  expect(await at('2026-12-14T10:00')).toEqual([
    'prosecutor available',
    'clerk available',
    'witness available',
    'interpreter available',
    'room available',
  ]);
});
