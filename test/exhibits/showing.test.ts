import { beforeEach, describe, expect, test, vi } from 'vitest';
import { doorKey, moveDoor, parseDoor } from '../../functions/sessions/port/door.ts';
import { parseRoom, putRoom, roomKey } from '../../functions/rooms/store.ts';
import type { Room } from '../../functions/rooms/room.ts';
import { sequenceFacts } from '../../functions/custody/port/sequence-facts.ts';
import { guestRoles, type Role } from '../../functions/shared/access/roles.ts';
import { shortlyBefore } from '../support/cast-in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { plainPdf } from '../shared/paper/files.ts';
import { exhibitCast, type ExhibitCast } from './cast.ts';

vi.setConfig({ testTimeout: 60_000 });

let here: ExhibitCast;
let exhibitId: string;
beforeEach(async () => {
  here = await exhibitCast();
  await everybodyIsIn();
  exhibitId = await ready('prosecutor');
}, 60_000);

const everyone: readonly Role[] = [
  'prosecutor',
  'clerk',
  'support-officer',
  'judge',
  'defence-counsel',
  'victim-counsel',
  'custody-officer',
  ...guestRoles,
];

async function ready(by: 'prosecutor' | 'defence-counsel', more: object = {}): Promise<string> {
  const file = plainPdf([
    [60, 80],
    [80, 60],
  ]);
  const told = await here.handIn(by, file, more);
  await here.draw();
  return told.body.exhibitId as string;
}

const doorNow = async () => parseDoor((await here.store.get([doorKey(here.sessionId)]))[0]);
async function changeRoom(change: (room: Room) => Room): Promise<void> {
  const [item] = await here.store.get([roomKey(here.sessionId)]);
  const before = parseRoom(item, here.sessionId);
  await here.store.write([putRoom(before, change(before))]);
}
/** As once there is a room for each side: nobody is kept out of the session, and everybody is in a room of it. */
async function everybodyIsIn(): Promise<void> {
  const door = await doorNow();
  const seats = Object.fromEntries(
    door.seats.map(({ pseudonym }) => [pseudonym, { state: 'admitted' as const }]),
  );
  await changeRoom((room) => ({ ...room, phase: 'open', seats }));
}
const nameOf = async (role: Role): Promise<string> =>
  (await doorNow()).seats.find(({ seat }) => seat === role)?.pseudonym ?? '';

const show = (by: Role, more: object = {}) =>
  here.post(by, 'showings', { exhibitId, page: 1, to: 'all', ...more });
const shownTo = async (role: Role, at?: Date) =>
  (await here.get(role, '/shown', at)).body.shown as Record<string, unknown> | undefined;
/** Who sees it, and whether each gets exactly then a picture too. */
async function seeing(): Promise<readonly Role[]> {
  const seen: Role[] = [];
  for (const role of everyone) {
    const isShown = (await shownTo(role)) !== undefined;
    const picture = (await here.get(role, '/shown/page?size=small')).body.image as string | undefined;
    expect([role, picture !== undefined]).toEqual([role, isShown]);
    if (isShown) seen.push(role);
  }
  return seen;
}
const without = (...roles: readonly Role[]) => everyone.filter((role) => !roles.includes(role));
const entries = async (action: string) => {
  const context = {
    store: here.store,
    now: () => new Date(shortlyBefore.getTime() + 60_000),
    pause: async () => {},
  };
  await sequenceFacts(context, here.sessionId, true);
  return (await entriesIn(here.store, here.sessionId)).filter((each) => each.action === action);
};

