import { beforeAll, describe, expect, it } from 'vitest';
import { atDoor, courtHearing, type CourtHearing } from '../support/court-hearing.ts';
import { expectDone, room, view } from '../support/interview.ts';
import { deployedStack } from '../support/stack.ts';
import { until } from '../support/until.ts';

/** A hearing before a court with an accused, an observer and a protected witness, on the deployed functions. */

const stack = deployedStack();
let hearing: CourtHearing;

beforeAll(async () => {
  hearing = await courtHearing(stack);
}, 120_000);

describe('with a protected witness', () => {
  it('the accused is let in to a room of their own once the relay carries, and to no other before or after', async () => {
    const who = await atDoor(hearing, 'accused');
    const clerk = { token: hearing.tokens.clerk };
    const others = ['hearing', `witness-${hearing.witness}`];
    const tries = async () => {
      for (const key of others) expect((await room(hearing, who, 'passes', { room: key })).status).toBe(409);
    };
    await tries();
    expect((await room(hearing, who, 'passes')).code).toBe('not-admitted');
    const letIn = () => room(hearing, clerk, 'admissions', { seat: 'accused' });
    await until(letIn, ({ status }) => status === 201, 40);
    await tries();
    expectDone(await room(hearing, who, 'passes'));
    const { body } = await view(hearing, who);
    expect(body).toMatchObject({ mySeat: 'accused', places: [{ room: 'screened' }] });
    expect(JSON.stringify(body)).not.toContain(hearing.witness);
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
