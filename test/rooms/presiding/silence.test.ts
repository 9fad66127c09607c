import { describe, expect, it } from 'vitest';
import { bench, hearing, pseudonymOf, type Hearing, type SeatName } from '../hearing.ts';

/** Who may not speak, for as long as the court says so; and hands that are up. */

const ok = { status: 201 };

async function sitting(): Promise<Hearing> {
  const here = await hearing(undefined, { ...bench, witness: undefined, interpreter: undefined }, 'expert');
  expect(await here.post('judge', 'opening')).toMatchObject(ok);
  for (const seat of ['clerk', 'prosecutor'] as const) {
    await here.arrive(seat);
    expect(await here.post('judge', 'admissions', { seat })).toMatchObject(ok);
  }
  return here;
}
const sendsOf = async (here: Hearing, seat: SeatName) =>
  (await here.post(seat, 'passes')).body.sends as string;
const identityOf = async (here: Hearing, seat: SeatName) =>
  (await here.view('judge')).body.seats.find((each: { seat: string }) => each.seat === seat)
    .identity as string;
const seatIn = async (here: Hearing, by: SeatName, seat: SeatName) =>
  (await here.view(by)).body.seats.find((each: { seat: string }) => each.seat === seat);

describe('whoever is silenced', () => {
  it('has a pass that sends nothing, under another identity, in the same room as before', async () => {
    const here = await sitting();
    const before = await identityOf(here, 'prosecutor');
    const clerks = await identityOf(here, 'clerk');
    const rooms = [...here.mediaRooms];
    const epoch = (await here.view('prosecutor')).body.epoch as number;
    const who = { pseudonym: pseudonymOf('prosecutor'), silent: true };
    expect((await here.post('clerk', 'silences', who)).body.code).toBe('judges-word-needed');
    expect(await here.post('judge', 'silences', who)).toMatchObject(ok);
    expect([...here.mediaRooms]).toEqual(rooms);
    expect(await identityOf(here, 'prosecutor')).not.toBe(before);
    expect(await identityOf(here, 'clerk')).toBe(clerks);
    expect((await here.view('prosecutor')).body.epoch).toBeGreaterThan(epoch);
    expect(here.putOut).toEqual([before]);
    expect(await sendsOf(here, 'prosecutor')).toBe('nothing');
    expect(await sendsOf(here, 'clerk')).toBe('voice-and-picture');
    expect(await seatIn(here, 'clerk', 'prosecutor')).toMatchObject({ silenced: true });
  });

  it('coming back by the earlier pass is met as an intruder, and everybody else has another room', async () => {
    const here = await sitting();
    const first = (await here.post('prosecutor', 'passes')).body.token as string;
    const [room = '', identity = '', mark = ''] = first.split(' ');
    const joins = (connection: string) =>
      here.report({
        event: 'participant_joined',
        id: connection,
        createdAt: 0,
        room: { name: room },
        participant: { identity, sid: connection, attributes: { mark } },
      });
    await joins('PA_one');
    await here.post('judge', 'silences', { pseudonym: pseudonymOf('prosecutor'), silent: true });
    await joins('PA_two');
    expect(here.mediaRooms.has(room)).toBe(false);
    expect((await here.view('judge')).body.alarms).toMatchObject([
      { kind: 'pass-misused', seat: 'prosecutor' },
    ]);
    expect((await seatIn(here, 'judge', 'prosecutor')).state).toBe('away');
  });

  it('stays so in the next room and over a recess, until the court says otherwise', async () => {
    const here = await sitting();
    await here.post('judge', 'silences', { silent: true });
    await here.post('judge', 'recesses', { minutes: 5 });
    await here.post('judge', 'resumptions');
    expect(await sendsOf(here, 'prosecutor')).toBe('nothing');
    // All but the court itself.
    expect([await sendsOf(here, 'judge'), await sendsOf(here, 'clerk')]).toEqual([
      'voice-and-picture',
      'voice-and-picture',
    ]);
    await here.post('judge', 'silences', { silent: false });
    expect(await sendsOf(here, 'prosecutor')).toBe('voice-and-picture');
    expect((await here.actions()).filter((action) => action === 'court.silenced')).toHaveLength(2);
  });

  it('is never the court, and is nobody whom it did not name', async () => {
    const here = await sitting();
    const who = { pseudonym: pseudonymOf('judge'), silent: true };
    expect((await here.post('clerk', 'silences', { ...who, onWordOf: 'judge' })).body.code).toBe(
      'not-admitted',
    );
    expect((await here.post('prosecutor', 'silences', who)).body.code).toBe('not-your-role');
  });
});

describe('a hand', () => {
  it('is seen since when it is up, costs the room nothing, and is down when its seat was emptied', async () => {
    const here = await sitting();
    expect((await here.post('judge', 'hands', { up: true })).status).toBe(201);
    const before = here.versions();
    expect(await here.post('prosecutor', 'hands', { up: true })).toMatchObject({ body: { up: true } });
    here.forward(1_000);
    await here.post('prosecutor', 'hands', { up: true });
    expect(here.versions()).toEqual(before);
    expect((await seatIn(here, 'judge', 'prosecutor')).hand).toBe('2026-11-25T03:00:00.000Z');
    await here.post('prosecutor', 'hands', { up: false });
    expect((await seatIn(here, 'judge', 'prosecutor')).hand).toBeUndefined();
    await here.post('prosecutor', 'hands', { up: true });
    await here.post('judge', 'removals', { seat: 'prosecutor' });
    await here.arrive('prosecutor');
    await here.post('judge', 'admissions', { seat: 'prosecutor' });
    expect((await seatIn(here, 'judge', 'prosecutor')).hand).toBeUndefined();
  });

  it('is nobody’s who is not in, and goes up so often in a minute', async () => {
    const here = await sitting();
    await here.post('judge', 'removals', { seat: 'prosecutor' });
    expect((await here.post('prosecutor', 'hands', { up: true })).body.code).toBe('not-admitted');
    for (let times = 0; times < 20; times += 1) await here.post('clerk', 'hands', { up: times % 2 === 0 });
    expect((await here.post('clerk', 'hands', { up: true })).body.code).toBe('asked-too-often');
  });
});

describe('whoever is put out', () => {
  it('is told why where it was said, until they come again; nobody else is', async () => {
    const here = await sitting();
    await here.post('judge', 'removals', { seat: 'prosecutor', why: 'disturbs' });
    expect((await here.view('prosecutor')).body.putOut).toBe('disturbs');
    expect(JSON.stringify((await here.view('clerk')).body)).not.toContain('disturbs');
    await here.arrive('prosecutor');
    expect((await here.view('prosecutor')).body.putOut).toBeUndefined();
  });
});
