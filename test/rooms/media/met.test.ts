import { TrackSource } from 'livekit-server-sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { repair } from '../../../functions/rooms/repair.ts';
import { entriesIn } from '../../support/log-entries.ts';
import { pseudonymOf, running, type Hearing, type SeatName } from '../hearing.ts';

/** An intruder is reported, or found: everybody else gets another room, once, and the clerk sees why. */

interface Pass {
  readonly roomName: string;
  readonly identity: string;
  readonly mark: string;
}

let here: Hearing;
let made = 0;

const passOf = async (seat: SeatName): Promise<Pass> => {
  const { body } = await here.post(seat, 'passes');
  const [roomName = '', identity = '', mark = ''] = (body.token as string).split(' ');
  return { roomName, identity, mark };
};

const report = async (event: string, { roomName, identity, mark }: Pass, sid: string, more: object = {}) => {
  const answer = await here.report({
    event,
    id: `EV_${(made += 1)}`,
    createdAt: '1795575600',
    room: { name: roomName, sid: 'RM_1' },
    participant: { identity, sid, attributes: mark === '' ? {} : { mark } },
    ...more,
  });
  expect(answer.status).toBe(200);
};
const joins = (pass: Pass, sid: string) => report('participant_joined', pass, sid);
const publishes = (pass: Pass, name: string, source = TrackSource.CAMERA) =>
  report('track_published', pass, 'PA_1', {
    track: { sid: 'TR_1', type: name === 'microphone' ? 0 : 1, name, source },
  });

const met = async () => {
  await here.actions();
  return (await entriesIn(here.memory, here.sessionId)).filter(({ action }) => action === 'room.intruded');
};
const stateOf = async (seat: SeatName) => (await here.view(seat)).body.myState;
const alarms = async () => (await here.view('clerk')).body.alarms as readonly object[] | undefined;

beforeEach(async () => {
  here = await running(['witness', 'prosecutor']);
});

describe('no intruder is', () => {
  it('whoever joins by a pass, reloads with another, and mends their connection meanwhile', async () => {
    const first = await passOf('prosecutor');
    await joins(first, 'PA_1');
    await joins(first, 'PA_1');
    const second = await passOf('prosecutor');
    await joins(second, 'PA_2');
    await joins(first, 'PA_1');
    expect(await met()).toEqual([]);
    expect(await stateOf('prosecutor')).toBe('admitted');
    expect(await alarms()).toBeUndefined();
  });

  it('whoever was reported in a room that is gone', async () => {
    const pass = await passOf('prosecutor');
    await here.post('clerk', 'opening');
    const { epoch } = (await here.view('clerk')).body;
    await joins({ ...pass, identity: 'stranger' }, 'PA_9');
    expect((await here.view('clerk')).body.epoch).toBe(epoch);
    expect(await met()).toEqual([]);
  });

  it('whoever sends camera and microphone', async () => {
    const pass = await passOf('witness');
    await publishes(pass, 'camera');
    await publishes(pass, 'microphone', TrackSource.MICROPHONE);
    expect(await met()).toEqual([]);
  });
});

describe('a pass that is used twice', () => {
  it('costs its seat the place, and everybody else another room; only the clerk lets it in again', async () => {
    const pass = await passOf('prosecutor');
    const witness = await passOf('witness');
    await joins(pass, 'PA_1');
    await joins(pass, 'PA_2');
    expect(await stateOf('prosecutor')).toBe('away');
    expect((await here.post('prosecutor', 'passes')).body.code).toBe('not-admitted');
    const after = await passOf('witness');
    expect(after.roomName).not.toBe(witness.roomName);
    expect([...here.mediaRooms]).toEqual([after.roomName]);
    expect(await met()).toMatchObject([
      {
        actor: { system: 'rooms' },
        details: { kind: 'pass-misused', seat: `prosecutor ${pseudonymOf('prosecutor')}`, epoch: 2 },
      },
    ]);
    await here.arrive('prosecutor');
    expect((await here.post('prosecutor', 'passes')).body.code).toBe('not-admitted');
    await here.post('clerk', 'admissions', { seat: 'prosecutor' });
    expect((await here.post('prosecutor', 'passes')).status).toBe(201);
  });

  it('replaces the room once, however often and by how many at once it is used', async () => {
    const pass = await passOf('prosecutor');
    await joins(pass, 'PA_1');
    await Promise.all(['PA_2', 'PA_3', 'PA_4', 'PA_5'].map((sid) => joins(pass, sid)));
    await joins(pass, 'PA_6');
    expect(await met()).toHaveLength(1);
    expect((await here.view('clerk')).body.epoch).toBe(2);
  });

  it('after a newer one was used is taken for misused, and before it for what it is', async () => {
    const older = await passOf('prosecutor');
    here.forward(1);
    const newer = await passOf('prosecutor');
    await joins(newer, 'PA_2');
    expect(await met()).toEqual([]);
    await joins(older, 'PA_1');
    expect(await met()).toHaveLength(1);
  });
});

