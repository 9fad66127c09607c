import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { dispose } from '@livekit/rtc-node';
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, expect, test, vi } from 'vitest';
import { liveKit as liveKitServer } from '../../functions/rooms/media/media-server.ts';
import { enterDifferences } from '../../functions/rooms/presence/enter-differences.ts';
import { enterHoles } from '../../functions/rooms/presence/enter-holes.ts';
import { patience } from '../../functions/rooms/presence/presence.ts';
import { flood, listener, speaker, type Listener } from '../media/people.ts';
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
  const said = async () => (await room(hearing, { token }, 'admissions', { seat })).code ?? 'in';
  await until(said, (code) => code === 'in', 40);
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

/**
 * The media server has told of everybody with a seat who came that they went; not of a line that was dropped before anything went over
 * it, as the one on which its own token was read.
 */
const reportedGone = (sessionId: string): Promise<unknown[]> =>
  until(
    async () => {
      const entries = await entriesOf(stack, sessionId);
      const of = (...actions: string[]) =>
        entries
          .filter(({ action, actor }) => actions.includes(action) && 'role' in actor)
          .map(({ details }) => details['connection']);
      const gone = of('media.left', 'media.connection-aborted');
      expect(of('media.joined').length).toBeGreaterThanOrEqual(4);
      return of('media.joined').filter((connection) => !gone.includes(connection));
    },
    (unsaid) => unsaid.length <= 1,
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

/**
 * The token that the media server hands out by itself to whoever comes in: with the same grants, for ten minutes. Read from what
 * it sends over a connection of nobody's page.
 */
async function refreshed({ publicUrl, pass }: { readonly publicUrl: string; readonly pass: string }) {
  const asked = new URLSearchParams({ access_token: pass, protocol: '15', auto_subscribe: '1', sdk: 'js' });
  const socket = new WebSocket(`${publicUrl}/rtc?${asked}`);
  socket.binaryType = 'arraybuffer';
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  socket.addEventListener('message', ({ data }) => {
    const [token] =
      /eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/.exec(Buffer.from(data as ArrayBuffer).toString('latin1')) ?? [];
    if (token !== undefined) resolve(token);
  });
  socket.addEventListener('close', () => reject(new Error('It was not let in.')));
  return promise.finally(() => socket.close());
}

/** What the media server's own API answers somebody who has no more than a pass. */
const asksServer = async (pass: string, verb: string, body: object): Promise<number> => {
  const headers = { authorization: `Bearer ${pass}`, 'content-type': 'application/json' };
  const asked = { method: 'POST', headers, body: JSON.stringify(body) };
  return (await fetch(`${liveKit.url}/twirp/livekit.RoomService/${verb}`, asked)).status;
};

test('scenario 24, scenario 31: the accused hears the court by the relay, and nothing of whoever is heard, however hostile; where it no longer comes, the hearing is paused', async () => {
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
    // The court's languages and the accused's: their channels stand before anybody interprets.
    expectDone(await room(hearing, judge, 'carried-languages', { court: ['th'], screened: ['km'] }));
    const interprets = await atDoor(hearing, 'interpreter');
    const { myPseudonym: interpreter } = (await view(hearing, interprets)).body;
    expectDone(await room(hearing, judge, 'companions', { pseudonym: interpreter, goesWith: 'court' }));
    await letIn(hearing, 'interpreter');
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
    const standing = ['language-km', 'language-th', 'picture', 'voice'];
    const givenTo = ({ room: { remoteParticipants } }: Listener) =>
      [...remoteParticipants.values()].map(({ identity, name, metadata, attributes, trackPublications }) => ({
        of: [
          identity,
          name,
          metadata,
          Object.keys(attributes)
            .filter((each) => each !== 'mark')
            .join(),
        ],
        tracks: [...trackPublications.values()]
          .map((track) => `${track.name}${track.muted ? ' muted' : ''}`)
          .toSorted(),
      }));
    const relayAlone = [{ of: [relay, '', '', ''], tracks: standing }];
    expect(givenTo(hostile)).toEqual(relayAlone);
    const before = hostile.told.length;

    // She is called in and speaks before the court: nothing was ordered, so nothing of it is carried over.
    const whose = JSON.stringify((await view(hearing, accused)).body);
    // The interpreter there is the court's.
    for (const word of ['witness', 'support-officer', hearing.witness]) expect(whose).not.toContain(word);
    const speaksInto = { th: 1_700, km: 2_300, my: 3_100 };
    const interpreting = await speaker(await passOf(hearing, interprets), 'unused', 'unused', {
      hertz: 600,
      brightness: 220,
      into: speaksInto,
    });
    leaving.push(interpreting.leave);
    await vi.waitFor(
      () => {
        expect(hostile.hears(1_700, 'language-th')).toBeGreaterThan(loud);
        expect(hostile.hears(2_300, 'language-km')).toBeGreaterThan(loud);
      },
      { timeout: 20_000, interval: 50 },
    );
    for (const silent of [440, 3_100]) expect(hostile.hears(silent)).toBeLessThan(quiet);
    interpreting.isLoud = false;
    talks.isLoud = false;
    expect(givenTo(hostile)).toEqual(relayAlone);
    expect(hostile.told.slice(before).filter((line) => /participant|track/i.test(line))).toEqual([]);

    // What it says of itself or to others reaches nobody, and the media server lists nothing for it.
    const own = hostile.room.localParticipant;
    if (own === undefined) throw new Error('It is not there.');
    const says = [
      own.publishData(Buffer.from('who is there?'), { reliable: true }),
      own.updateMetadata('who is there?'),
      own.setAttributes({ who: 'is there?' }),
      own.updateName('the accused'),
    ];
    await Promise.race([Promise.allSettled(says), after(2_000)]);
    expect(viewer.told.join()).not.toMatch(/who|accused|data/i);
    for (const [verb, body] of [
      ['ListRooms', {}],
      ['ListParticipants', { room: names[0] }],
      ['ListParticipants', { room: names[1] }],
      ['UpdateSubscriptions', { room: names[1], identity: relay, trackSids: [], subscribe: true }],
    ] as const)
      expect(await asksServer(screened.pass, verb, body), verb).toBeGreaterThanOrEqual(401);

    // A hundred tracks, each by itself such as a page sends: met as an intruder's, and its room is another one.
    expect(await flood(hostile.room, 'microphone', 100)).toBeLessThan(100);
    await hostile.leave();
    await until(
      async () => (await view(hearing, accused)).body.myState as string,
      (is) => is === 'away',
      10,
    );
    expect((await view(hearing, judge)).body.alarms).toContainEqual(
      expect.objectContaining({ kind: 'foreign-track', seat: 'accused' }),
    );
    expectDone(await room(hearing, judge, 'acknowledgements'));
    await until(
      async () => (await server.listRooms([names[0] ?? ''])).length,
      (left) => left === 0,
      10,
    );
    const comesIn = (keys: typeof screened) =>
      listener(keys, 'unused', 'unused').then(
        ({ leave }) => leave().then(() => 'in'),
        () => 'out',
      );
    expect(await comesIn(screened)).toBe('out');

    // Let in again, and put out by the court: what the media server handed out meanwhile opens nothing.
    expectDone(await room(hearing, accused, 'arrivals', device));
    await letIn(hearing, 'accused');
    const second = await passOf(hearing, accused);
    const handedOut = { ...second, pass: await refreshed(second) };
    expect(handedOut.pass).not.toBe(second.pass);
    expectDone(await room(hearing, judge, 'removals', { seat: 'accused' }));
    const forged = new AccessToken('nobody', 'a secret that is none of ours, and as long', {
      identity: relay,
    });
    forged.addGrant({ roomJoin: true, room: names[1] ?? '' });
    const guessed = { ...second, pass: await forged.toJwt() };
    for (const keys of [second, handedOut, guessed]) expect(await comesIn(keys)).toBe('out');

    expectDone(await room(hearing, accused, 'arrivals', device));
    await letIn(hearing, 'accused');
    const again = await listener(await passOf(hearing, accused), 'unused', 'unused');
    leaving.push(again.leave);
    const now = (await view(hearing, accused)).body.relay as string;
    await vi.waitFor(() => expect(givenTo(again)).toEqual([{ of: [now, '', '', ''], tracks: standing }]), {
      timeout: 10_000,
      interval: 50,
    });
    const roomNow = grantOf((await passOf(hearing, accused)).pass).room;

    // Put out of its room it is back before anybody misses it: a gap of less than three seconds pauses nothing.
    const there = () => again.room.remoteParticipants.size;
    await server.removeParticipant(roomNow, now);
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
    expect(await server.listRooms([roomNow, names[1] ?? ''])).toHaveLength(0);
    expect(JSON.stringify(await entriesOf(stack, hearing.sessionId))).toContain('room.relay-lost');

    // It goes on by the judge's word, once there is a relay again.
    const goesOn = async () => (await room(hearing, judge, 'resumptions')).status === 201;
    await until(goesOn, (done) => done, 40);
    await until(phase, (is) => is === 'open', 10);
    const third = await listener(await passOf(hearing, accused), 'unused', 'unused');
    leaving.push(third.leave);
    await vi.waitFor(() => expect(givenTo(third)).toMatchObject([{ tracks: standing }]), {
      timeout: 10_000,
      interval: 50,
    });
    const whole = JSON.stringify([(await view(hearing, accused)).body, again.told, third.told]);
    for (const word of ['witness', 'support-officer', hearing.witness, 'Yangon', 'language-my'])
      expect(whole).not.toContain(word);
    expect((await room(hearing, judge, 'adjournment')).code).toBe('no-later-day');

    // So is the observer's, until the end: that nobody watched is entered, and of all that was reported nothing is uncertain.
    for (const pid of machinesNamed('saksi observer')) process.kill(pid, 'SIGKILL');
    expectDone(await room(hearing, judge, 'ending'));
    await Promise.all(leaving.splice(0).map((leave) => leave()));
    await reportedGone(hearing.sessionId);
    const later = contextOver(storeOf(stack), new Date(Date.now() + 2 * patience));
    const media = () => Promise.resolve(liveKitServer(liveKit));
    await enterDifferences(later, media, hearing.sessionId);
    await enterHoles(later, media, hearing.sessionId);
    await enterHoles(later, media, hearing.sessionId);
    const entries = await entriesOf(stack, hearing.sessionId);
    const differs = entries.filter(({ action }) => action === 'presence.differs');
    // What is uncertain is of the hostile lines alone: such as never stood, or were dropped unsaid.
    for (const { subject, details } of differs)
      expect([subject?.ref.split(' ')[0], details['what']]).toEqual([
        'accused',
        expect.stringMatching(/^(?:never-came-in|leaving-not-reported)$/),
      ]);
    const unobserved = entries.filter(({ action }) => action === 'presence.unobserved');
    expect(unobserved.filter(({ details }) => details['to'] === undefined)).toHaveLength(1);
  } finally {
    await Promise.all(leaving.map((leave) => leave()));
  }
}, 240_000);
