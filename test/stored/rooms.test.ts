import { describe, expect, test } from 'vitest';
import { sequenceFacts } from '../../functions/custody/port/sequence-facts.ts';
import { repair } from '../../functions/rooms/repair.ts';
import { openCopy, type Asker, type Copy } from './copy.ts';
import { as, session } from './who-is-who.ts';

const view = async ({ get }: Copy, who: Asker, sessionId: string) =>
  (await get(who, `rooms/${sessionId}`)).body as Record<string, unknown>;

describe('a room that was paused in November 2026', () => {
  test('is still held by the two who paused it', async () => {
    expect(await view(openCopy(), as.witnessOfPaused, session.paused)).toMatchObject({
      phase: 'paused',
      epoch: 1,
      mySeat: 'witness',
      myPseudonym: 'W-KN6N',
      myState: 'admitted',
      pauses: [
        { seat: 'witness', kind: 'stop' },
        { seat: 'support-officer', kind: 'pause' },
      ],
    });
    expect(await view(openCopy(), as.support, session.paused)).toMatchObject({
      phase: 'paused',
      doorOpen: true,
    });
  });

  test('goes on when both let go, in another room; the one that could not be taken away is gone', async () => {
    const copy = openCopy();
    const retired = '5j4rtaw4c0xnpabf11v6hgf5e3';
    copy.mediaRooms.add(retired);
    const first = await copy.post(as.witnessOfPaused, `rooms/${session.paused}/resumptions`);
    expect(first.body).toMatchObject({
      phase: 'paused',
      pauses: [{ seat: 'support-officer', kind: 'pause' }],
    });
    const second = await copy.post(as.support, `rooms/${session.paused}/resumptions`);
    expect(second).toMatchObject({ status: 201, body: { phase: 'open', epoch: 2, pauses: [] } });
    expect(copy.mediaRooms.size).toBe(1);
    expect(copy.mediaRooms).not.toContain(retired);
    // Nobody was asked on the day then: she is now, by one press, and so may the officer beside her.
    const early = await copy.post(as.witnessOfPaused, `rooms/${session.paused}/passes`);
    expect(early.body.code).toBe('room-not-open');
    expect((await copy.post(as.support, `rooms/${session.paused}/passes`)).status).toBe(201);
    const said = await copy.post(as.witnessOfPaused, `rooms/${session.paused}/today`, { takesPart: 'yes' });
    expect(said).toMatchObject({ status: 201, body: { phase: 'open', epoch: 2 } });
    const pass = await copy.post(as.witnessOfPaused, `rooms/${session.paused}/passes`);
    expect(pass).toMatchObject({ status: 201, body: { epoch: 2 } });
    expect(copy.mediaRooms).toContain((pass.body.token as string).split(' ')[0]);
  });

  test('can be paused by a third', async () => {
    const { post } = openCopy();
    const told = await post(as.attending, `rooms/${session.paused}/pauses`, { kind: 'pause' });
    expect(told.body.pauses).toEqual([
      { seat: 'witness', kind: 'stop' },
      { seat: 'support-officer', kind: 'pause' },
      { seat: 'attending-officer', kind: 'pause' },
    ]);
  });
});

