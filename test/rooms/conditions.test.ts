import { describe, expect, test } from 'vitest';
import { putStanding } from '../../functions/cases/port/standing.ts';
import { personKey } from '../../functions/directory/port/actor.ts';
import { keptWhollyApart, nothingOrdered } from '../../functions/orders/port/measures.ts';
import { putStandingOrder } from '../../functions/orders/store.ts';
import { closeForDoor } from '../../functions/rooms/close-for-door.ts';
import type { Terms } from '../../functions/requests/port/terms.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';
import {
  hearing,
  officer,
  onBothSides,
  pseudonymOf,
  running,
  type Hearing,
  type SeatName,
} from './hearing.ts';

/** What the host State's permission demands of a room: kept where it is opened, goes on, and where a pass is minted. */

const everybody: readonly SeatName[] = ['prosecutor', 'support-officer', 'witness', 'interpreter'];

/** The host State permits it, on these terms. */
const permit = async (
  { memory, caseId }: Pick<Hearing, 'memory' | 'caseId'>,
  given: {
    readonly conditions: readonly string[];
    readonly persons?: readonly string[];
    readonly hostState?: string;
  },
) =>
  memory.write([
    putStanding({ caseId, pseudonym: pseudonymOf('witness'), gate: 'permission' }, undefined, {
      state: 'open',
      recordedAt: parseInstant('2026-11-25T01:00:00.000Z'),
      leafHash: 'AAAA',
      terms: {
        persons: [],
        languages: [],
        onPaper: false,
        attendance: { demanded: true, identifies: false },
        ...given,
      } as unknown as Terms,
    }),
  ]);
const permitted = async (
  ...given: Parameters<typeof permit> extends [unknown, infer Given] ? [Given] : never
) => {
  const here = await hearing(undefined, officer);
  await permit(here, given[0]);
  return here;
};
const notKept = (condition: string) => ({ code: 'condition-not-kept', facts: { condition } });
const ok = { status: 201 };
const comeIn = async (here: Hearing, seat: SeatName) => {
  expect(await here.arrive(seat)).toMatchObject(ok);
  expect(await here.post('clerk', 'admissions', { seat })).toMatchObject(ok);
};

describe('the attending officer is in the room, or nobody speaks', () => {
  const waits = { conditions: ['attending-officer-present'] };
  const absent = notKept('attending-officer-present');

  test('a room is not opened before the officer has come', async () => {
    const here = await permitted(waits);
    expect((await here.post('clerk', 'opening')).body).toMatchObject(absent);
    expect(here.mediaRooms.size).toBe(0);
    await here.arrive('attending-officer');
    expect(await here.post('clerk', 'opening')).toMatchObject(ok);
  });

  test('nobody has a pass before the officer is let in, the clerk included; the officer has one', async () => {
    const here = await permitted(waits);
    await here.arrive('attending-officer');
    await here.post('clerk', 'opening');
    for (const seat of everybody) await comeIn(here, seat);
    for (const seat of ['clerk', 'prosecutor', 'support-officer'] as const)
      expect((await here.post(seat, 'passes')).body).toMatchObject(absent);
    // A guest learns of no condition.
    for (const seat of ['witness', 'interpreter'] as const)
      expect((await here.post(seat, 'passes')).body.code).toBe('room-not-open');
    await here.post('clerk', 'admissions', { seat: 'attending-officer' });
    for (const seat of ['attending-officer', 'clerk', ...everybody] as const)
      expect(await here.post(seat, 'passes')).toMatchObject(ok);
  });

  const inSession = async () => {
    const here = await permitted(waits);
    await here.arrive('attending-officer');
    await here.post('clerk', 'opening');
    for (const seat of ['attending-officer', ...everybody] as const) await comeIn(here, seat);
    const told = await here.post('attending-officer', 'passes');
    const [roomName = '', identity = ''] = (told.body.token as string).split(' ');
    const left = (disconnectReason = 1, of = { roomName, identity }) =>
      here.report({
        event: 'participant_left',
        id: `EV_left_${disconnectReason}_${of.roomName}`,
        createdAt: '1795575600',
        room: { name: of.roomName, sid: 'RM_1' },
        participant: { identity: of.identity, sid: 'PA_1', attributes: {}, disconnectReason },
      });
    return { here, roomName, left };
  };

  test('an officer who goes takes the room with them, and says when it goes on', async () => {
    const { here, roomName, left } = await inSession();
    expect((await left()).status).toBe(200);
    expect((await here.view('prosecutor')).body).toMatchObject({
      phase: 'paused',
      pauses: [{ seat: 'attending-officer', kind: 'pause' }],
    });
    expect(here.mediaRooms.has(roomName)).toBe(false);
    expect((await here.post('prosecutor', 'passes')).body.code).toBe('room-paused');
    expect((await here.post('clerk', 'resumptions')).body.code).toBe('not-yours-to-resume');
    expect(await here.actions()).toContain('room.officer-left');
    expect(await here.post('attending-officer', 'resumptions')).toMatchObject(ok);
    expect(await here.post('prosecutor', 'passes')).toMatchObject(ok);
  });

  test('one who only came again by another line, or had left an older room, takes nothing', async () => {
    const { here, left } = await inSession();
    await left(2);
    expect((await here.view('prosecutor')).body.phase).toBe('open');
    await here.post('clerk', 'opening');
    await left(1);
    expect((await here.view('prosecutor')).body.phase).toBe('open');
  });

  test('an officer who is put out leaves a room in which nobody has a pass, and which does not go on without them', async () => {
    const { here } = await inSession();
    await here.post('clerk', 'removals', { seat: 'attending-officer' });
    expect((await here.post('prosecutor', 'passes')).body).toMatchObject(absent);
    await here.post('clerk', 'pauses', { kind: 'pause' });
    expect((await here.post('clerk', 'resumptions')).body).toMatchObject(absent);
  });

  test('a hearing whose permission does not say so waits for no officer', async () => {
    const here = await running(['prosecutor'], undefined, officer);
    await permit(here, { conditions: ['use-limited-to-this-case'] });
    expect(await here.post('prosecutor', 'passes')).toMatchObject(ok);
  });

  test('what is demanded anew is kept from the next pass on', async () => {
    const here = await running(['prosecutor'], undefined, officer);
    expect(await here.post('prosecutor', 'passes')).toMatchObject(ok);
    await permit(here, waits);
    expect((await here.post('prosecutor', 'passes')).body).toMatchObject(absent);
  });
});

