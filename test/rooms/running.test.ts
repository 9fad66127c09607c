import { describe, expect, it } from 'vitest';
import type { Store } from '../../functions/shared/store/store.ts';
import { faultyStore } from '../support/faulty-store.ts';
import { pseudonymOf, running, hearing, type Hearing, type SeatName } from './hearing.ts';

const passOf = async (here: Hearing, seat: SeatName) => {
  const { body } = await here.post(seat, 'passes');
  const [roomName = '', identity = ''] = ((body.token as string | undefined) ?? '').split(' ');
  return { roomName, identity, code: body.code as string | undefined, body };
};
const standing = async (here: Hearing, seat: SeatName) => {
  const { body } = await here.view(seat);
  return [body.phase, body.epoch, body.myState];
};

describe('a pass', () => {
  it('is for the room that is there, under the name of this admission, and stands in the log', async () => {
    const here = await running(['witness', 'prosecutor']);
    const witness = await passOf(here, 'witness');
    const prosecutor = await passOf(here, 'prosecutor');
    expect([...here.mediaRooms]).toEqual([witness.roomName]);
    expect(prosecutor.roomName).toBe(witness.roomName);
    expect(prosecutor.identity).not.toBe(witness.identity);
    expect(witness.body).toMatchObject({
      url: 'wss://media.example.org',
      identity: witness.identity,
      epoch: 1,
    });
    const { body } = await here.view('witness');
    const me = (body.seats as { pseudonym: string; identity?: string }[]).find(
      ({ pseudonym }) => pseudonym === pseudonymOf('witness'),
    );
    expect(me?.identity).toBe(witness.identity);
    expect((await here.actions()).slice(-2)).toEqual(['pass.minted', 'pass.minted']);
  });

  it('is not minted before the opening, before admission, in a pause, after a removal, after the end', async () => {
    const here = await hearing();
    const refused = async (code: string) => expect((await passOf(here, 'interpreter')).code).toBe(code);
    await here.arrive('interpreter');
    await refused('not-admitted');
    await here.post('clerk', 'opening');
    await refused('not-admitted');
    await here.post('clerk', 'admissions', { seat: 'interpreter' });
    expect((await passOf(here, 'interpreter')).code).toBeUndefined();
    await here.post('clerk', 'pauses', { kind: 'pause' });
    await refused('room-paused');
    await here.post('clerk', 'resumptions');
    expect((await passOf(here, 'interpreter')).code).toBeUndefined();
    await here.post('clerk', 'removals', { seat: 'interpreter' });
    await refused('not-admitted');
    await here.post('clerk', 'ending');
    await refused('room-ended');
    expect((await here.actions()).filter((action) => action === 'pass.minted')).toHaveLength(2);
  });
});