describe('who is shown an exhibit', () => {
  test('nobody, until it is said', async () => {
    expect(await seeing()).toEqual([]);
    for (const by of ['prosecutor', 'defence-counsel'] as const)
      expect((await show(by)).status).not.toBe(201);
    expect(await seeing()).toEqual([]);
  });

  test('all who are in the room; the log says who, and on whose word', async () => {
    expect((await show('clerk')).status).toBe(201);
    expect(await seeing()).toEqual(everyone);
    const [entry] = await entries('exhibit.shown');
    expect(entry?.details).toMatchObject({
      exhibit: 'P-1',
      page: 1,
      all: true,
      onWordOf: await nameOf('judge'),
    });
    expect(entry?.details['to']).toHaveLength((await doorNow()).seats.length);
  });

  test('those who are named, and nobody else', async () => {
    await show('judge', { to: [await nameOf('defence-counsel'), await nameOf('judge')] });
    expect(await seeing()).toEqual(['judge', 'defence-counsel']);
  });

  test('never whoever is heard, nor who sits beside them by invitation, where it is kept from the witness', async () => {
    exhibitId = await ready('prosecutor', { notFor: ['witness'] });
    await show('judge');
    expect(await seeing()).toEqual(without('witness', 'expert', 'guardian', 'support-person'));
    const named = await show('judge', { to: [await nameOf('witness')] });
    expect([named.status, named.body.code]).toEqual([422, 'does-not-fit']);
  });

  test('never the screened side, whoever of it is kept apart too, where it is kept from it', async () => {
    const door = await doorNow();
    const apart = [{ pseudonym: await nameOf('interpreter'), why: 'pair' as const }];
    await here.store.write([moveDoor(door, { apart })]);
    exhibitId = await ready('prosecutor', { notFor: ['screened'] });
    await show('judge');
    expect(await seeing()).toEqual(without('accused', 'custody-officer', 'interpreter'));
    expect((await show('judge', { to: [await nameOf('accused')] })).body.code).toBe('does-not-fit');
  });

  test('never whoever interprets beside the accused, whom nobody kept apart: they sit there', async () => {
    const [interpreter, accused] = [await nameOf('interpreter'), await nameOf('accused')];
    await changeRoom((room) => ({ ...room, beside: { [interpreter]: accused } }));
    exhibitId = await ready('prosecutor', { notFor: ['screened'] });
    await show('judge');
    const side = ['accused', 'custody-officer', 'defence-counsel'] as const;
    expect(await seeing()).toEqual(without(...side, 'interpreter'));
    expect((await show('judge', { to: [interpreter] })).body.code).toBe('does-not-fit');
    await changeRoom(({ beside: _before, ...room }) => room);
    expect(await seeing()).toEqual(without(...side));
  });

  test('only while they are let in, and while the room is open', async () => {
    await show('judge');
    const counsel = await nameOf('defence-counsel');
    await changeRoom((room) => ({ ...room, seats: { ...room.seats, [counsel]: { state: 'away' } } }));
    expect(await seeing()).toEqual(without('defence-counsel'));
    await changeRoom((room) => ({ ...room, phase: 'paused' }));
    expect(await seeing()).toEqual([]);
    await changeRoom((room) => ({ ...room, phase: 'open' }));
    expect(await seeing()).toEqual(without('defence-counsel'));
    await changeRoom((room) => ({ ...room, phase: 'ended' }));
    expect(await seeing()).toEqual([]);
  });

  test('and what the accused is told says nothing of who else sees it', async () => {
    const told: unknown[] = [];
    for (const to of ['all', [await nameOf('accused'), await nameOf('judge')]]) {
      await show('judge', { to });
      const { turn: _turn, ...shown } = (await shownTo('accused')) ?? {};
      told.push(shown);
    }
    expect(told).toEqual([
      { number: 'P-1', page: 1, pages: 2 },
      { number: 'P-1', page: 1, pages: 2 },
    ]);
    expect((await shownTo('judge'))?.['to']).toHaveLength(2);
    for (const role of ['prosecutor', 'witness', 'accused'] as const)
      expect(JSON.stringify(await here.get(role, '/shown'))).not.toContain('The contract');
  });
});

