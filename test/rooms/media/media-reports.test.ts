import { beforeEach, describe, expect, it } from 'vitest';
import { entriesIn } from '../../support/log-entries.ts';
import { pseudonymOf, running, type Hearing } from '../hearing.ts';

describe('a report of the media server', () => {
  let here: Hearing;
  let roomName: string;
  let identity: string;
  let mark: string;
  let made = 0;

  beforeEach(async () => {
    here = await running(['witness']);
    const { body } = await here.post('witness', 'passes');
    [roomName = '', identity = '', mark = ''] = (body.token as string).split(' ');
    await here.actions();
  });

  const event = (more: object = {}) => ({
    event: 'participant_joined',
    id: `EV_${(made += 1)}`,
    createdAt: '1795575600',
    room: { name: roomName, sid: 'RM_1' },
    participant: { identity, sid: 'PA_1', attributes: { mark } },
    ...more,
  });
  const last = async () => {
    await here.actions();
    return (await entriesIn(here.memory, here.sessionId)).at(-1);
  };

  it('is filed and moves neither room nor door nor head; in the log it is of the seat', async () => {
    const before = here.versions();
    expect((await here.report(event())).status).toBe(200);
    expect(here.versions()).toEqual(before);
    expect(await last()).toMatchObject({
      action: 'media.joined',
      actor: { role: 'witness', pseudonym: pseudonymOf('witness') },
      authority: { kind: 'rule', ref: 'report of the media server' },
      occurredAt: new Date(1795575600 * 1000).toISOString(),
      details: { event: 'participant_joined', connection: 'PA_1' },
    });
  });

  it('W1: is one entry, however often it comes, before and after it has its place', async () => {
    const one = event();
    const before = (await here.actions()).length;
    await Promise.all([here.report(one), here.report(one), here.report(one)]);
    here.forward(7);
    await here.report(one);
    expect(await here.actions()).toHaveLength(before + 1);
    const items = here.memory.items.size;
    expect((await here.report(one)).status).toBe(200);
    expect(here.memory.items.size).toBe(items);
    expect(await here.actions()).toHaveLength(before + 1);
  });

  it.each<[string, object, string?]>([
    ['W8: that is forged', {}, 'forged'],
    ['W7: of a room that is not ours', { room: { name: 'elsewhere' } }],
    ['of no room', { room: undefined }],
    ['without an id', { id: '' }],
  ])('%s is acknowledged and writes nothing', async (_, more, signature) => {
    const before = new Map(here.memory.items);
    expect((await here.report(event(more), signature)).status).toBe(200);
    expect(new Map(here.memory.items)).toEqual(before);
  });

  it('that is forged is known before anything is read', async () => {
    const reads: unknown[] = [];
    here.breakInto((store) => ({
      ...store,
      get: (keys) => {
        reads.push(keys);
        return store.get(keys);
      },
    }));
    await here.report(event(), 'forged');
    expect(reads).toEqual([]);
    await here.report(event());
    expect(reads.length).toBeGreaterThan(0);
  });

  it.each<[string, object, object]>([
    [
      'of somebody whom we let in nowhere is an alarm without their name',
      { participant: { identity: 'stranger', sid: 'PA_2', attributes: {} } },
      { action: 'media.unknown-participant', actor: { system: 'media-server' } },
    ],
    [
      'of the room itself is the media server’s',
      { event: 'room_started', participant: undefined },
      {
        action: 'media.room-started',
        actor: { system: 'media-server' },
        details: { event: 'room_started' },
      },
    ],
    [
      'of somebody who left says why',
      { event: 'participant_left', participant: { identity: 'set below', sid: 'PA_1', disconnectReason: 2 } },
      { action: 'media.left', details: { reason: 'SAME_SEAT_CAME_AGAIN' } },
    ],
    [
      'W12: of a kind that is new to us is entered all the same',
      { event: 'something_new' },
      { action: 'media.other', details: { event: 'something_new' } },
    ],
  ])('%s', async (_, more, expected) => {
    const whole = event(more) as ReturnType<typeof event> & { participant?: { identity: string } };
    if (whole.participant?.identity === 'set below') whole.participant.identity = identity;
    expect((await here.report(whole)).status).toBe(200);
    await here.actions();
    const entries = await entriesIn(here.memory, here.sessionId);
    const entry = entries.findLast(({ action }) => action.startsWith('media.'));
    expect(entry).toMatchObject(expected);
    expect(JSON.stringify(entry)).not.toContain('stranger');
  });

  it('W7: that comes after the end is still entered, and moves nothing', async () => {
    await here.post('clerk', 'ending');
    const room = here.versions().filter(([, sk]) => sk === 'room' || sk === 'door');
    await here.report(event({ event: 'participant_left', participant: { identity, sid: 'PA_1' } }));
    expect(here.versions().filter(([, sk]) => sk === 'room' || sk === 'door')).toEqual(room);
    expect((await here.actions()).slice(-2)).toEqual(['session.ended', 'media.left']);
  });
});
