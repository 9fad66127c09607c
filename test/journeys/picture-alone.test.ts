import { randomBytes } from 'node:crypto';
import { RoomServiceClient, TrackSource, TrackType } from 'livekit-server-sdk';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isForeignTrack } from '../../functions/rooms/media/intruder.ts';
import type { Sends } from '../../functions/rooms/contract.ts';
import { mintPass } from '../../functions/rooms/media/pass.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { deployedStack } from '../support/stack.ts';
import { startBrowser } from './browser.ts';
import { hostileClient, type Hostile } from './hostile.ts';

/** What the media server itself makes of a pass that lets a picture through and no voice, against a client that sends both. */

const { liveKit } = deployedStack();
const rooms = new RoomServiceClient(liveKit.url, liveKit.apiKey, liveKit.apiSecret);
const room = newId(randomBytes);
let browser: Browser;
let hostile: Hostile;

beforeAll(async () => {
  browser = await startBrowser();
  await rooms.createRoom({ name: room, emptyTimeout: 60 });
  hostile = await hostileClient(browser);
});
afterAll(async () => {
  await rooms.deleteRoom(room);
  await browser.close();
});

const tracksOf = async (identity: string) => (await rooms.getParticipant(room, identity)).tracks;
const joins = async (identity: string, sends: Sends) =>
  hostile.join(liveKit.url, await mintPass(liveKit, room, identity, newId(randomBytes), sends));

it('lets the picture through and no microphone', async () => {
  expect(await joins('seen', 'picture')).toBeUndefined();
  await expect.poll(async () => (await tracksOf('seen')).length, { timeout: 10_000 }).toBe(1);
  expect(await tracksOf('seen')).toMatchObject([{ type: TrackType.VIDEO, source: TrackSource.CAMERA }]);
});

it('a voice that calls itself a camera is met as an intruder’s', async () => {
  await hostile.sendsVoiceAsCamera();
  await expect.poll(async () => (await tracksOf('seen')).length, { timeout: 10_000 }).toBe(2);
  const voice = (await tracksOf('seen')).find(({ type }) => type === TrackType.AUDIO);
  expect(voice && isForeignTrack(voice, 'prosecutor')).toBe(true);
});

it('lets both through where the pass says so', async () => {
  expect(await joins('heard', 'voice-and-picture')).toBeUndefined();
  await expect.poll(async () => (await tracksOf('heard')).length, { timeout: 10_000 }).toBe(2);
});
