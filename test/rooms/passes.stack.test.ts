import { RoomServiceClient, TokenVerifier } from 'livekit-server-sdk';
import { beforeAll, describe, expect, it } from 'vitest';
import { newKey } from '../support/http.ts';
import {
  bookInterview,
  device,
  expectDone,
  openGates,
  room,
  view,
  type Interview,
} from '../support/interview.ts';
import { actionsOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';
import { gateNames } from '../../functions/sessions/port/gates.ts';

const stack = deployedStack();

const rooms = new RoomServiceClient(stack.liveKit.url, stack.liveKit.apiKey, stack.liveKit.apiSecret);

const grantsOf = async (token: string) =>
  new TokenVerifier(stack.liveKit.apiKey, stack.liveKit.apiSecret).verify(token);

describe('no pass', () => {
  let interview: Interview;
  let prosecutor: { token: string };
  let clerk: { token: string };

  beforeAll(async () => {
    interview = await bookInterview(stack);
    prosecutor = { token: interview.tokens.prosecutor };
    clerk = { token: interview.tokens.clerk };
  });

  /** A rehearsal closes its gate where it failed: test/preparation/preparation.stack.test.ts. */
  const missingAtFirst = gateNames.filter((gate) => gate !== 'rehearsal');

  it.each(missingAtFirst)(
    'and no open room while the gate %s is the only one that is not open',
    async (gate) => {
      const one = await bookInterview(stack);
      await openGates(
        one,
        gateNames.filter((other) => other !== gate),
      );
      const opening = await room(one, { token: one.tokens.clerk }, 'opening');
      expect(opening.code).toBe('gates-closed');
      expect(opening.body.facts).toEqual({ gates: [gate] });
      expect((await room(one, { token: one.tokens.prosecutor }, 'passes')).code).toBe('gates-closed');
      expect((await view(one, { token: one.tokens.clerk })).body.phase).toBe('closed');
      expect((await actionsOf(stack, one.sessionId)).filter((action) => action.startsWith('room.'))).toEqual(
        [],
      );
    },
  );

  it('before the clerk opened, before admission, during a pause, after being put out, after the end', async () => {
    await openGates(interview);
    expectDone(await room(interview, prosecutor, 'arrivals', device));
    expect((await room(interview, prosecutor, 'passes')).code).toBe('not-admitted');
    expect((await room(interview, clerk, 'admissions', { seat: 'prosecutor' })).code).toBe('room-not-open');
    expectDone(await room(interview, clerk, 'opening'));
    expect((await room(interview, prosecutor, 'passes')).code).toBe('not-admitted');
    expectDone(await room(interview, clerk, 'admissions', { seat: 'prosecutor' }));
    expect((await room(interview, prosecutor, 'passes')).status).toBe(201);
    expectDone(await room(interview, clerk, 'pauses', { kind: 'pause' }));
    expect((await room(interview, prosecutor, 'passes')).code).toBe('room-paused');
    expectDone(await room(interview, clerk, 'resumptions'));
    expectDone(await room(interview, clerk, 'removals', { seat: 'prosecutor' }));
    expect((await room(interview, prosecutor, 'passes')).code).toBe('not-admitted');
    expectDone(await room(interview, clerk, 'ending'));
    expect((await room(interview, prosecutor, 'passes')).code).toBe('room-ended');
    expect((await room(interview, clerk, 'opening')).code).toBe('room-ended');
  });

  it('outside the hours of the rooms', async () => {
    const early = await bookInterview(stack, 75);
    await openGates(early);
    expect((await room(early, { token: early.tokens.clerk }, 'opening')).code).toBe('outside-window');
    expect((await room(early, { token: early.tokens.prosecutor }, 'arrivals', device)).code).toBe(
      'outside-window',
    );
  });

  it('to a member of the case without a seat, in the words of a session that is not there', async () => {
    const auditor = await view(interview, { token: interview.tokens['central-authority'] });
    expect(auditor.code).toBe('not-your-role');
    const other = await bookInterview(stack);
    const foreign = await view(interview, { token: other.tokens.prosecutor });
    const missing = await view(
      { ...interview, sessionId: '0'.repeat(26) },
      { token: other.tokens.prosecutor },
    );
    expect(foreign.code).toBe('not-found');
    expect({ ...foreign.body, request: '' }).toEqual({ ...missing.body, request: '' });
  });
});

describe('a pass', () => {
  it('is for one room and one random identity, for a minute, with nothing else; and stands in the log first', async () => {
    const interview = await bookInterview(stack);
    const clerk = { token: interview.tokens.clerk };
    await openGates(interview);
    expectDone(await room(interview, clerk, 'opening'));
    const { body } = expectDone(await room(interview, clerk, 'passes'));
    const claims = await grantsOf(body.token as string);
    expect(claims.sub).toBe(body.identity);
    expect(claims.name ?? '').toBe('');
    expect(claims.metadata ?? '').toBe('');
    expect((claims.exp ?? 0) - (claims.nbf ?? 0)).toBeLessThanOrEqual(60);
    expect(claims.video).toEqual({
      roomJoin: true,
      room: claims.video?.room,
      canSubscribe: true,
      canPublish: true,
      canPublishSources: ['camera', 'microphone'],
      canPublishData: false,
      canUpdateOwnMetadata: false,
      canSubscribeMetrics: false,
    });
    expect(claims.video?.room).toMatch(/^[0-9a-z]{26}$/);
    expect(JSON.stringify(claims)).not.toContain(interview.sessionId);
    expect(await actionsOf(stack, interview.sessionId)).toContain('pass.minted');
  });

  it('asked twice with one key is one pass and one entry', async () => {
    const interview = await bookInterview(stack);
    const clerk = { token: interview.tokens.clerk };
    await openGates(interview);
    expectDone(await room(interview, clerk, 'opening'));
    const key = newKey();
    const [one, two] = [
      await room(interview, clerk, 'passes', {}, { key }),
      await room(interview, clerk, 'passes', {}, { key }),
    ];
    expect(two).toMatchObject({ status: 201, body: one?.body });
    expect(
      (await actionsOf(stack, interview.sessionId)).filter((action) => action === 'pass.minted'),
    ).toHaveLength(1);
  });

  it('is for a room that is at the media server while it is open, and at no other time', async () => {
    const interview = await bookInterview(stack);
    const clerk = { token: interview.tokens.clerk };
    const nameNow = async () => {
      const { body } = expectDone(await room(interview, clerk, 'passes'));
      return (await grantsOf(body.token as string)).video?.room ?? '';
    };
    await openGates(interview);
    expectDone(await room(interview, clerk, 'opening'));
    const first = await nameNow();
    expect(await rooms.listRooms([first])).toHaveLength(1);
    expectDone(await room(interview, clerk, 'pauses', { kind: 'pause' }));
    expect(await rooms.listRooms([first])).toHaveLength(0);
    expectDone(await room(interview, clerk, 'resumptions'));
    const second = await nameNow();
    expect(second).not.toBe(first);
    expect((await rooms.listRooms([first, second])).map(({ name }) => name)).toEqual([second]);
    expectDone(await room(interview, clerk, 'ending'));
    expect(await rooms.listRooms([first, second])).toHaveLength(0);
  });
});
