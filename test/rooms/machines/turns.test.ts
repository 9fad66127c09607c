import { describe, expect, it } from 'vitest';
import { entriesIn } from '../../support/log-entries.ts';
import { holdSeconds } from '../../../functions/media/contract.ts';
import { sendForMachines } from '../../../functions/rooms/machines/send-for.ts';
import {
  bench,
  counsel,
  hearing,
  onBothSides,
  pseudonymOf,
  type Hearing,
  type SeatName,
} from '../hearing.ts';
import { machineOf, machinesCarry } from './turns.ts';

const ok = { status: 201 };
const court = { ...bench, ...counsel, accused: onBothSides.accused };

async function open(): Promise<Hearing> {
  const here = await hearing(undefined, court, 'testimony');
  expect(await here.post('judge', 'opening')).toMatchObject(ok);
  return here;
}
async function withAccused() {
  const here = await open();
  const carrying = await machinesCarry(here);
  await here.arrive('accused');
  expect(await here.post('judge', 'admissions', { seat: 'accused' })).toMatchObject(ok);
  await carrying.carry();
  return { here, ...carrying };
}

describe('a machine', () => {
  it('is nobody without its own secret', async () => {
    const here = await open();
    const { turn } = machineOf(here, 'relay');
    const observers = (await here.media()).machineSecret('observer', here.sessionId);
    expect((await turn({}, 'x'.repeat(43))).status).toBe(404);
    expect((await turn({}, observers)).status).toBe(404);
    expect((await turn({}, '')).status).toBe(404);
    expect((await turn()).hold).toBe('yours');
  });

  it('has a pass for each of its rooms once, and another when the room was made anew', async () => {
    const here = await open();
    const { turn } = machineOf(here, 'relay');
    const first = await turn();
    expect(first.places.map(({ room, pass }) => [room, pass !== undefined])).toEqual([
      ['hearing', true],
      ['screened', true],
    ]);
    expect((await turn()).places.every(({ pass }) => pass === undefined)).toBe(true);
    await here.post('judge', 'opening');
    const anew = await turn();
    expect(anew.places.every(({ pass }) => pass !== undefined)).toBe(true);
    expect(anew.places[0]?.since).toBeGreaterThan(first.places[0]?.since ?? 0);
  });

  it('gives in the screened room alone, and is hidden elsewhere; the observer is hidden everywhere', async () => {
    const here = await open();
    const relay = await machineOf(here, 'relay').turn();
    const observer = await machineOf(here, 'observer').turn();
    const how = (turned: typeof relay) =>
      turned.places.map(({ room, pass }) => [room, pass?.token.split(' ').at(-1)]);
    expect(how(relay)).toEqual([
      ['hearing', 'hidden'],
      ['screened', 'gives'],
    ]);
    expect(how(observer).every(([, as]) => as === 'hidden')).toBe(true);
  });

  it('that starts a second time holds nothing and has no pass, until the first has been silent for as long as it holds', async () => {
    const here = await open();
    const first = machineOf(here, 'relay');
    const second = machineOf(here, 'relay');
    await first.turn();
    expect(await second.turn()).toMatchObject({ hold: 'of-another', places: [] });
    here.forward(holdSeconds * 1000 - 1);
    expect(await second.turn()).toMatchObject({ hold: 'of-another', places: [] });
    here.forward(2);
    const taken = await second.turn();
    expect(taken).toMatchObject({ hold: 'yours' });
    expect(taken.places.every(({ pass }) => pass !== undefined)).toBe(true);
    expect(await first.turn()).toMatchObject({ hold: 'of-another', places: [] });
  });

  it('is told that it is over when the hearing is closed or ended', async () => {
    const here = await open();
    const { turn } = machineOf(here, 'relay');
    await turn();
    await here.post('judge', 'ending');
    expect(await turn()).toMatchObject({ hold: 'over', places: [] });
  });

  it('is sent for once by two who find it missing, and again when nobody came', async () => {
    const here = await open();
    const sent: string[] = [];
    const send = async (task: { machine: string }) => void sent.push(task.machine);
    const both = () =>
      Promise.all([1, 2].map(() => sendForMachines(here.context, here.media, send, here.sessionId)));
    await both();
    expect(sent.toSorted()).toEqual(['observer', 'relay']);
    here.forward(19_000);
    await both();
    expect(sent).toHaveLength(2);
    here.forward(2_000);
    await both();
    expect(sent).toHaveLength(4);
    await machinesCarry(here);
    here.forward(4_000);
    await both();
    expect(sent).toHaveLength(4);
  });
});