describe('the clerk', () => {
  it('lets one in once; a repeat enters nothing', async () => {
    const here = await running(['interpreter']);
    const before = await here.actions();
    expect(await here.post('clerk', 'admissions', { seat: 'interpreter' })).toMatchObject({ status: 201 });
    expect(await here.actions()).toEqual(before);
    expect((await here.post('clerk', 'admissions', { seat: 'attending-officer' })).body.code).toBe(
      'not-waiting',
    );
  });

  it('puts one out: the others get another room under other names, and the one before is gone', async () => {
    const here = await running(['witness', 'interpreter']);
    const before = await passOf(here, 'witness');
    expect(await here.post('clerk', 'removals', { seat: 'interpreter' })).toMatchObject({ status: 201 });
    const after = await passOf(here, 'witness');
    expect(after.roomName).not.toBe(before.roomName);
    expect(after.identity).not.toBe(before.identity);
    expect([...here.mediaRooms]).toEqual([after.roomName]);
    expect(await standing(here, 'witness')).toEqual(['open', 2, 'admitted']);
    // Whoever was put out learns nothing of how it goes on.
    expect(await standing(here, 'interpreter')).toEqual(['closed', 0, 'away']);
    expect(await here.actions()).toContain('seat.removed');
    expect((await here.post('clerk', 'removals', { seat: 'interpreter' })).body.code).toBe('not-admitted');
    expect((await here.post('clerk', 'removals', { seat: 'clerk' })).body.code).toBe('not-your-role');
  });

  it('ends it for everybody, for good, with all that was filed before standing before the end', async () => {
    const here = await running(['witness']);
    await here.arrive('interpreter');
    expect(await here.post('clerk', 'ending')).toMatchObject({ status: 201, body: { phase: 'ended' } });
    expect([...here.mediaRooms]).toEqual([]);
    expect((await here.actions()).slice(-2)).toEqual(['seat.arrived', 'session.ended']);
    for (const verb of ['opening', 'ending'])
      expect((await here.post('clerk', verb)).body.code).toBe('room-ended');
  });

  it('ends it also where the log cannot take its facts, which then come after', async () => {
    const here = await running(['witness']);
    await here.arrive('interpreter');
    here.breakInto((store) => ({
      ...store,
      query: async (table, ...rest) => {
        if (table === 'custody') throw new Error('ThrottlingException');
        return store.query(table, ...rest);
      },
    }));
    expect(await here.post('clerk', 'ending')).toMatchObject({ status: 201, body: { phase: 'ended' } });
    expect((await here.actions()).slice(-2)).toEqual(['session.ended', 'seat.arrived']);
  });
});

/** The first tries of a request meet another transaction at the same items. */
function contended(conflicts: number) {
  let [left, tries] = [0, 0];
  const over = (store: Store): Store =>
    faultyStore(store, () => {
      tries += 1;
      if (left === 0) return 'none';
      left -= 1;
      return 'conflict';
    });
  return {
    over,
    tries: () => tries,
    begin: () => {
      left = conflicts;
      tries = 0;
    },
  };
}

describe('where every try meets another transaction', () => {
  /** The last number: tries until it is given up; the end first tries as often to enter what was filed. */
  const takeAway: [string, SeatName, object, number][] = [
    ['pauses', 'witness', { kind: 'pause' }, 40],
    ['pauses', 'support-officer', { kind: 'stop' }, 40],
    ['removals', 'clerk', { seat: 'witness' }, 40],
    ['ending', 'clerk', {}, 79],
    ['invitations', 'support-officer', { seat: 'witness', language: 'my' }, 40],
  ];

  it.each(takeAway)('%s by the %s come through after 38 of them', async (verb, seat, body) => {
    const trouble = contended(38);
    const here = await running(['witness', 'support-officer'], trouble.over);
    trouble.begin();
    expect(await here.post(seat, verb, body)).toMatchObject({ status: 201 });
    expect(trouble.tries()).toBeGreaterThanOrEqual(39);
  });

  it.each(takeAway)(
    '%s by the %s are given up in the end, and nothing was changed',
    async (verb, seat, body, most) => {
      const trouble = contended(400);
      const here = await running(['witness', 'support-officer'], trouble.over);
      await here.arrive('interpreter');
      const before = here.versions();
      trouble.begin();
      expect((await here.post(seat, verb, body)).body.code).toBe('busy');
      expect(trouble.tries()).toBe(most);
      expect(here.versions()).toEqual(before);
    },
  );

  it.each<[string, SeatName, object]>([
    ['arrivals', 'interpreter', { camera: true, microphone: true, connection: 'good' }],
    ['passes', 'witness', {}],
    ['admissions', 'clerk', { seat: 'interpreter' }],
  ])('%s are given up after eight', async (verb, seat, body) => {
    const trouble = contended(400);
    const here = await running(['witness', 'support-officer'], trouble.over);
    await here.arrive('interpreter');
    trouble.begin();
    expect((await here.post(seat, verb, body)).body.code).toBe('busy');
    expect(trouble.tries()).toBe(8);
  });
});
