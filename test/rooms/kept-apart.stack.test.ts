import { beforeAll, describe, expect, it } from 'vitest';
import { atDoor, courtHearing, type CourtHearing } from '../support/court-hearing.ts';
import { expectDone, room, view } from '../support/interview.ts';
import { entriesOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';

/** A hearing before a court with an accused, an observer and a protected witness, on the deployed functions. */

const stack = deployedStack();
let hearing: CourtHearing;

beforeAll(async () => {
  hearing = await courtHearing(stack);
}, 120_000);

describe('with a protected witness', () => {
  it('the accused is at the door and not let in: neither by the clerk nor by a pass', async () => {
    const who = await atDoor(hearing, 'accused');
    const refused = { status: 409, body: { code: 'kept-apart' } };
    const clerk = { token: hearing.tokens.clerk };
    expect(await room(hearing, clerk, 'admissions', { seat: 'accused' })).toMatchObject(refused);
    expect(await room(hearing, who, 'passes')).toMatchObject(refused);
    expect((await view(hearing, who)).body).toMatchObject({ mySeat: 'accused', keptApart: true });
    const admitted = (await entriesOf(stack, hearing.sessionId)).filter(
      ({ action }) => action === 'seat.admitted',
    );
    expect(admitted).toEqual([]);
  });

  it('an observer is let in, with a pass that lets nothing of theirs through', async () => {
    const who = await atDoor(hearing, 'observer');
    expectDone(await room(hearing, { token: hearing.tokens.clerk }, 'admissions', { seat: 'observer' }));
    const pass = expectDone(await room(hearing, who, 'passes'));
    const [, payload = ''] = (pass.body.token as string).split('.');
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
      video: { roomJoin: true, canSubscribe: true, canPublish: false },
    });
  });

  it('only the clerk invites whoever is neither witness nor known to the directory', async () => {
    const by = { token: hearing.tokens['support-officer'] };
    expect(await room(hearing, by, 'invitations', { seat: 'accused', language: 'th' })).toMatchObject({
      status: 403,
      body: { code: 'not-your-role' },
    });
  });
});
