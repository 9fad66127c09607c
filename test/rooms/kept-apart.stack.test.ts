import { beforeAll, describe, expect, it } from 'vitest';
import type { PartyRole } from '../../functions/shared/access/roles.ts';
import { send } from '../support/http.ts';
import {
  bangkokIn,
  cookieOf,
  device,
  expectDone,
  newCase,
  openGates,
  redeem,
  room,
  view,
  type Interview,
} from '../support/interview.ts';
import { newOffice } from '../support/office.ts';
import { bookingBody, witnessOf } from '../support/booking.ts';
import { entriesOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';

/** A hearing before a court with an accused, an observer and a protected witness, on the deployed functions. */

const stack = deployedStack();
let hearing: Interview;
const pseudonyms = new Map<PartyRole, string>();

beforeAll(async () => {
  const office = await newOffice(stack);
  const { ids, tokens } = office;
  const caseId = await newCase(stack, office);
  const [api, token] = [stack.apiUrl, tokens.clerk];
  for (const role of ['accused', 'observer'] as const) {
    const body = { role, label: `The ${role}` };
    const named = expectDone(await send(api, 'POST', `/api/cases/${caseId}/parties`, { token, body }));
    pseudonyms.set(role, named.body.pseudonym as string);
  }
  const body = await bookingBody(
    { api, token, personId: ids.clerk },
    {
      caseId,
      kind: 'testimony',
      local: bangkokIn(5),
      zone: 'Asia/Bangkok',
      minutes: 30,
      seats: {
        clerk: ids.clerk,
        supportOfficer: ids['support-officer'],
        interpreter: ids.interpreter,
        judge: ids.judge,
        prosecutor: ids.prosecutor,
        accused: pseudonyms.get('accused'),
        observer: pseudonyms.get('observer'),
      },
    },
  );
  const booked = expectDone(await send(api, 'POST', '/api/sessions', { token, body }));
  const sessionId = booked.body.sessionId as string;
  hearing = { ...office, api, caseId, sessionId, witness: await witnessOf(api, token, caseId) };
  await openGates(hearing);
  expectDone(await room(hearing, { token }, 'opening'));
}, 120_000);

/** By the clerk's invitation, at the door. */
async function atDoor(seat: PartyRole): Promise<{ readonly cookie: string }> {
  const { body } = expectDone(
    await room(hearing, { token: hearing.tokens.clerk }, 'invitations', { seat, language: 'th' }),
  );
  const given = { secret: body.secret as string, pin: body.pin as string };
  const who = { cookie: cookieOf(expectDone(await redeem(hearing, given))) };
  expectDone(await room(hearing, who, 'arrivals', device));
  return who;
}

describe('with a protected witness', () => {
  it('the accused is at the door and not let in: neither by the clerk nor by a pass', async () => {
    const who = await atDoor('accused');
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
    const who = await atDoor('observer');
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
