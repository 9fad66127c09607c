import { randomBytes } from 'node:crypto';
import { RoomServiceClient, TokenVerifier } from 'livekit-server-sdk';
import { beforeAll, describe, expect, it } from 'vitest';
import { newKey, send } from '../support/http.ts';
import {
  bookInterview,
  cookieOf,
  device,
  expectDone,
  guest,
  invite,
  openGates,
  redeem,
  room,
  view,
  type Interview,
} from '../support/interview.ts';
import { storeOf } from '../support/office.ts';
import { deedsOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';
import { gateNames } from '../../functions/sessions/port/gates.ts';

const stack = deployedStack();
const rooms = new RoomServiceClient(stack.liveKit.url, stack.liveKit.apiKey, stack.liveKit.apiSecret);
const grantsOf = async (token: string) =>
  new TokenVerifier(stack.liveKit.apiKey, stack.liveKit.apiSecret).verify(token);

/** Actions in the session's log, by looking behind the API; that people were told comes when the mail has gone. */
const actions = async (sessionId: string): Promise<string[]> =>
  (await deedsOf(stack, sessionId)).map(({ action }) => action);

describe('no pass', () => {
  let interview: Interview;
  let prosecutor: { token: string };
  let clerk: { token: string };

  beforeAll(async () => {
    interview = await bookInterview(stack);
    prosecutor = { token: interview.tokens.prosecutor };
    clerk = { token: interview.tokens.clerk };
  });

  it.each(gateNames)('and no open room while the gate %s is the only one that is not open', async (gate) => {
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
    expect((await actions(one.sessionId)).filter((action) => action.startsWith('room.'))).toEqual([]);
  });

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
    expect((await actions(interview.sessionId)).at(-1)).toBe('pass.minted');
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
    expect((await actions(interview.sessionId)).filter((action) => action === 'pass.minted')).toHaveLength(1);
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

describe('an invitation', () => {
  let interview: Interview;
  beforeAll(async () => {
    interview = await bookInterview(stack);
    await openGates(interview);
  });

  it('is made for the witness by her support officer alone, for the interpreter by the clerk alone', async () => {
    const { clerk, 'support-officer': support } = interview.tokens;
    const ask = async (token: string, seat: string) =>
      (await room(interview, { token }, 'invitations', { seat, language: 'my' })).code;
    expect(await ask(clerk, 'witness')).toBe('not-your-role');
    expect(await ask(support, 'interpreter')).toBe('not-your-role');
  });

  it('gives the device a cookie that scripts cannot read, and works once', async () => {
    const given = await invite(interview, 'witness');
    const answer = expectDone(await redeem(interview, given));
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-saksi=.*; Path=\/; Max-Age=\d+; Secure; HttpOnly; SameSite=Strict$/,
    );
    expect(answer.body).toEqual({ sessionId: interview.sessionId, seat: 'witness', language: 'my' });
    const seat = await send(interview.api, 'GET', '/api/rooms/seat', { cookie: cookieOf(answer) });
    expect(seat.body).toEqual(answer.body);
    expect((await redeem(interview, given)).code).toBe('invitation-in-use');
    expect(await actions(interview.sessionId)).toContain('invitation.second-device');
  });

  it('used by many at once lets one in', async () => {
    const given = await invite(interview, 'witness');
    const answers = await Promise.all(Array.from({ length: 4 }, () => redeem(interview, given)));
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1);
  });

  it('made anew ends the earlier one and its device', async () => {
    const old = await invite(interview, 'witness');
    const { cookie } = await guest(interview, 'witness');
    expect((await view(interview, { cookie })).status).toBe(200);
    const replaced = await guest(interview, 'witness');
    expect((await view(interview, { cookie })).code).toBe('sign-in-needed');
    expect((await view(interview, replaced)).status).toBe(200);
    expect((await redeem(interview, old)).code).toBe('invitation-not-accepted');
  });

  it('with a wrong PIN and one that nobody made are refused in the same words, and after five tries no more', async () => {
    const given = await invite(interview, 'witness');
    const wrong = { ...given, pin: given.pin === '000000' ? '000001' : '000000' };
    const unknown = { secret: randomBytes(16).toString('base64url'), pin: '123456' };
    for (const tried of [wrong, unknown]) {
      const codes = [];
      for (let time = 0; time < 6; time += 1) codes.push((await redeem(interview, tried)).code);
      expect(codes).toEqual([...Array<string>(5).fill('invitation-not-accepted'), 'too-many-tries']);
    }
    const [one, two] = await Promise.all([redeem(interview, wrong), redeem(interview, unknown)]);
    expect({ ...one?.body, request: '' }).toEqual({ ...two?.body, request: '' });
    // The right PIN rests too, or the count would tell which link is real.
    expect((await redeem(interview, given)).code).toBe('too-many-tries');
  });

  it('leaves neither link nor PIN in the table', async () => {
    const given = await invite(interview, 'interpreter');
    expectDone(await redeem(interview, given));
    const items = await storeOf(stack).query('rooms', `session#${interview.sessionId}`);
    expect(items.length).toBeGreaterThan(2);
    expect(JSON.stringify(items)).not.toContain(given.secret);
    expect(JSON.stringify(items)).not.toContain(given.pin);
  });

  it('asked for twice with one key gives the same link and PIN', async () => {
    const key = newKey();
    const clerk = { token: interview.tokens.clerk };
    const body = { seat: 'interpreter', language: 'th' };
    const one = expectDone(await room(interview, clerk, 'invitations', body, { key }));
    const two = expectDone(await room(interview, clerk, 'invitations', body, { key }));
    expect(two.body).toEqual(one.body);
    const items = await storeOf(stack).query('rooms', `session#${interview.sessionId}`);
    expect(JSON.stringify(items)).not.toContain(one.body.pin as string);
  });

  it.each(['', 'x', '__Host-saksi=', '__Host-saksi=a.b.c', `__Host-saksi=${'0'.repeat(26)}.witness.AAAA`])(
    'is not replaced by a cookie like %j',
    async (cookie) => {
      expect((await view(interview, { cookie })).code).toBe('sign-in-needed');
    },
  );

  it('after the end is over', async () => {
    const late = await bookInterview(stack);
    await openGates(late);
    const given = await invite(late, 'witness');
    expectDone(await room(late, { token: late.tokens.clerk }, 'opening'));
    expectDone(await room(late, { token: late.tokens.clerk }, 'ending'));
    expect((await redeem(late, given)).code).toBe('room-ended');
  });
});

describe('the witness', () => {
  it('pauses, alone goes on, and stops; her pause also works when the consent gate has closed', async () => {
    const interview = await bookInterview(stack);
    await openGates(interview);
    const clerk = { token: interview.tokens.clerk };
    const support = { token: interview.tokens['support-officer'] };
    expectDone(await room(interview, clerk, 'opening'));
    const witness = await guest(interview, 'witness');
    for (const [who, seat] of [
      [witness, 'witness'],
      [support, 'support-officer'],
    ] as const) {
      expectDone(await room(interview, who, 'arrivals', device));
      expectDone(await room(interview, clerk, 'admissions', { seat }));
    }
    expect((await room(interview, witness, 'pauses', { kind: 'pause' })).body.phase).toBe('paused');
    expect((await room(interview, clerk, 'resumptions')).code).toBe('not-yours-to-resume');
    expect((await room(interview, support, 'resumptions')).code).toBe('not-yours-to-resume');
    expect((await room(interview, clerk, 'opening')).code).toBe('room-paused');
    expect((await room(interview, witness, 'resumptions')).body.phase).toBe('open');
    expect((await room(interview, witness, 'pauses', { kind: 'stop' })).body.pauses).toEqual([
      { seat: 'witness', kind: 'stop' },
    ]);
    expect(await actions(interview.sessionId)).toEqual(
      expect.arrayContaining(['room.paused', 'room.resumed', 'room.stopped']),
    );
  });

  it('who withdraws her consent has no room left, within five seconds', async () => {
    const interview = await bookInterview(stack);
    await openGates(interview);
    const clerk = { token: interview.tokens.clerk };
    expectDone(await room(interview, clerk, 'opening'));
    const { body } = expectDone(await room(interview, clerk, 'passes'));
    const name = (await grantsOf(body.token as string)).video?.room ?? '';
    const path = `/api/witnesses/${interview.sessionId}/withdrawal`;
    expectDone(await send(interview.api, 'POST', path, { token: interview.tokens['support-officer'] }));
    expect((await room(interview, clerk, 'passes')).code).toBe('gates-closed');
    await expect.poll(() => rooms.listRooms([name]), { timeout: 5000 }).toHaveLength(0);
    expect((await view(interview, clerk)).body).toMatchObject({ phase: 'closed', doorOpen: false });
    expect(await actions(interview.sessionId)).toContain('room.closed');
  });
});
