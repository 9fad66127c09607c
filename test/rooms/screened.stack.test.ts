import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { dispose } from '@livekit/rtc-node';
import { RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, expect, test, vi } from 'vitest';
import { liveKit as liveKitServer } from '../../functions/rooms/media/media-server.ts';
import { enterDifferences } from '../../functions/rooms/presence/enter-differences.ts';
import { enterHoles } from '../../functions/rooms/presence/enter-holes.ts';
import { patience } from '../../functions/rooms/presence/presence.ts';
import { listener, speaker, type Listener } from '../media/people.ts';
import { atDoor, courtHearing, type CourtHearing } from '../support/court-hearing.ts';
import type { Sent } from '../support/http.ts';
import { contextOver } from '../support/in-process.ts';
import { device, expectDone, room, view } from '../support/interview.ts';
import { storeOf } from '../support/office.ts';
import { entriesOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';
import { until } from '../support/until.ts';

/**
 * A hearing before a court with a screened accused, on the deployed functions, the media worker and the real media server: whoever is
 * hostile on that side gets the relay's two tracks, and nothing else.
 */

const stack = deployedStack();
const { liveKit } = stack;
const server = new RoomServiceClient(liveKit.url, liveKit.apiKey, liveKit.apiSecret);
afterAll(() => dispose());

type Who = Pick<Sent, 'token' | 'cookie'>;
const loud = 0.05;
const quiet = 0.01;

async function letIn(hearing: CourtHearing, seat: string): Promise<void> {
  const token = hearing.tokens.clerk;
  const admitted = async () => (await room(hearing, { token }, 'admissions', { seat })).status === 201;
  await until(admitted, (done) => done, 30);
}

/** Processes of this stack's worker that are such a machine. */
const machinesNamed = (title: string): readonly number[] =>
  readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      const is = readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith(title);
      return is && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(stack.apiUrl) ? [Number(pid)] : [];
    } catch {
      // It ended while it was looked at.
      return [];
    }
  });

/** The media server has told of everybody with a seat who came that they went. */
const everybodyReportedGone = (sessionId: string) =>
  vi.waitFor(
    async () => {
      const entries = await entriesOf(stack, sessionId);
      const of = (action: string) =>
        entries
          .filter(({ action: each, actor }) => each === action && 'role' in actor)
          .map(({ details }) => details['connection'])
          .toSorted();
      expect(of('media.joined').length).toBeGreaterThanOrEqual(4);
      expect(of('media.left')).toEqual(of('media.joined'));
    },
    { timeout: 20_000, interval: 500 },
  );

/** The pass of somebody for one of their rooms, which must be theirs. */
async function passOf(hearing: CourtHearing, who: Who, key?: string) {
  const asked = key === undefined ? {} : { room: key };
  const { body } = expectDone(await room(hearing, who, 'passes', asked));
  return { ...liveKit, publicUrl: body.url as string, pass: body.token as string };
}
const grantOf = (pass: string) =>
  (
    JSON.parse(Buffer.from(pass.split('.')[1] ?? '', 'base64url').toString()) as {
      video: { room: string; hidden?: boolean };
    }
  ).video;