describe('the screened side', () => {
  it('is carried what whoever is heard sends, once they are called in: their own page is told what carries it', async () => {
    const { here, relay } = await withAccused();
    const carrier = async (of: SeatName) => (await here.view(of)).body.carrier as string | undefined;
    await here.arrive('witness');
    await here.post('support-officer', 'today', { takesPart: 'yes' });
    expect(await here.post('judge', 'admissions', { seat: 'witness' })).toMatchObject(ok);
    expect(await carrier('witness')).toBeUndefined();
    expect(await here.post('judge', 'callings')).toMatchObject(ok);
    // Made anew, so that the relay is given a pass that says who it is there.
    expect(await here.post('judge', 'opening')).toMatchObject(ok);
    const { places } = await relay.turn();
    const named = places.find(({ room }) => room === 'hearing')?.pass?.identity;
    expect(named).toBeTypeOf('string');
    expect(await carrier('witness')).toBe(named);
    for (const of of ['accused', 'judge', 'prosecutor'] as const) expect(await carrier(of)).toBeUndefined();
  });

  it('comes in once the relay carries and the observer sees it, and not before', async () => {
    const here = await open();
    await here.arrive('accused');
    const tries = () => here.post('judge', 'admissions', { seat: 'accused' });
    const notYet = { status: 409, body: { code: 'relay-not-ready' } };
    expect(await tries()).toMatchObject(notYet);
    const relay = machineOf(here, 'relay');
    const observer = machineOf(here, 'observer');
    await relay.turn();
    await relay.turn({ flowing: true });
    expect(await tries()).toMatchObject(notYet);
    await observer.turn();
    await observer.turn({ stalls: [{ room: 'screened', for: 2_500 }] });
    expect(await tries()).toMatchObject(notYet);
    await observer.turn({ stalls: [{ room: 'screened', for: 30 }] });
    expect(await tries()).toMatchObject(ok);
  });

  it('hears nobody any more for 3.5 s: the hearing is paused off the record, and goes on by the judge alone', async () => {
    const { here, observer, carry } = await withAccused();
    await observer.turn({ stalls: [{ room: 'screened', for: 2_999 }] });
    expect((await here.view('judge')).body.phase).toBe('open');
    await observer.turn({ stalls: [{ room: 'screened', for: 3_600 }] });
    const paused = (await here.view('judge')).body;
    expect(paused).toMatchObject({ phase: 'paused', pauses: [{ seat: 'judge', kind: 'relay-lost' }] });
    expect(here.mediaRooms.size).toBe(0);
    expect(await here.actions()).toContain('room.relay-lost');
    expect((await here.post('clerk', 'resumptions')).body.code).toBe('not-yours-to-resume');
    here.forward(6_000);
    expect((await here.post('judge', 'resumptions')).body.code).toBe('relay-not-ready');
    await carry();
    expect(await here.post('clerk', 'resumptions', { onWordOf: 'judge' })).toMatchObject(ok);
    expect((await here.view('judge')).body.phase).toBe('open');
  });

  it('says itself that it hears nothing: it counts where no observer is there, and stops nothing while one is', async () => {
    const { here, observer } = await withAccused();
    const says = (seat: 'accused' | 'clerk', milliseconds: number) =>
      here.post(seat, 'stalls', { milliseconds });
    expect(await says('accused', 60_000)).toMatchObject(ok);
    expect((await here.view('judge')).body.phase).toBe('open');
    here.forward(5_001);
    expect(await says('accused', 3_000)).toMatchObject(ok);
    expect((await here.view('judge')).body.phase).toBe('open');
    expect(await says('accused', 4_000)).toMatchObject(ok);
    expect((await here.view('judge')).body).toMatchObject({
      phase: 'paused',
      pauses: [{ kind: 'relay-lost' }],
    });
    // Nobody else's page can, and in a pause nobody's.
    expect((await says('accused', 4_000)).body.code).toBe('not-admitted');
    await observer.turn();
  });

  it('is waited for where whoever is heard says go on and no relay is there: she has let go, and the judge says when', async () => {
    const { here, carry } = await withAccused();
    await here.arrive('witness');
    await here.post('judge', 'admissions', { seat: 'witness' });
    await here.post('witness', 'pauses', { kind: 'pause' });
    here.forward(6_000);
    expect(await here.post('witness', 'resumptions')).toMatchObject({
      status: 201,
      body: { phase: 'paused' },
    });
    expect((await here.view('judge')).body.pauses).toMatchObject([{ seat: 'judge', kind: 'relay-lost' }]);
    await carry();
    expect(await here.post('judge', 'resumptions')).toMatchObject({ body: { phase: 'open' } });
  });

  it('is not paused for while nobody of it is there', async () => {
    const here = await open();
    const { observer } = await machinesCarry(here);
    await observer.turn({ stalls: [{ room: 'screened', for: 60_000 }] });
    expect((await here.view('judge')).body.phase).toBe('open');
  });
});

