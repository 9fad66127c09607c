import { describe, expect, test } from 'vitest';
import { ourClocks, type Clocks } from '../../functions/sessions/model/retimed.ts';
import { retimeSessions } from '../../functions/sessions/retiming/retime-sessions.ts';
import { addMinutes } from '../../functions/shared/values/instants.ts';
import { openCopy } from './copy.ts';
import { as, session } from './who-is-who.ts';

/** A release by which the clocks of Yangon are those of Bangkok. */
const later: Clocks = {
  version: 'a later one',
  resolve: (zone, local) => {
    const found = ourClocks.resolve(zone, local);
    if (zone !== 'Asia/Yangon' || found.kind !== 'unique') return found;
    return { ...found, instant: addMinutes(found.instant, -30) };
  },
  offset: (zone, at) => (zone === 'Asia/Yangon' ? '+07:00' : ourClocks.offset(zone, at)),
};

describe('sessions of November 2026, when the clocks of a State change', () => {
  test('follow their wall time: two of the nine to come move, and the others are marked as looked at', async () => {
    const copy = openCopy();
    expect(await retimeSessions(copy.context, later)).toMatchObject({ repaired: 9 });
    const { body: visit } = await copy.get(as.support, `sessions/${session.visit}`);
    expect(visit).toMatchObject({
      start: '2026-12-17T03:00:00.000Z',
      sequence: 1,
      venue: { zone: 'Asia/Yangon', local: '2026-12-17T10:00', offset: '+07:00', zoneTable: 'a later one' },
    });
    const { body: moved } = await copy.get(as.clerk, `sessions/${session.moved}`);
    expect(moved).toMatchObject({
      start: '2026-12-08T06:00:00.000Z',
      sequence: 2,
      venue: { local: '2026-12-08T13:00', zoneTable: 'a later one' },
    });
    expect(await retimeSessions(copy.context, later)).toMatchObject({ repaired: 0 });
  });

  test('stay as they are while they do not', async () => {
    expect(await retimeSessions(openCopy().context)).toEqual({ looked: 0, repaired: 0 });
  });
});