describe('named persons only', () => {
  const named = {
    conditions: ['named-persons-only'],
    persons: [pseudonymOf('clerk'), pseudonymOf('prosecutor'), pseudonymOf('interpreter')],
  };

  test('nobody else is let in, or has a pass; whoever is heard and the officer need not be named', async () => {
    const here = await permitted(named);
    await here.post('clerk', 'opening');
    for (const seat of ['attending-officer', 'prosecutor', 'witness', 'interpreter'] as const) {
      await comeIn(here, seat);
      expect(await here.post(seat, 'passes')).toMatchObject(ok);
    }
    await here.arrive('support-officer');
    expect((await here.post('clerk', 'admissions', { seat: 'support-officer' })).body).toMatchObject(
      notKept('named-persons-only'),
    );
  });

  test('somebody who is in has no pass any more once they are not named', async () => {
    const here = await running(everybody);
    expect(await here.post('support-officer', 'passes')).toMatchObject(ok);
    await permit(here, { ...named, persons: [pseudonymOf('clerk'), pseudonymOf('prosecutor')] });
    expect((await here.post('support-officer', 'passes')).body).toMatchObject(notKept('named-persons-only'));
    expect((await here.post('interpreter', 'passes')).body.code).toBe('room-not-open');
    expect(await here.post('prosecutor', 'passes')).toMatchObject(ok);
  });

  test('a clerk who is not named opens nothing', async () => {
    const here = await permitted({ ...named, persons: [pseudonymOf('prosecutor')] });
    expect((await here.post('clerk', 'opening')).body).toMatchObject(notKept('named-persons-only'));
  });
});

