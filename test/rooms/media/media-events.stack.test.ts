import { createHash, randomBytes } from 'node:crypto';
import { AccessToken, RoomServiceClient, TokenVerifier } from 'livekit-server-sdk';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { liveKit as mediaServer } from '../../../functions/rooms/media/media-server.ts';
import { reconcileRoom } from '../../../functions/rooms/media/reconcile.ts';
import { enterDifferences } from '../../../functions/rooms/presence/enter-differences.ts';
import { patience } from '../../../functions/rooms/presence/presence.ts';
import { contextOver } from '../../support/in-process.ts';
import { bookInterview, expectDone, openGates, room, view, type Interview } from '../../support/interview.ts';
import { send } from '../../support/http.ts';
import { storeOf } from '../../support/office.ts';
import { deedsOf } from '../../support/session-log.ts';
import { deployedStack } from '../../support/stack.ts';

const stack = deployedStack();
const store = storeOf(stack);
const { apiKey, apiSecret, webhookKey, webhookSecret } = stack.liveKit;

interface Signing {
  readonly key?: string;
  readonly secret?: string;
  /** What is signed, if not the body that is sent. */
  readonly over?: string;
  readonly seconds?: number;
}

async function deliver(body: string, signing: Signing | 'unsigned' = {}) {
  const headers: Record<string, string> = { 'content-type': 'application/webhook+json' };
  if (signing !== 'unsigned') {
    const token = new AccessToken(signing.key ?? webhookKey, signing.secret ?? webhookSecret, {
      ttl: signing.seconds ?? 300,
    });
    token.sha256 = createHash('sha256')
      .update(signing.over ?? body)
      .digest('base64');
    headers['authorization'] = await token.toJwt();
  }
  return send(stack.gatewayUrl, 'POST', '/api/rooms/hooks/livekit', { body, key: null, headers });
}

/**
 * What stands there about people in the room and their passes. What the server says of the room itself, and what the session's
 * streams enter by themselves, comes when it comes and is not counted.
 */
const entered = async (sessionId: string): Promise<string[]> =>
  (await deedsOf(stack, sessionId))
    .map(({ action }) => action)
    .filter((action) => /^(media\.(?!room-)|pass\.)/.test(action));

