import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { newKey, send } from '../../support/http.ts';
import {
  bookInterview,
  cookieOf,
  expectDone,
  guest,
  invite,
  openGates,
  redeem,
  room,
  view,
  type Interview,
} from '../../support/interview.ts';
import { storeOf } from '../../support/office.ts';
import { actionsOf } from '../../support/session-log.ts';
import { deployedStack } from '../../support/stack.ts';

const stack = deployedStack();

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
    expect(await actionsOf(stack, interview.sessionId)).toContain('invitation.second-device');
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