describe('a room that was open in November 2026', () => {
  test('is seen by the clerk with everybody in it', async () => {
    const { seats, ...room } = await view(openCopy(), as.secondClerk, session.open);
    expect(room).toMatchObject({ phase: 'open', epoch: 2, pauses: [], doorOpen: true });
    const states = (seats as Record<string, string>[]).map(({ pseudonym, state }) => `${pseudonym} ${state}`);
    expect(states).toEqual([
      'P-VWHF away',
      'C-JXPV admitted',
      'S-R94N admitted',
      'W-QKFK admitted',
      'I-W99R admitted',
      'I-RTJT away',
      'A-FMTJ waiting',
    ]);
  });

  test('lets its people in by the names that the media server knows, and others after them', async () => {
    const { post, mediaRooms } = openCopy();
    mediaRooms.add('46qpfxv0q7w7xvpzqtwf7hkf7q');
    const pass = await post(as.interpreterOfOpen, `rooms/${session.open}/passes`);
    expect(pass).toMatchObject({ status: 201, body: { identity: '7vxkh7236vjfvjz10b1te57f9e', epoch: 2 } });
    expect(pass.body.token).toMatch(/^46qpfxv0q7w7xvpzqtwf7hkf7q /);
    const admitted = await post(as.secondClerk, `rooms/${session.open}/admissions`, {
      seat: 'attending-officer',
    });
    expect(admitted.status).toBe(201);
  });

  test('takes the second interpreter by the link and the PIN that were given then', async () => {
    const { post } = openCopy();
    const given = { secret: 'JloawiAjL4BACg6Hm0OEIA', pin: '982001' };
    const wrong = await post(undefined, 'rooms/redemptions', { ...given, pin: '982002' });
    expect(wrong.body.code).toBe('invitation-not-accepted');
    const right = await post(undefined, 'rooms/redemptions', given);
    expect(right).toMatchObject({
      status: 201,
      body: { sessionId: session.open, seat: 'interpreter', language: 'th' },
    });
    const twice = await post(undefined, 'rooms/redemptions', given);
    expect(twice.body.code).toBe('invitation-in-use');
  });

  test('answers a request for that link that is sent again with the same link', async () => {
    const body = { seat: 'interpreter', language: 'th', pseudonym: 'I-RTJT' };
    const key = 'stored-2026-11-invitation-of-the-other';
    const again = await openCopy().post(as.secondClerk, `rooms/${session.open}/invitations`, body, key);
    expect(again.body).toMatchObject({ secret: 'JloawiAjL4BACg6Hm0OEIA', pin: '982001' });
  });

  test('brings a guest back after a reload', async () => {
    const told = await openCopy().get(as.witnessOfOpen, 'rooms/seat');
    expect(told.body).toEqual({ sessionId: session.open, seat: 'witness', language: 'my' });
  });

  test('knows whom an event of the media server is about', async () => {
    const copy = openCopy();
    const event = {
      event: 'participant_joined',
      id: 'EV_later',
      createdAt: 1795402260,
      room: { name: '46qpfxv0q7w7xvpzqtwf7hkf7q' },
      participant: { identity: '46yhh93g0xx9g26ph37r345cvc', sid: 'PA_later' },
    };
    await copy.post(undefined, 'rooms/hooks/livekit', event);
    await sequenceFacts(copy.context, session.open, true);
    const { body } = await copy.get(as.secondClerk, `custody/logs/${session.open}/entries`);
    expect(body.entries.at(-1).entry).toMatchObject({
      action: 'media.joined',
      actor: { role: 'witness', pseudonym: 'W-QKFK' },
    });
    await copy.post(undefined, 'rooms/hooks/livekit', event);
    await sequenceFacts(copy.context, session.open, true);
    const again = await copy.get(as.secondClerk, `custody/logs/${session.open}/entries`);
    expect(again.body.size).toBe(body.size);
  });
});

describe('the sweep over rooms of November 2026', () => {
  test('gives another room for one that is lost, and takes away what must be gone', async () => {
    const copy = openCopy();
    const retired = '5j4rtaw4c0xnpabf11v6hgf5e3';
    copy.mediaRooms.add(retired);
    expect(await repair(copy.context, copy.media)).toEqual({ looked: 3, repaired: 1 });
    expect(await view(copy, as.secondClerk, session.open)).toMatchObject({ phase: 'open', epoch: 3 });
    expect(copy.mediaRooms).not.toContain(retired);
    expect(await repair(copy.context, copy.media)).toEqual({ looked: 2, repaired: 0 });
  });

  test('shuts both when their hours are over', async () => {
    const copy = openCopy('2026-11-24T09:00:00.000Z');
    await repair(copy.context, copy.media);
    expect(await view(copy, as.clerk, session.paused)).toMatchObject({ phase: 'closed', pauses: [] });
    expect(await view(copy, as.secondClerk, session.open)).toMatchObject({ phase: 'closed' });
  });
});

test('a room that ended then stays ended', async () => {
  const copy = openCopy();
  expect(await view(copy, as.clerk, session.ended)).toMatchObject({ phase: 'ended', epoch: 3 });
  const opening = await copy.post(as.clerk, `rooms/${session.ended}/opening`);
  expect(opening.body.code).toBe('room-ended');
});