describe('a report of the media server', () => {
  let interview: Interview;
  let roomName: string;
  let identity: string;

  const report = (change: object = {}) =>
    JSON.stringify({
      event: 'participant_left',
      id: `EV_${randomBytes(8).toString('hex')}`,
      createdAt: String(Math.floor(Date.now() / 1000)),
      room: { name: roomName, sid: 'RM_test' },
      participant: { identity, sid: `PA_${randomBytes(4).toString('hex')}` },
      ...change,
    });

  beforeAll(async () => {
    interview = await bookInterview(stack);
    await openGates(interview);
    const clerk = { token: interview.tokens.clerk };
    expectDone(await room(interview, clerk, 'opening'));
    const { body } = expectDone(await room(interview, clerk, 'passes'));
    identity = body.identity as string;
    roomName = (await new TokenVerifier(apiKey, apiSecret).verify(body.token as string)).video?.room ?? '';
  });

  it('W1: is one entry, however often it comes', async () => {
    const before = await entered(interview.sessionId);
    const body = report();
    for (let time = 0; time < 3; time += 1) expect((await deliver(body)).status).toBe(200);
    expect(await entered(interview.sessionId)).toEqual([...before, 'media.left']);
    expect((await deliver(body)).status).toBe(200);
    expect(await entered(interview.sessionId)).toEqual([...before, 'media.left']);
  });

  it('W2: sent many times at once is one entry', async () => {
    const before = await entered(interview.sessionId);
    const body = report();
    const answers = await Promise.all(Array.from({ length: 10 }, () => deliver(body)));
    // Nobody waits for anybody: each of them is taken, and none is told to come again.
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await entered(interview.sessionId)).toEqual([...before, 'media.left']);
  });

  it.each<[string, Signing | 'unsigned']>([
    ['W8: without a signature', 'unsigned'],
    ['W10: with the key for passes', { key: apiKey, secret: apiSecret }],
    ['W8: with the right key name and a wrong secret', { secret: 'x'.repeat(40) }],
    ['W8, W11: over another body', { over: '{}' }],
    ['W9: that ran out', { seconds: -3600 }],
  ])('%s, it has no effect and is acknowledged', async (_, signing) => {
    const before = await entered(interview.sessionId);
    const answer = await deliver(report(), signing);
    expect(answer).toMatchObject({ status: 200, body: {} });
    expect(await entered(interview.sessionId)).toEqual(before);
  });

  it('W10: with a pass in place of a signature has no effect, and what signs a report is no pass', async () => {
    const before = await entered(interview.sessionId);
    const { body } = expectDone(await room(interview, { token: interview.tokens.clerk }, 'passes'));
    const after = await entered(interview.sessionId);
    const headers = { 'content-type': 'application/webhook+json', authorization: body.token as string };
    const answer = await send(stack.apiUrl, 'POST', '/api/rooms/hooks/livekit', {
      body: report(),
      key: null,
      headers,
    });
    expect(answer.status).toBe(200);
    expect(await entered(interview.sessionId)).toEqual(after);
    expect(after).toEqual([...before, 'pass.minted']);
    const signed = await new AccessToken(webhookKey, webhookSecret, { ttl: 300 }).toJwt();
    const validated = await fetch(new URL(`/rtc/validate?room=${roomName}`, stack.liveKit.url), {
      headers: { authorization: `Bearer ${signed}` },
    });
    expect(validated.status).toBe(401);
  });

  it('W7: of a room that is not ours is set aside', async () => {
    const before = await entered(interview.sessionId);
    expect((await deliver(report({ room: { name: 'somewhere-else' } }))).status).toBe(200);
    expect(await entered(interview.sessionId)).toEqual(before);
  });

  it('stands in the log within two seconds, with nobody asking for the log', async () => {
    const isThere = async () => {
      const entries = await store.query('custody', `log#${interview.sessionId}`, { prefix: 'entry#' });
      return JSON.stringify(entries).includes(String.raw`\"connection\":\"PA_soon\"`);
    };
    expect((await deliver(report({ participant: { identity, sid: 'PA_soon' } }))).status).toBe(200);
    await vi.waitFor(async () => expect(await isThere()).toBe(true), { timeout: 2_000, interval: 50 });
  });

  it('of somebody whom we let in nowhere is an alarm in the log', async () => {
    expect((await deliver(report({ participant: { identity: 'stranger', sid: 'PA_x' } }))).status).toBe(200);
    const entries = await deedsOf(stack, interview.sessionId);
    expect(entries.map(({ action }) => action)).toContain('media.unknown-participant');
    expect(JSON.stringify(entries)).not.toContain('stranger');
  });

  it('W5: of a client that came and died, and whose leaving no report told: the real list shows it, and it is entered once', async () => {
    const { body } = expectDone(await room(interview, { token: interview.tokens.clerk }, 'passes'));
    const { attributes } = await new TokenVerifier(apiKey, apiSecret).verify(body.token as string);
    const participant = { identity, sid: 'PA_dead', attributes };
    expect((await deliver(report({ event: 'participant_joined', participant }))).status).toBe(200);
    const media = () => Promise.resolve(mediaServer(stack.liveKit));
    const { sessionId } = interview;
    await reconcileRoom(contextOver(store, new Date()), media, sessionId);
    const later = contextOver(store, new Date(Date.now() + patience));
    for (let time = 0; time < 2; time += 1) await enterDifferences(later, media, sessionId);
    const differs = (await deedsOf(stack, sessionId)).filter(({ action }) => action === 'presence.differs');
    expect(differs.filter(({ details }) => details['connection'] === 'PA_dead')).toMatchObject([
      { details: { what: 'leaving-not-reported', saw: ['report'], sawGo: ['list'], inferred: true } },
    ]);
    const clerk = { token: interview.tokens.clerk };
    expect((await view(interview, clerk)).body).toMatchObject({
      epoch: 1,
      alarms: [{ kind: 'presence-differs' }],
    });
    expectDone(await room(interview, clerk, 'acknowledgements'));
  });

  it('of somebody who joined by no pass of ours has the room taken away within two seconds', async () => {
    const rooms = new RoomServiceClient(stack.liveKit.url, apiKey, apiSecret);
    expect(await rooms.listRooms([roomName])).toHaveLength(1);
    const joined = { event: 'participant_joined', participant: { identity: 'stranger', sid: 'PA_y' } };
    const delivered = deliver(report(joined));
    await vi.waitFor(async () => expect(await rooms.listRooms([roomName])).toEqual([]), {
      timeout: 2_000,
      interval: 50,
    });
    expect((await delivered).status).toBe(200);
    const { body } = await view(interview, { token: interview.tokens.clerk });
    expect(body).toMatchObject({ phase: 'open', epoch: 2, alarms: [{ kind: 'unknown-participant' }] });
  });

  it('W12: of a kind that is new to us is entered all the same, without what must not be kept', async () => {
    const body = report({ event: 'something_new', room: { name: roomName, turnPassword: 'hush' } });
    expect((await deliver(body)).status).toBe(200);
    const entries = await deedsOf(stack, interview.sessionId);
    expect(JSON.stringify(entries)).toContain('something_new');
    expect(JSON.stringify(entries)).not.toContain('hush');
    expect(JSON.stringify(entries)).not.toContain(identity);
  });
});
