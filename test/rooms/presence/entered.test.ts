import { beforeEach, describe, expect, it } from 'vitest';
import { sendForMachines } from '../../../functions/rooms/machines/send-for.ts';
import { patience } from '../../../functions/rooms/presence/presence.ts';
import { repair } from '../../../functions/rooms/repair.ts';
import { watchedKey } from '../../../functions/rooms/store.ts';
import { faultyStore } from '../../support/faulty-store.ts';
import { entriesIn } from '../../support/log-entries.ts';
import {
  bench,
  counsel,
  hearing,
  onBothSides,
  pseudonymOf,
  running,
  type Hearing,
  type SeatName,
} from '../hearing.ts';
import { machineOf, machinesCarry } from '../machines/turns.ts';

/** What the sources disagree on is entered once and told to the clerk, whatever is lost: the sweep over the store in memory. */

const began = Date.parse('2026-11-25T03:00:00.000Z');
const minute = 60_000;
let here: Hearing;
let made = 0;

interface Pass {
  readonly roomName: string;
  readonly identity: string;
  readonly mark: string;
}
const passOf = async (seat: SeatName, room?: string): Promise<Pass> => {
  const { body } = await here.post(seat, 'passes', room === undefined ? {} : { room });
  const [roomName = '', identity = '', mark = ''] = (body.token as string).split(' ');
  return { roomName, identity, mark };
};
const eventOf = (event: string, { roomName, identity, mark }: Pass, sid: string, seconds = 0) => ({
  event,
  id: `EV_${(made += 1)}`,
  createdAt: String(began / 1000 + seconds),
  room: { name: roomName, sid: 'RM_1' },
  participant: { identity, sid, attributes: { mark } },
});
/** Reported, and in the list from then on. */
async function joins(pass: Pass, sid: string): Promise<void> {
  expect((await here.report(eventOf('participant_joined', pass, sid))).status).toBe(200);
  isListed(pass, sid);
}
const isListed = ({ roomName, identity, mark }: Pass, connection: string) =>
  here.people.set(roomName, [...(here.people.get(roomName) ?? []), { identity, connection, mark }]);
const isListedNoMore = ({ roomName }: Pass, connection: string) =>
  here.people.set(
    roomName,
    (here.people.get(roomName) ?? []).filter((each) => each.connection !== connection),
  );

const sweep = () => repair(here.context, here.media);
/** As the clock wakes it, once a minute. */
async function sweeps(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    here.forward(minute);
    await sweep();
  }
}
const entered = async (action = 'presence.differs') => {
  await here.actions();
  return (await entriesIn(here.memory, here.sessionId)).filter((entry) => entry.action === action);
};
const alarms = async (seat: SeatName = 'clerk') =>
  ((await here.view(seat)).body.alarms as { kind: string }[] | undefined)?.map(({ kind }) => kind);

beforeEach(async () => {
  here = await running(['witness', 'prosecutor']);
});

describe('a client that died, and whose leaving was never reported (W5)', () => {
  it('is gone by the next list, entered once as inferred, and the clerk is told until they take note', async () => {
    const pass = await passOf('witness');
    await joins(pass, 'PA_1');
    await sweeps(1);
    isListedNoMore(pass, 'PA_1');
    await sweeps(1);
    expect(await entered()).toEqual([]);
    await sweeps(5);
    expect(await entered()).toMatchObject([
      {
        actor: { system: 'rooms' },
        subject: { kind: 'seat', ref: `witness ${pseudonymOf('witness')}` },
        details: {
          what: 'leaving-not-reported',
          room: 'hearing',
          connection: 'PA_1',
          from: '2026-11-25T03:00:00.000Z',
          to: '2026-11-25T03:02:00.000Z',
          saw: ['report', 'list'],
          sawGo: ['list'],
          inferred: true,
          isThere: false,
        },
      },
    ]);
    expect(await alarms()).toEqual(['presence-differs']);
    for (const seat of ['witness', 'prosecutor'] as const) expect(await alarms(seat)).toBeUndefined();
    expect((await here.post('clerk', 'acknowledgements')).status).toBe(201);
    await sweeps(2);
    expect(await alarms()).toBeUndefined();
    // Nobody lost their place by it.
    expect((await here.view('witness')).body).toMatchObject({ myState: 'admitted', epoch: 1 });
  });

  it('is nothing where it was reported, however late and often, and in whatever order', async () => {
    const pass = await passOf('witness');
    const [came, went] = [
      eventOf('participant_joined', pass, 'PA_1'),
      eventOf('participant_left', pass, 'PA_1', 30),
    ];
    for (const event of [went, came, went, came]) expect((await here.report(event)).status).toBe(200);
    await sweeps(5);
    expect(await entered()).toEqual([]);
    expect(await alarms()).toBeUndefined();
  });
});