test('31: the accused hears the court by the relay, and nothing of whoever is heard; where it no longer comes, the hearing is paused', async () => {
  const hearing = await courtHearing(stack);
  const { tokens } = hearing;
  const judge = { token: tokens.judge };
  const leaving: (() => Promise<void>)[] = [];
  try {
    const accused = await atDoor(hearing, 'accused');
    // Let in once the machines came: rooms sent for them, and the worker took the task.
    await letIn(hearing, 'accused');
    expectDone(await room(hearing, judge, 'arrivals', device));
    await letIn(hearing, 'judge');
    const support = { token: tokens['support-officer'] };
    expectDone(await room(hearing, support, 'arrivals', device));
    await letIn(hearing, 'support-officer');
    const screened = await passOf(hearing, accused);
    const inHearing = await passOf(hearing, judge);
    const herRoom = await passOf(hearing, support);
    const names = [screened, inHearing, herRoom].map(({ pass }) => grantOf(pass).room);
    expect(new Set(names).size).toBe(3);
    for (const key of ['hearing', `witness-${hearing.witness}`])
      expect((await room(hearing, accused, 'passes', { room: key })).status).toBe(409);

    const hostile: Listener = await listener(screened, 'unused', 'unused');
    leaving.push(hostile.leave);
    const talks = await speaker(inHearing, 'unused', 'unused', { hertz: 1_000, brightness: 60 });
    leaving.push(talks.leave);
    const hers = await speaker(herRoom, 'unused', 'unused', { hertz: 440, brightness: 220 });
    leaving.push(hers.leave);
    await vi.waitFor(() => expect(hostile.hears(1_000)).toBeGreaterThan(loud), {
      timeout: 20_000,
      interval: 50,
    });
    expect(hostile.hears(440)).toBeLessThan(quiet);

    // The court sees and hears that room, and nobody there learns that it does.
    const viewing = await passOf(hearing, judge, 'screened');
    expect(grantOf(viewing.pass)).toMatchObject({ room: names[0], hidden: true, canPublish: false });
    const viewer = await listener(viewing, 'unused', 'unused');
    leaving.push(viewer.leave);

    const relay = (await view(hearing, accused)).body.relay as string;
    const others = [...hostile.room.remoteParticipants.values()];
    expect(others.map(({ identity, name, metadata }) => [identity, name, metadata])).toEqual([
      [relay, '', ''],
    ]);
    const tracks = () =>
      others.flatMap((each) => [...each.trackPublications.values()].map(({ name = '' }) => name)).toSorted();
    expect(tracks()).toEqual(['picture', 'voice']);
    const before = hostile.told.length;

    // She is called in and speaks before the court: nothing was ordered, so nothing of it is carried over.
    const whose = JSON.stringify((await view(hearing, accused)).body);
    for (const word of ['witness', 'interpreter', 'support-officer', hearing.witness])
      expect(whose).not.toContain(word);
    await after(2_000);
    expect(hostile.hears(440)).toBeLessThan(quiet);
    expect(tracks()).toEqual(['picture', 'voice']);
    expect(hostile.told.slice(before).filter((line) => /participant|track/i.test(line))).toEqual([]);

    // Put out of its room it is back before anybody misses it: a gap of less than three seconds pauses nothing.
    const there = () => hostile.room.remoteParticipants.size;
    await server.removeParticipant(names[0] ?? '', relay);
    await vi.waitFor(() => expect(there()).toBe(0), { timeout: 5_000, interval: 20 });
    await vi.waitFor(() => expect(there()).toBe(1), { timeout: 5_000, interval: 20 });
    expect((await view(hearing, judge)).body.phase).toBe('open');

    // Its process is gone: seen from the last picture on.
    for (const pid of machinesNamed('saksi relay')) process.kill(pid, 'SIGKILL');
    const last = performance.now();
    const phase = async () => (await view(hearing, judge)).body.phase as string;
    await until(phase, (is) => is === 'paused', 10);
    const took = performance.now() - last;
    expect((await view(hearing, judge)).body.pauses).toMatchObject([{ seat: 'judge', kind: 'relay-lost' }]);
    expect(took).toBeLessThan(6_000);
    expect(await server.listRooms([names[0] ?? '', names[1] ?? ''])).toHaveLength(0);
    expect(JSON.stringify(await entriesOf(stack, hearing.sessionId))).toContain('room.relay-lost');

    // It goes on by the judge's word, once there is a relay again.
    const goesOn = async () => (await room(hearing, judge, 'resumptions')).status === 201;
    await until(goesOn, (done) => done, 40);
    await until(phase, (is) => is === 'open', 10);

    // So is the observer's, until the end: that nobody watched is entered, and of all that was reported nothing is uncertain.
    for (const pid of machinesNamed('saksi observer')) process.kill(pid, 'SIGKILL');
    expectDone(await room(hearing, judge, 'ending'));
    await Promise.all(leaving.splice(0).map((leave) => leave()));
    await everybodyReportedGone(hearing.sessionId);
    const later = contextOver(storeOf(stack), new Date(Date.now() + 2 * patience));
    const media = () => Promise.resolve(liveKitServer(liveKit));
    await enterDifferences(later, media, hearing.sessionId);
    await enterHoles(later, media, hearing.sessionId);
    await enterHoles(later, media, hearing.sessionId);
    const entries = await entriesOf(stack, hearing.sessionId);
    expect(entries.filter(({ action }) => action === 'presence.differs')).toEqual([]);
    const unobserved = entries.filter(({ action }) => action === 'presence.unobserved');
    expect(unobserved.filter(({ details }) => details['to'] === undefined)).toHaveLength(1);
  } finally {
    await Promise.all(leaving.map((leave) => leave()));
  }
}, 180_000);