describe('terms that are set while people are in the room', () => {
  const follow = (here: Hearing) => closeForDoor(here.context, here.media, here.sessionId);
  const roomOf = async (here: Hearing, seat: SeatName) =>
    ((await here.post(seat, 'passes')).body.token as string | undefined)?.split(' ')[0];

  test('put out whoever is not named any more; the others have another room, once', async () => {
    const here = await running(everybody);
    const before = await roomOf(here, 'prosecutor');
    await follow(here);
    expect(await roomOf(here, 'prosecutor')).toBe(before);
    const persons = [pseudonymOf('clerk'), pseudonymOf('prosecutor'), pseudonymOf('interpreter')];
    await permit(here, { conditions: ['named-persons-only'], persons });
    await follow(here);
    expect((await here.view('support-officer')).body.myState).toBe('away');
    const after = await roomOf(here, 'prosecutor');
    expect(after).not.toBe(before);
    expect(here.mediaRooms.has(before ?? '')).toBe(false);
    expect((await here.actions()).slice(-3)).toEqual(['seat.kept-apart', 'room.renewed', 'pass.minted']);
    await follow(here);
    expect(await roomOf(here, 'prosecutor')).toBe(after);
  });

  test('mint every voice anew', async () => {
    const here = await running(['prosecutor']);
    const before = await roomOf(here, 'prosecutor');
    await permit(here, { conditions: ['questions-through-local-judge'], hostState: 'MM' });
    await follow(here);
    const { body } = await here.post('prosecutor', 'passes');
    expect(body.sends).toBe('picture');
    expect((body.token as string).split(' ')[0]).not.toBe(before);
    expect(here.mediaRooms.has(before ?? '')).toBe(false);
  });

  test('take the room away where the officer is waited for and not there', async () => {
    const here = await running(['prosecutor'], undefined, officer);
    const before = await roomOf(here, 'prosecutor');
    await permit(here, { conditions: ['attending-officer-present'] });
    await follow(here);
    expect((await here.view('clerk')).body.phase).toBe('closed');
    expect(here.mediaRooms.has(before ?? '')).toBe(false);
    expect((await here.actions()).at(-1)).toBe('room.closed');
  });
});

describe('questions go through the local judge', () => {
  const through = { conditions: ['questions-through-local-judge'], hostState: 'MM' };
  const asked = ['prosecutor', 'support-officer', 'attending-officer', 'witness', 'interpreter'] as const;
  const sent = async (here: Hearing, seat: SeatName) =>
    (await here.post(seat, 'passes')).body.sends as string;
  const isOf = (here: Hearing, seat: SeatName, country: string) =>
    here.memory.write([
      {
        kind: 'put',
        table: personKey('').table,
        item: { pk: personKey(here.personOf[seat] ?? '').pk, sk: personKey('').sk, country },
        onRefused: 'retry',
      },
    ]);

  test('whoever could ask is seen and not heard, the State’s own officers and everybody else are heard', async () => {
    const here = await running(asked, undefined, officer);
    await permit(here, through);
    await isOf(here, 'prosecutor', 'TH');
    expect(await sent(here, 'prosecutor')).toBe('picture');
    for (const seat of ['clerk', 'support-officer', 'attending-officer', 'witness'] as const)
      expect(await sent(here, seat)).toBe('voice-and-picture');
    expect(await sent(here, 'interpreter')).toBe('voices-and-picture');
    await isOf(here, 'prosecutor', 'MM');
    expect(await sent(here, 'prosecutor')).toBe('voice-and-picture');
  });

  test('where older terms do not say whose they are nobody who could ask is heard', async () => {
    const here = await running(['prosecutor']);
    await isOf(here, 'prosecutor', 'MM');
    await permit(here, { conditions: through.conditions });
    expect(await sent(here, 'prosecutor')).toBe('picture');
  });

  test('without the condition everybody is heard', async () => {
    const here = await running(['prosecutor']);
    await isOf(here, 'prosecutor', 'TH');
    expect(await sent(here, 'prosecutor')).toBe('voice-and-picture');
  });
});

test('a hearing that is permitted screened alone lets the accused in by no order', async () => {
  const here = await running(['witness'], undefined, onBothSides);
  const free = { measures: nothingOrdered, ruledOn: keptWhollyApart };
  const matter = { kind: 'pair', protected: pseudonymOf('witness'), from: pseudonymOf('accused') } as const;
  const periods = [{ from: parseInstant('2026-11-25T01:00:00.000Z'), ordered: free, leafHash: 'AAAA' }];
  await here.memory.write([putStandingOrder({ caseId: here.caseId, about: matter }, undefined, periods)]);
  await comeIn(here, 'accused');
  expect(await here.post('accused', 'passes')).toMatchObject(ok);
  await permit(here, { conditions: ['screening'] });
  expect((await here.post('accused', 'passes')).body.code).toBe('kept-apart');
});

test('a permission of one case has no say in another: use is limited to the case that it was given for', async () => {
  const here = await running(['prosecutor'], undefined, officer);
  const other = await hearing();
  await permit({ memory: here.memory, caseId: other.caseId }, { conditions: ['attending-officer-present'] });
  expect(await here.post('prosecutor', 'passes')).toMatchObject(ok);
});
