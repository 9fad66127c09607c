import { expect, it } from 'vitest';
import { keptWhollyApart } from '../../functions/orders/port/measures.ts';
import { putStandingOrder } from '../../functions/orders/store.ts';
import { closeForDoor } from '../../functions/rooms/close-for-door.ts';
import { mostSeats } from '../../functions/sessions/port/bookings.ts';
import { doorKey } from '../../functions/sessions/port/door.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';
import { entriesIn } from '../support/log-entries.ts';
import { pseudonymOf, running } from './hearing.ts';

/** As many people as a session can have: each gets a pass, and all but one can be put out at once. */

const at = parseInstant('2026-11-25T02:30:00.000Z');

it('forty people fit: passes are minted, and thirty-nine are put out in one transaction', async () => {
  const here = await running(['prosecutor', 'support-officer', 'witness', 'interpreter']);
  const key = doorKey(here.sessionId);
  const [door] = await here.memory.get([key]);
  const given = door?.['seats'] as { pseudonym: string }[];
  const signs = ['2', '4', '6', '7', '9', 'C', 'D', 'F', 'G', 'H', 'J'];
  const names = signs.flatMap((one) => signs.map((other) => `O-22${one}${other}`)).slice(1);
  const more = names.slice(0, mostSeats - given.length).map((pseudonym) => ({ seat: 'observer', pseudonym }));
  const roomKey = { table: 'rooms', pk: `session#${here.sessionId}`, sk: 'room' } as const;
  const [room] = await here.memory.get([roomKey]);
  expect(room?.['phase']).toBe('open');
  const inside = Object.fromEntries(
    more.map(({ pseudonym }) => [pseudonym, { state: 'admitted', identity: `of ${pseudonym}` }]),
  );
  await here.memory.write([
    { kind: 'update', key, set: { seats: [...given, ...more] }, when: { version: 1 }, onRefused: 'retry' },
    {
      kind: 'update',
      key: roomKey,
      set: { seats: { ...(room?.['seats'] as object), ...inside } },
      when: { version: room?.['version'] as number },
      onRefused: 'retry',
    },
  ]);
  const sizes: number[] = [];
  here.breakInto((store) => ({
    ...store,
    async write(changes) {
      sizes.push(changes.length);
      await store.write(changes);
    },
  }));
  expect(await here.post('prosecutor', 'passes')).toMatchObject({ status: 201 });
  const ofPass = Math.max(...sizes);
  const everybodyElse = [...given, ...more].filter(({ pseudonym }) => pseudonym !== pseudonymOf('witness'));
  for (const { pseudonym } of everybodyElse)
    await here.memory.write([
      putStandingOrder(
        { caseId: here.caseId, about: { kind: 'pair', protected: pseudonymOf('witness'), from: pseudonym } },
        undefined,
        [{ from: at, ordered: { measures: keptWhollyApart }, leafHash: 'leaf' }],
      ),
    ]);
  await closeForDoor(here.context, here.media, here.sessionId);
  const out = (await entriesIn(here.memory, here.sessionId)).filter(
    ({ action }) => action === 'seat.kept-apart',
  );
  expect(out).toHaveLength(mostSeats - 1);
  // What they took when this was written, the record of a request among it: infra/decisions/twenty-calendars.md.
  expect([ofPass, Math.max(...sizes)]).toEqual([56, 85]);
});
