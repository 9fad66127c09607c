import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { dispose } from '@livekit/rtc-node';
import { RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { holdSeconds, type MachineKind, type Passage } from '../../functions/media/contract.ts';
import { forked } from '../../functions/media/forked.ts';
import { machineSecret } from '../../functions/media/port/task.ts';
import { liveKit } from '../../functions/rooms/media/media-server.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { deployedStack } from '../support/stack.ts';
import { listener, speaker, type Listener, type Speaker } from './people.ts';
import { giveTurns, type Turns } from './turns.ts';

const keys = deployedStack().liveKit;
const server = liveKit(keys);
const rooms = new RoomServiceClient(keys.url, keys.apiKey, keys.apiSecret);
const program = join(import.meta.dirname, '../../functions/media/worker.ts');

let turns: Turns;
let since: number;
let leaving: (() => unknown)[];

beforeEach(async () => {
  turns = await giveTurns(keys);
  vi.stubEnv('API_URL', turns.url);
  since = 0;
  leaving = [];
});
afterEach(async () => {
  turns.isOver = true;
  await Promise.all(leaving.map((leave) => leave()));
  turns.close();
});
afterAll(() => dispose());

/** Makes the room of a key, or makes it anew, and sends machines there. */
async function make(room: string, machines: readonly MachineKind[] = ['relay', 'observer']): Promise<string> {
  const name = newId(randomBytes);
  const before = turns.places.relay.get(room)?.name ?? turns.places.observer.get(room)?.name;
  await server.makeRoom(name);
  since += 1;
  for (const machine of machines) turns.places[machine].set(room, { name, since });
  if (before !== undefined) await server.takeRoomAway(before);
  return name;
}

function start(machine: MachineKind) {
  const sessionId = newId(randomBytes);
  const made = forked(program, {
    sessionId,
    machine,
    secret: machineSecret(keys.apiSecret, machine, sessionId),
  });
  leaving.push(() => {
    made.stop();
    return made.ended;
  });
  return made;
}

const speak = async (
  ...which: Parameters<typeof speaker> extends [unknown, ...infer Rest] ? Rest : never
): Promise<Speaker> => {
  const made = await speaker(keys, ...which);
  leaving.push(made.leave);
  return made;
};
const listen = async (room: string, identity = 'accused'): Promise<Listener> => {
  const made = await listener(keys, room, identity);
  leaving.push(made.leave);
  return made;
};
const lets = (heard: Passage['heard'], seen: Passage['seen']): Passage => ({ heard, seen });
/** Milliseconds. */
const whatItHolds = holdSeconds * 1000;
const inTime = (assert: () => void, timeout = 10_000) => vi.waitFor(assert, { timeout, interval: 50 });
const throughout = async (milliseconds: number, assert: () => void) => {
  for (const end = performance.now() + milliseconds; performance.now() < end;) {
    assert();
    await after(50);
  }
};
const isIn = (machine: MachineKind, ...where: string[]) =>
  inTime(() => {
    const last = turns.said.findLast((each) => each.machine === machine);
    expect(last?.turn.at.map(({ room }) => room).sort()).toEqual(where.sort());
  });

/** A tone that is heard, and one that is not even there; noise of coding lies between them. */
const loud = 0.05;
const quiet = 0.01;
/** What 440 Hz is at 0.8 of its pitch, at the nearest that the two readers of an altered voice give (relay/altered-voice.ts). */
const lowered = 350;

describe('on the screened side', () => {
  it('there is the relay with its tracks, and what is ordered in them; a channel for each language, and no voice in another', async () => {
    turns.channels = ['th'];
    const [hearing, screened] = [await make('hearing', ['relay']), await make('screened', ['relay'])];
    start('relay');
    await isIn('relay', 'hearing', 'screened');
    const hostile = await listen(screened);
    turns.passage = {
      judge: lets('as-is', 'as-is'),
      witness: lets('altered', 'not'),
      interpreter: { ...lets('as-is', 'not'), channels: ['th'] },
    };
    const into = { th: 1_700, my: 3_100 };
    await speak(hearing, 'interpreter', { hertz: 600, brightness: 220, into });
    // First whoever must not be heard, so that they would have been by the time the others are.
    await speak(hearing, 'nobody', { hertz: 2_500, brightness: 220 });
    const witness = await speak(hearing, 'witness', { hertz: 440, brightness: 220 });
    await speak(hearing, 'judge', { hertz: 1_000, brightness: 60 });
    await inTime(() => {
      expect(hostile.hears(1_000)).toBeGreaterThan(loud);
      expect(hostile.hears(lowered)).toBeGreaterThan(loud);
      expect(hostile.sees()).toBeLessThan(75);
      expect(hostile.hears(1_700, 'language-th')).toBeGreaterThan(loud);
      expect(hostile.hears(600, 'voice')).toBeGreaterThan(loud);
    });
    await throughout(1_500, () => {
      expect(hostile.hears(1_700, 'voice')).toBeLessThan(quiet);
      expect(hostile.hears(600, 'language-th')).toBeLessThan(quiet);
      expect(hostile.hears(3_100)).toBeLessThan(quiet);
      expect(hostile.hears(440)).toBeLessThan(quiet);
      expect(hostile.hears(2_500)).toBeLessThan(quiet);
      expect(hostile.sees()).toBeGreaterThan(50);
      expect(hostile.sees()).toBeLessThan(75);
    });

    const others = [...hostile.room.remoteParticipants.values()];
    expect(
      others.map(({ identity, name, attributes, metadata }) => ({ identity, name, attributes, metadata })),
    ).toEqual([{ identity: 'm-r-1', name: '', attributes: {}, metadata: '' }]);
    const tracks = others.flatMap(({ trackPublications }) => [...trackPublications.values()]);
    expect(new Set(tracks.map(({ name }) => name))).toEqual(new Set(['language-th', 'picture', 'voice']));
    expect(tracks).toHaveLength(3);
    expect(tracks.map(({ muted }) => muted)).toEqual([false, false, false]);

    // Whatever happens in the hearing, nothing is told there.
    const before = [...hostile.told];
    await witness.room.localParticipant?.unpublishTrack(
      [...(witness.room.localParticipant?.trackPublications.keys() ?? [])][0] ?? '',
    );
    await witness.leave();
    const anew = await make('hearing', ['relay']);
    turns.passage = { judge: lets('as-is', 'not') };
    await speak(anew, 'judge', { hertz: 700, brightness: 60 });
    await inTime(() => {
      expect(hostile.hears(700)).toBeGreaterThan(loud);
      expect(hostile.hears(1_000)).toBeLessThan(quiet);
      expect(Math.abs((hostile.sees() ?? 0) - 128)).toBeLessThan(5);
    });
    expect(before.filter((each) => each.startsWith('trackSubscribed'))).toHaveLength(3);
    expect(hostile.told).toEqual(before);

    // What the court names later stands from then on; what it names no more is silent, and stands.
    turns.channels = ['km'];
    await inTime(() => expect(hostile.told.at(-1)).toContain('language-km'));
    expect(hostile.told.filter((each) => each.startsWith('trackUnpublished'))).toEqual([]);
  });

  it('nothing is passed on any more from the turn on in which somebody is not named', async () => {
    const [hearing, screened] = [await make('hearing', ['relay']), await make('screened', ['relay'])];
    turns.passage = { judge: lets('as-is', 'altered') };
    start('relay');
    await isIn('relay', 'hearing', 'screened');
    const hostile = await listen(screened);
    await speak(hearing, 'judge', { hertz: 1_000, brightness: 60 });
    await inTime(() => expect(hostile.hears(1_000)).toBeGreaterThan(loud));
    turns.passage = {};
    await inTime(() => expect(hostile.hears(1_000)).toBeLessThan(quiet), 3_000);
    await throughout(1_000, () => expect(hostile.hears(1_000)).toBeLessThan(quiet));
    await inTime(() => expect(Math.abs((hostile.sees() ?? 0) - 128)).toBeLessThan(5));
  });

  it('the room is made anew, and the relay stays in the hearing', async () => {
    const hearing = await make('hearing', ['relay']);
    await make('screened', ['relay']);
    start('relay');
    await isIn('relay', 'hearing', 'screened');
    const [before] = await rooms.listParticipants(hearing);
    const anew = await make('screened', ['relay']);
    const hostile = await listen(anew);
    await inTime(() => expect(performance.now() - hostile.lastPicture()).toBeLessThan(500));
    const then = await rooms.listParticipants(hearing);
    expect(then.map(({ sid, identity }) => [sid, identity])).toEqual([[before?.sid, 'm-r-1']]);
  });
});

describe('a machine that is started twice', () => {
  it('is in the rooms once: the second holds nothing, evicts nobody, and takes over when the first is gone', async () => {
    const screened = await make('screened', ['relay']);
    const first = start('relay');
    await isIn('relay', 'screened');
    const [before] = await rooms.listParticipants(screened);
    start('relay');
    await inTime(() =>
      expect(turns.said.filter(({ answer }) => answer.hold === 'of-another').length).toBeGreaterThan(2),
    );
    const during = await rooms.listParticipants(screened);
    expect(during.map(({ sid }) => sid)).toEqual([before?.sid]);
    const holders = (hold: string) =>
      new Set(turns.said.filter(({ answer }) => answer.hold === hold).map(({ turn }) => turn.holder));
    expect([holders('yours').size, holders('of-another').size]).toEqual([1, 1]);
    expect(
      turns.said
        .filter(({ answer }) => answer.hold === 'of-another')
        .every(({ turn }) => turn.at.length === 0),
    ).toBe(true);

    process.kill(first.pid ?? 0, 'SIGKILL');
    expect(await first.ended).toBe('failed');
    await inTime(() => expect(holders('yours').size).toBe(2), whatItHolds + 10_000);
    const hostile = await listen(screened);
    await inTime(() => expect(performance.now() - hostile.lastPicture()).toBeLessThan(500));
    const relays = (await rooms.listParticipants(screened)).filter(({ identity }) => identity !== 'accused');
    expect(relays.map(({ identity }) => identity)).toContain('m-r-2');
  });

  it('leaves by itself when it is given no turn any more and what it holds is over, and comes back when it is', async () => {
    const screened = await make('screened', ['relay']);
    start('relay');
    await isIn('relay', 'screened');
    const hostile = await listen(screened);
    await inTime(() => expect(performance.now() - hostile.lastPicture()).toBeLessThan(500));
    turns.isSilent = true;
    const from = performance.now();
    await inTime(
      () => expect(hostile.told.some((each) => each.startsWith('participantDisconnected: m-r-1'))).toBe(true),
      whatItHolds + 10_000,
    );
    expect(performance.now() - from).toBeLessThan(whatItHolds + 1_500);
    expect(hostile.lastPicture() - from).toBeLessThan(whatItHolds + 500);
    turns.isSilent = false;
    await inTime(() => expect(performance.now() - hostile.lastPicture()).toBeLessThan(500));
  });

  it('ends when it is over', async () => {
    await make('screened', ['relay']);
    const made = start('relay');
    await isIn('relay', 'screened');
    turns.isOver = true;
    expect(await made.ended).toBe('over');
  });
});

describe('an observer', () => {
  const stall = () => {
    const last = turns.said.findLast(({ machine }) => machine === 'observer')?.turn;
    return last?.stalls?.find(({ room }) => room === 'screened')?.for ?? Infinity;
  };

  it.each([
    ['killed', 'SIGKILL'],
    ['stopped in mid-sentence', 'SIGSTOP'],
  ] as const)('says within five seconds of the last picture that the relay was %s', async (_, signal) => {
    const screened = await make('screened');
    const relay = start('relay');
    start('observer');
    await isIn('relay', 'screened');
    await isIn('observer', 'screened');
    await inTime(() => expect(stall()).toBeLessThan(1_000));
    // Also when it has been there for a while: both of its tracks bring something.
    await throughout(3_000, () => expect(stall()).toBeLessThan(1_500));
    const hostile = await listen(screened);
    await inTime(() => expect(performance.now() - hostile.lastPicture()).toBeLessThan(500));
    process.kill(relay.pid ?? 0, signal);
    await inTime(() => expect(stall()).toBeGreaterThan(3_000));
    expect(performance.now() - hostile.lastPicture()).toBeLessThan(5_000);
    expect(hostile.room.remoteParticipants.has('m-o-1')).toBe(false);
  });

  it('notes who came, muted, took a track away and went, and is seen by nobody', async () => {
    const hearing = await make('hearing', ['observer']);
    start('observer');
    await isIn('observer', 'hearing');
    const judge = await speak(hearing, 'judge', { hertz: 1_000, brightness: 60 });
    await inTime(() => expect(turns.noted.map(({ what }) => what)).toContain('track-on'));
    const [voice] = judge.room.localParticipant?.trackPublications.values() ?? [];
    await rooms.mutePublishedTrack(hearing, 'judge', voice?.sid ?? '', true);
    await inTime(() => expect(turns.noted.map(({ what }) => what)).toContain('muted'));
    await judge.room.localParticipant?.unpublishTrack(voice?.sid ?? '');
    await judge.leave();
    await inTime(() => expect(turns.noted.map(({ what }) => what)).toContain('went'));
    const seen = turns.noted.filter(({ what }) => what !== 'quality');
    expect(new Set(seen.map(({ what }) => what))).toEqual(
      new Set(['came', 'track-on', 'muted', 'track-off', 'went']),
    );
    expect(new Set(turns.noted.map(({ room, identity }) => `${room} ${identity}`))).toEqual(
      new Set(['hearing judge']),
    );
    expect([...judge.room.remoteParticipants.keys()]).toEqual([]);
  });
});