describe('a receiver that was away for ten minutes (W13)', () => {
  it('leaves one entry for each arrival and leaving that it missed, and none for the others', async () => {
    const [witness, prosecutor, clerk] = [
      await passOf('witness'),
      await passOf('prosecutor'),
      await passOf('clerk'),
    ];
    await joins(clerk, 'PA_1');
    isListed(witness, 'PA_2');
    isListed(prosecutor, 'PA_3');
    await sweeps(3);
    isListedNoMore(prosecutor, 'PA_3');
    await sweeps(7);
    const found = (await entered()).map(({ subject, details }) => [
      subject?.ref.split(' ')[0],
      details['what'],
    ]);
    expect(found).toEqual([
      ['witness', 'arrival-not-reported'],
      ['prosecutor', 'arrival-not-reported'],
      ['prosecutor', 'leaving-not-reported'],
    ]);
    // What comes in the end is entered as what it is, and takes nothing back.
    await here.report(eventOf('participant_joined', witness, 'PA_2'));
    await sweeps(3);
    expect(await entered()).toHaveLength(3);
  });

  it('that hangs and fails makes no second entry of what comes again (W1, W2)', async () => {
    const pass = await passOf('witness');
    const event = eventOf('participant_joined', pass, 'PA_1');
    let broken = true;
    here.breakInto((store) => ({
      ...store,
      write: (changes) => (broken ? Promise.reject(new Error('no answer')) : store.write(changes)),
    }));
    expect((await here.report(event)).status).toBe(500);
    broken = false;
    const answers = await Promise.all(Array.from({ length: 100 }, async () => here.report(event)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    isListed(pass, 'PA_1');
    await sweeps(4);
    expect(await entered()).toEqual([]);
    expect(await entered('media.joined')).toHaveLength(1);
  });
});

it('W6: a line that broke off before it was one is no presence, and is entered once', async () => {
  const pass = await passOf('witness');
  await here.report(eventOf('participant_connection_aborted', pass, 'PA_1'));
  await sweeps(4);
  expect((await entered()).map(({ details }) => details)).toMatchObject([{ what: 'never-came-in', saw: [] }]);
});

it('a room that we took away ends who was in it: by our own word, where the media server says nothing more', async () => {
  const pass = await passOf('witness');
  await joins(pass, 'PA_1');
  here.forward(5_000);
  expect((await here.post('witness', 'pauses', { kind: 'pause' })).status).toBe(201);
  await sweeps(4);
  expect((await entered()).map(({ details }) => details)).toMatchObject([
    { what: 'leaving-not-reported', to: '2026-11-25T03:00:05.000Z', sawGo: ['ours'] },
  ]);
});

it('the end of a session waits for what may still be reported, enters what was not, and is then watched no more', async () => {
  const [witness, clerk] = [await passOf('witness'), await passOf('clerk')];
  await joins(witness, 'PA_1');
  await joins(clerk, 'PA_2');
  await here.post('clerk', 'ending');
  await here.report(eventOf('participant_left', clerk, 'PA_2', 1));
  await sweeps(1);
  expect(await here.memory.get([watchedKey(here.sessionId)])).not.toEqual([undefined]);
  await sweeps(3);
  expect((await entered()).map(({ subject }) => subject?.ref)).toEqual([`witness ${pseudonymOf('witness')}`]);
  expect(await here.memory.get([watchedKey(here.sessionId)])).toEqual([undefined]);
  expect(await alarms()).toBeUndefined();
});

it('scenario 29: total drop of 8 minutes of whoever is heard: the gap is entered, and the clerk is asked to remind of the oath as they come back', async () => {
  const [first, prosecutor] = [await passOf('witness'), await passOf('prosecutor')];
  await joins(first, 'PA_1');
  await joins(prosecutor, 'PA_2');
  await here.report(eventOf('participant_left', first, 'PA_1', 60));
  await here.report(eventOf('participant_left', prosecutor, 'PA_2', 60));
  isListedNoMore(first, 'PA_1');
  isListedNoMore(prosecutor, 'PA_2');
  await sweeps(2);
  // Everybody has another room meanwhile.
  await here.post('clerk', 'opening');
  await sweeps(7);
  expect([await entered('presence.gap'), await alarms()]).toEqual([[], undefined]);
  const [again, other] = [await passOf('witness'), await passOf('prosecutor')];
  const back = eventOf('participant_joined', again, 'PA_3', 9 * 60);
  for (const event of [eventOf('participant_joined', other, 'PA_4', 9 * 60), back, back])
    expect((await here.report(event)).status).toBe(200);
  isListed(again, 'PA_3');
  isListed(other, 'PA_4');
  expect((await here.view('clerk')).body.alarms).toMatchObject([
    { kind: 'gap', seat: 'witness', pseudonym: pseudonymOf('witness') },
  ]);
  for (const seat of ['witness', 'prosecutor'] as const) expect(await alarms(seat)).toBeUndefined();
  expect((await here.post('clerk', 'acknowledgements')).status).toBe(201);
  await sweeps(3);
  expect(await alarms()).toBeUndefined();
  expect(await entered('presence.gap')).toMatchObject([
    {
      subject: { kind: 'seat', ref: `witness ${pseudonymOf('witness')}` },
      details: { from: '2026-11-25T03:01:00.000Z', to: '2026-11-25T03:09:00.000Z' },
    },
  ]);
  expect(await entered()).toEqual([]);
});

it('of whoever is heard and came back unreported, the next list says so', async () => {
  const pass = await passOf('witness');
  await joins(pass, 'PA_1');
  await here.report(eventOf('participant_left', pass, 'PA_1', 60));
  isListedNoMore(pass, 'PA_1');
  await sweeps(9);
  isListed(await passOf('witness'), 'PA_2');
  await sweeps(1);
  expect((await entered('presence.gap')).map(({ details }) => details)).toEqual([
    { from: '2026-11-25T03:01:00.000Z', to: '2026-11-25T03:10:00.000Z' },
  ]);
});

it.each(['throttled', 'conflict', 'lost'] as const)(
  'is entered once though a write of the sweep is %s',
  async (fault) => {
    const pass = await passOf('witness');
    isListed(pass, 'PA_1');
    await sweeps(1);
    here.forward(patience);
    here.breakInto((store) => faultyStore(store, (write) => (write <= 2 ? fault : 'none')));
    for (let time = 0; time < 3; time += 1) await sweep().catch(() => undefined);
    await sweeps(2);
    expect(await entered()).toHaveLength(1);
  },
);

it('each of twelve comings and goings that nobody reported is entered, and the alarm of an intruder stays in sight', async () => {
  const pass = await passOf('witness');
  await here.report(eventOf('participant_joined', { ...pass, identity: 'stranger' }, 'PA_x'));
  for (let time = 0; time < 12; time += 1) {
    const again = await passOf('prosecutor');
    isListed(again, `PA_${time}`);
    await sweeps(1);
    isListedNoMore(again, `PA_${time}`);
  }
  await sweeps(3);
  expect(await entered()).toHaveLength(24);
  expect(await alarms()).toEqual(['unknown-participant', 'presence-differs']);
});

describe('the observer', () => {
  const court = { ...bench, ...counsel, accused: onBothSides.accused };
  const noted = async (what: 'came' | 'went', seat: SeatName, connection: string) => {
    const { seats } = (await here.view('judge')).body as { seats: { seat: string; identity: string }[] };
    const { identity = '' } = seats.find((each) => each.seat === seat) ?? {};
    return [{ room: 'hearing', identity, what, connection, at: here.context.now().toISOString() }];
  };

  beforeEach(async () => {
    here = await hearing(undefined, court, 'testimony');
    await here.post('judge', 'opening');
  });

  /** It sees for long enough what there is to see, and the reports have had their time. */
  async function watches(carry: () => Promise<void>): Promise<void> {
    for (let time = 0; time < 3; time += 1) {
      here.forward(6_000);
      await carry();
    }
    here.forward(patience);
    await sweep();
  }

  it('that was killed leaves a hole of 45 s, entered once with from and to, and told to whoever presides', async () => {
    const { observer, carry } = await machinesCarry(here);
    here.forward(1_000);
    await carry();
    here.forward(45_000);
    await sweep();
    // It lasts: whoever runs the session knows already; it is entered when it is over.
    expect([await alarms('judge'), await entered('presence.unobserved')]).toEqual([['unobserved'], []]);
    const another = machineOf(here, 'observer');
    await another.turn();
    await another.turn();
    here.forward(1_000);
    await another.turn();
    await observer.turn();
    await sweeps(1);
    expect((await entered('presence.unobserved')).map(({ details }) => details)).toEqual([
      { from: '2026-11-25T03:00:01.000Z', to: '2026-11-25T03:00:46.000Z' },
    ]);
    expect(await alarms('prosecutor')).toBeUndefined();
  });

  it('that is away for as long as a room takes to be made anew leaves none', async () => {
    const { carry, observer } = await machinesCarry(here);
    await here.post('judge', 'opening');
    here.forward(4_000);
    await carry();
    here.forward(2_000);
    await here.post('judge', 'ending');
    expect((await observer.turn()).hold).toBe('over');
    await sweeps(1);
    expect(await entered('presence.unobserved')).toEqual([]);
  });

  it('that never came is missed from when it was sent for', async () => {
    await sendForMachines(here.context, here.media, () => Promise.resolve(), here.sessionId);
    here.forward(31_000);
    await sweep();
    expect(await alarms('judge')).toEqual(['unobserved']);
    await machinesCarry(here);
    expect((await entered('presence.unobserved')).map(({ details }) => details)).toEqual([
      { from: '2026-11-25T03:00:00.000Z', to: '2026-11-25T03:00:31.000Z' },
    ]);
  });

  it('does not see the court where it views the screened side, and nobody makes anything of that', async () => {
    const { observer, carry } = await machinesCarry(here);
    await here.arrive('accused');
    await here.post('judge', 'admissions', { seat: 'accused' });
    const [accused, judge] = [await passOf('accused'), await passOf('judge', 'screened')];
    expect(judge.roomName).toBe(accused.roomName);
    const { identity } = accused;
    const at = here.context.now().toISOString();
    await observer.turn({ noted: [{ room: 'screened', identity, what: 'came', connection: 'PA_1', at }] });
    await joins(accused, 'PA_1');
    // Gone again before there was a list.
    await here.report(eventOf('participant_joined', judge, 'PA_2'));
    await here.report(eventOf('participant_left', judge, 'PA_2', 40));
    await watches(carry);
    expect(await entered()).toEqual([]);
  });

  it('that is away until the end is entered without an end, and the session then watched no more', async () => {
    await machinesCarry(here);
    here.forward(20_000);
    await here.post('judge', 'ending');
    // One that comes now was not there before.
    expect((await machineOf(here, 'observer').turn()).hold).toBe('over');
    await sweeps(4);
    expect((await entered('presence.unobserved')).map(({ details }) => details)).toEqual([
      { from: '2026-11-25T03:00:00.000Z' },
    ]);
    expect(await here.memory.get([watchedKey(here.sessionId)])).toEqual([undefined]);
  });

  it('that saw whom no report named is believed, and one that did not see whom a report names differs', async () => {
    const { observer, carry } = await machinesCarry(here);
    for (const seat of ['clerk', 'prosecutor'] as const) {
      await here.arrive(seat);
      await here.post('judge', 'admissions', { seat });
    }
    await carry();
    const [judge, clerk, prosecutor] = [
      await passOf('judge'),
      await passOf('clerk'),
      await passOf('prosecutor'),
    ];
    await observer.turn({ noted: await noted('came', 'judge', 'PA_1') });
    await observer.turn({ noted: await noted('came', 'clerk', 'PA_2') });
    isListed(judge, 'PA_1');
    await joins(clerk, 'PA_2');
    await joins(prosecutor, 'PA_3');
    await watches(carry);
    await sweep();
    const found = (await entered()).map(({ subject, details }) => [
      subject?.ref.split(' ')[0],
      details['what'],
    ]);
    expect(found).toEqual([
      ['judge', 'arrival-not-reported'],
      ['prosecutor', 'not-seen-by-observer'],
    ]);
  });

  it('is in no consultation: what is known of it is what was reported and listed, and that is enough', async () => {
    const { observer, carry } = await machinesCarry(here);
    for (const seat of ['defence-counsel', 'accused'] as const) {
      await here.arrive(seat);
      expect((await here.post('judge', 'admissions', { seat })).status).toBe(201);
    }
    await carry();
    const people = [pseudonymOf('accused')];
    expect((await here.post('defence-counsel', 'consultations', { people })).status).toBe(201);
    const { places } = (await here.view('defence-counsel')).body as { places: { room: string }[] };
    const apart = places.find(({ room }) => room.startsWith('consultation-'))?.room ?? '';
    const { body } = await here.post('defence-counsel', 'passes', { room: apart });
    const [roomName = '', identity = '', mark = ''] = (body.token as string).split(' ');
    await observer.turn({ noted: await noted('came', 'judge', 'PA_9') });
    await joins({ roomName, identity, mark }, 'PA_1');
    await watches(carry);
    expect((await entered()).filter(({ subject }) => subject?.ref.startsWith('defence'))).toEqual([]);
  });
});