describe('what is carried over', () => {
  it('is the court as it is; of whoever is heard, where nothing was ordered, nothing, and of those who go with them', async () => {
    const { here, relay, carry } = await withAccused();
    for (const seat of ['witness', 'interpreter', 'support-officer', 'prosecutor'] as const) {
      await here.arrive(seat);
      expect(await here.post('judge', 'admissions', { seat })).toMatchObject(ok);
    }
    await carry();
    expect(await here.post('judge', 'callings')).toMatchObject(ok);
    await relay.turn();
    const { passage } = await relay.turn({ flowing: true });
    const view = (await here.view('judge')).body;
    const of = (seat: string) => {
      const { identity } = view.seats.find((each: { seat: string }) => each.seat === seat);
      return passage[identity];
    };
    const asIs = { heard: 'as-is', seen: 'as-is' };
    const not = { heard: 'not', seen: 'not' };
    expect([of('judge'), of('prosecutor')]).toEqual([asIs, asIs]);
    expect([of('witness'), of('interpreter'), of('support-officer')]).toEqual([not, not, not]);
    // No name of anybody is in it.
    expect(JSON.stringify(passage)).not.toContain(pseudonymOf('witness'));
  });
});

describe('what an observer notes', () => {
  it('is entered by the seat it is about, once, however often it is told', async () => {
    const { here, observer } = await withAccused();
    const { identity } = (await here.view('judge')).body.seats.find(
      ({ seat }: { seat: string }) => seat === 'judge',
    );
    const at = '2026-11-25T03:00:01.000Z';
    const noted = [{ room: 'hearing', identity, what: 'muted', at }];
    // Both of its tracks go in the same millisecond.
    expect((await observer.turn({ noted: [...noted, ...noted] })).status).toBe(200);
    await observer.turn({ noted });
    // The relay, and whoever is nobody's, are entered without a seat.
    expect(
      (await observer.turn({ noted: [{ room: 'screened', identity: 'none', what: 'came', at }] })).status,
    ).toBe(200);
    expect((await here.actions()).filter((action) => action === 'media.observed')).toHaveLength(2);
  });

  it('scenario 28: 300 kbit/s in a shelter: that the line is poor is entered by seat and kind of room, and nothing of where they are', async () => {
    const { here, observer } = await withAccused();
    await here.arrive('witness');
    await here.post('judge', 'admissions', { seat: 'witness' });
    await observer.turn();
    const room = `witness-${pseudonymOf('witness')}`;
    const { body } = await here.post('witness', 'passes');
    const identity = (body.token as string).split(' ')[1] ?? '';
    const at = '2026-11-25T03:00:01.000Z';
    const noted = { room, identity, what: 'quality', quality: 'poor', at };
    expect((await observer.turn({ noted: [noted] })).status).toBe(200);
    expect((await observer.turn({ noted: [noted] })).status).toBe(200);
    await here.actions();
    const entries = (await entriesIn(here.memory, here.sessionId)).filter(
      ({ action }) => action === 'media.observed',
    );
    expect(entries.map(({ details }) => details)).toEqual([
      {
        seat: `witness ${pseudonymOf('witness')}`,
        room: 'witness',
        what: 'quality',
        quality: 'poor',
      },
    ]);
    // Neither her network nor her place can be told by the observer.
    for (const more of [{ network: '3g' }, { address: '203.0.113.9' }, { kilobits: 300 }])
      expect((await observer.turn({ noted: [{ ...noted, ...more }] })).status).toBe(400);
  });
});