describe('who shows', () => {
  test('a party its own exhibit once that is allowed, and nobody else’s; taken back, it is hidden', async () => {
    expect((await show('prosecutor')).body.code).toBe('not-your-role');
    expect((await here.post('defence-counsel', 'allowances', { exhibitId, allowed: true })).status).toBe(403);
    const allowed = { exhibitId, allowed: true };
    expect((await here.post('clerk', 'allowances', allowed)).body).toEqual(allowed);
    expect((await show('defence-counsel')).status).toBe(404);
    expect((await show('prosecutor')).status).toBe(201);
    expect(await shownTo('witness')).toMatchObject({ number: 'P-1' });
    await here.post('judge', 'allowances', { exhibitId, allowed: false });
    expect(await seeing()).toEqual([]);
    expect((await entries('exhibit.allowed')).map(({ details }) => details)).toEqual([
      { exhibit: 'P-1', allowed: true, onWordOf: await nameOf('judge') },
      { exhibit: 'P-1', allowed: false },
    ]);
  });

  test('hides it, or the court does; another party neither hides nor turns nor points', async () => {
    await here.post('judge', 'allowances', { exhibitId, allowed: true });
    await show('prosecutor');
    expect((await here.post('defence-counsel', 'hidings', {})).status).toBe(403);
    for (const [verb, body] of [
      ['turns', { page: 2 }],
      ['pointers', { x: 0.5, y: 0.5 }],
    ] as const)
      expect((await here.post('defence-counsel', verb, body)).body.code).toBe('nothing-to-decide');
    expect((await here.post('clerk', 'hidings', {})).status).toBe(201);
    expect(await seeing()).toEqual([]);
    expect((await here.post('clerk', 'hidings', {})).status).toBe(201);
    expect(await entries('exhibit.hidden')).toHaveLength(1);
  });

  test('only in the room, and nobody from outside of it', async () => {
    const judge = await nameOf('judge');
    await changeRoom((room) => ({ ...room, seats: { ...room.seats, [judge]: { state: 'waiting' } } }));
    expect((await show('judge')).body.code).toBe('not-admitted');
    await changeRoom((room) => ({ ...room, phase: 'closed' }));
    expect((await show('clerk')).body.code).toBe('room-not-open');
  });

  test('no page that is not drawn', async () => {
    expect((await show('judge', { page: 3 })).body.code).toBe('does-not-fit');
    await show('judge');
    expect((await here.post('judge', 'turns', { page: 3 })).body.code).toBe('does-not-fit');
  });
});

describe('in step', () => {
  test('a page is turned for all, which is entered, and where was pointed to is of the page before', async () => {
    await show('judge');
    await here.post('judge', 'pointers', { x: 0.25, y: 0.5 });
    expect(await shownTo('witness')).toMatchObject({ page: 1, pointer: { x: 0.25, y: 0.5 } });
    const before = await shownTo('witness');
    await here.post('judge', 'turns', { page: 2 });
    const after = await shownTo('witness');
    expect(after).toMatchObject({ page: 2 });
    expect(after).not.toHaveProperty('pointer');
    expect(after?.['turn']).toBe(Number(before?.['turn']) + 1);
    expect((await entries('exhibit.turned')).map(({ details }) => details)).toEqual([
      { exhibit: 'P-1', page: 2 },
    ]);
  });

  test('the latest place that is pointed to counts, one that comes at once is dropped, and none is entered', async () => {
    await show('judge');
    const later = (ms: number) => new Date(shortlyBefore.getTime() + ms);
    const size = (await entriesIn(here.store, here.sessionId)).length;
    for (const [x, ms] of [
      [0.1, 0],
      [0.2, 100],
      [0.3, 200],
    ] as const)
      await here.post('judge', 'pointers', { x, y: 0 }, later(ms));
    expect((await shownTo('witness'))?.['pointer']).toEqual({ x: 0.3, y: 0 });
    await here.post('judge', 'pointers', { x: 0.4, y: 0 }, later(250));
    expect((await shownTo('witness'))?.['pointer']).toEqual({ x: 0.3, y: 0 });
    expect(await entriesIn(here.store, here.sessionId)).toHaveLength(size);
  });

  test('the pages of those are told to look again who see it, and no others', async () => {
    exhibitId = await ready('prosecutor', { notFor: ['witness'] });
    await show('judge', { to: [await nameOf('defence-counsel')] });
    const [told] = await here.store.get([{ table: 'exhibits', pk: `session#${here.sessionId}`, sk: 'told' }]);
    const { pk: _pk, sk: _sk, sessionId: _id, ...counts } = told ?? { pk: '', sk: '' };
    expect(Object.keys(counts).toSorted()).toEqual(
      [await nameOf('defence-counsel'), await nameOf('judge')].toSorted(),
    );
  });
});