describe('somebody whom no pass of ours brought', () => {
  it.each<[string, (pass: Pass) => Pass, string | undefined]>([
    ['under an identity of their own', (pass) => ({ ...pass, identity: 'stranger' }), undefined],
    ['without a mark', (pass) => ({ ...pass, mark: '' }), 'prosecutor'],
    ['with a mark of their own', (pass) => ({ ...pass, mark: 'constructor' }), 'prosecutor'],
    ['beside themselves', (pass) => ({ ...pass, identity: `${pass.identity}#two` }), 'prosecutor'],
  ])('%s is met', async (_, as, seat) => {
    await joins(as(await passOf('prosecutor')), 'PA_1');
    expect((await met())[0]?.details).toEqual({
      kind: 'unknown-participant',
      epoch: 2,
      ...(seat === undefined ? {} : { seat: `${seat} ${pseudonymOf('prosecutor')}` }),
    });
    expect(await stateOf('prosecutor')).toBe(seat === undefined ? 'admitted' : 'away');
    expect(await stateOf('witness')).toBe('admitted');
  });

  it('with the mark of another seat’s pass costs the seat whose identity it was', async () => {
    const { mark } = await passOf('witness');
    await joins({ ...(await passOf('prosecutor')), mark }, 'PA_1');
    expect(await stateOf('prosecutor')).toBe('away');
    expect(await stateOf('witness')).toBe('admitted');
  });

  it('J12: is found by the sweep when no report came, hidden or not, and met once', async () => {
    const { roomName, identity } = await passOf('prosecutor');
    here.people.set(roomName, [{ identity, connection: 'PA_7', mark: '' }]);
    await repair(here.context, here.media);
    await repair(here.context, here.media);
    expect(await met()).toHaveLength(1);
  });
});

it('the sweep leaves those alone who came in by their pass, and takes note of what was not reported', async () => {
  const pass = await passOf('prosecutor');
  here.people.set(pass.roomName, [{ identity: pass.identity, connection: 'PA_1', mark: pass.mark }]);
  await repair(here.context, here.media);
  expect(await met()).toEqual([]);
  await joins(pass, 'PA_2');
  expect(await met()).toHaveLength(1);
});

describe('a flood of tracks, each of which could be of our page', () => {
  const sending = (pass: Pass, names: readonly string[]) =>
    here.people.set(pass.roomName, [
      {
        identity: pass.identity,
        connection: 'PA_1',
        mark: pass.mark,
        tracks: names.map((name) => ({ name })),
      },
    ]);
  const usual = ['camera', 'microphone', 'microphone'];

  it('is met at the first track that no page sends beside the others, and not before', async () => {
    const pass = await passOf('prosecutor');
    await joins(pass, 'PA_1');
    sending(pass, usual);
    await publishes(pass, 'microphone', TrackSource.MICROPHONE);
    expect(await met()).toEqual([]);
    sending(pass, [...usual, 'microphone']);
    await publishes(pass, 'microphone', TrackSource.MICROPHONE);
    expect(await alarms()).toMatchObject([{ kind: 'foreign-track', seat: 'prosecutor' }]);
    expect(await stateOf('prosecutor')).toBe('away');
  });

  it('is found by the sweep when no report came', async () => {
    const pass = await passOf('prosecutor');
    await joins(pass, 'PA_1');
    sending(pass, usual);
    await repair(here.context, here.media);
    expect(await met()).toEqual([]);
    sending(
      pass,
      Array.from({ length: 17 }, (_, at) => `language-a${String.fromCodePoint(97 + at)}`),
    );
    await repair(here.context, here.media);
    expect(await met()).toHaveLength(1);
  });
});

describe('the alarm', () => {
  it('of a track that is not ours names no text of the sender, anywhere', async () => {
    await publishes(await passOf('prosecutor'), 'we-know-where-you-live');
    expect(await alarms()).toMatchObject([
      { kind: 'foreign-track', seat: 'prosecutor', pseudonym: pseudonymOf('prosecutor') },
    ]);
    expect(JSON.stringify([...here.memory.items.values()])).not.toContain('we-know');
  });

  it('is shown to the clerk until they take note, which is entered once; to nobody else', async () => {
    await joins({ ...(await passOf('witness')), identity: 'stranger' }, 'PA_1');
    for (const seat of ['witness', 'prosecutor'] as const)
      expect((await here.view(seat)).body).not.toHaveProperty('alarms');
    expect(await alarms()).toHaveLength(1);
    expect((await here.post('clerk', 'acknowledgements')).status).toBe(201);
    expect(await alarms()).toBeUndefined();
    expect((await here.post('clerk', 'acknowledgements')).status).toBe(201);
    expect((await here.actions()).filter((action) => action === 'alarm.acknowledged')).toHaveLength(1);
    expect((await here.post('prosecutor', 'acknowledgements')).body.code).toBe('not-your-role');
  });
});

describe('a report that could not be dealt with', () => {
  it('is dealt with when it comes again, though its fact has its place already', async () => {
    const pass = await passOf('prosecutor');
    await joins(pass, 'PA_1');
    const event = {
      event: 'participant_joined',
      id: 'EV_again',
      createdAt: '1795575600',
      room: { name: pass.roomName, sid: 'RM_1' },
      participant: { identity: pass.identity, sid: 'PA_2', attributes: { mark: pass.mark } },
    };
    let broken = true;
    here.breakInto((store) => ({
      ...store,
      write: (changes) =>
        broken && JSON.stringify(changes).includes('room.intruded')
          ? Promise.reject(new Error('the table is away'))
          : store.write(changes),
    }));
    expect((await here.report(event)).status).toBe(500);
    expect(await stateOf('prosecutor')).toBe('admitted');
    // The room that was made for it is gone again.
    expect([...here.mediaRooms]).toEqual([pass.roomName]);
    await here.actions();
    broken = false;
    expect((await here.report(event)).status).toBe(200);
    expect(await stateOf('prosecutor')).toBe('away');
    expect((await here.actions()).filter((action) => action === 'media.joined')).toHaveLength(2);
  });
});
