import { witnessOf } from '../support/booking.ts';
import { proposed } from '../support/proposal.ts';
import { RoomServiceClient } from 'livekit-server-sdk';
import { describe, expect, it } from 'vitest';
import { parseRoom, roomKey } from '../../functions/rooms/store.ts';
import { send, type Answer } from '../support/http.ts';
import { enterPerson } from '../support/in-process.ts';
import {
  bangkokIn,
  device,
  expectDone,
  takeCase,
  guest,
  invite,
  openGate,
  openGates,
  redeem,
  room,
  view,
  type Interview,
} from '../support/interview.ts';
import { newOffice, storeOf } from '../support/office.ts';
import { entriesOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';

/** A seat changes hands while the room is open, on the deployed functions and the real media server. */

const stack = deployedStack();
const store = storeOf(stack);
const rooms = new RoomServiceClient(stack.liveKit.url, stack.liveKit.apiKey, stack.liveKit.apiSecret);
const nameOf = async (sessionId: string) =>
  parseRoom((await store.get([roomKey(sessionId)]))[0], sessionId).rooms['hearing']?.roomName ?? 'no room';

interface Open {
  readonly interview: Interview;
  readonly second: { readonly personId: string; readonly token: string };
  readonly name: string;
}

/** An interview that begins in five minutes, with a second clerk in the case, and the room open. */
async function opened(): Promise<Open> {
  const [office, other] = await Promise.all([newOffice(stack), newOffice(stack)]);
  const { ids, tokens } = office;
  const { clerk, 'support-officer': holder, 'attending-officer': officer } = ids;
  const post = (path: string, body: object) =>
    send(stack.apiUrl, 'POST', path, { token: tokens.prosecutor, body });
  const file = expectDone(
    await post('/api/cases', {
      reference: 'T 2/2026',
      requestingState: 'TH',
      hostState: 'MM',
      members: [clerk, holder, officer, ids['central-authority'], other.ids.clerk],
      witnesses: [{ protected: true, holder, zone: 'Asia/Yangon', mayKnow: [officer] }],
    }),
  );
  const caseId = file.body.caseId as string;
  await Promise.all(
    [tokens['central-authority'], other.tokens.clerk].map((token) => takeCase(stack, caseId, token)),
  );
  const witness = await witnessOf(stack.apiUrl, tokens.prosecutor, caseId);
  const booked = expectDone(
    await post(
      '/api/sessions',
      proposed(
        {
          caseId,
          local: bangkokIn(5),
          zone: 'Asia/Bangkok',
          minutes: 30,
          seats: { clerk, supportOfficer: holder, interpreter: ids.interpreter },
        },
        { booker: ids.prosecutor, witness },
      ),
    ),
  );
  const sessionId = booked.body.sessionId as string;
  const interview: Interview = { ...office, api: stack.apiUrl, caseId, witness, sessionId };
  await openGates(interview);
  expectDone(await room(interview, { token: tokens.clerk }, 'opening'));
  const second = { personId: other.ids.clerk, token: other.tokens.clerk };
  return { interview, second, name: await nameOf(sessionId) };
}

async function replace(interview: Interview, seat: string, personId: string): Promise<Answer> {
  const { tokens, sessionId } = interview;
  const at = (verb: string, token: string, body: object) =>
    send(interview.api, 'POST', `/api/sessions/${sessionId}/${verb}`, { token, body });
  const asked = { seat, ids: [personId], reason: 'ill' };
  expect((await at('replacements', tokens.prosecutor, asked)).code).toBe('approval-needed');
  expectDone(await at('approvals', tokens.clerk, { change: { what: 'replacement', seat, ids: [personId] } }));
  return expectDone(await at('replacements', tokens.prosecutor, asked));
}

describe('a seat that changes hands in an open room', () => {
  it('of the clerk: the one before is out at once, the others get another room, and the newcomer opens it', async () => {
    const { interview, second, name } = await opened();
    const { tokens } = interview;
    const { cookie } = await guest(interview, 'witness');
    expectDone(await room(interview, { cookie }, 'arrivals', device));
    await replace(interview, 'clerk', second.personId);
    for (const verb of ['passes', 'opening'])
      expect((await room(interview, { token: tokens.clerk }, verb)).code).toBe('not-found');
    expect((await view(interview, { token: tokens.clerk })).code).toBe('not-found');
    // Nobody has to do anything for the old room to go: the door was moved, and `rooms` follows it.
    await expect.poll(() => rooms.listRooms([name]), { timeout: 5000 }).toHaveLength(0);
    const seen = await view(interview, { token: second.token });
    expect(seen.body).toMatchObject({ phase: 'open', mySeat: 'clerk', myState: 'away' });
    expect((await room(interview, { token: second.token }, 'passes')).code).toBe('not-admitted');
    expectDone(await room(interview, { token: second.token }, 'opening'));
    expectDone(await room(interview, { token: second.token }, 'admissions', { seat: 'witness' }));
    expectDone(await room(interview, { token: second.token }, 'passes'));
    const actions = (await entriesOf(stack, interview.sessionId)).map(({ action }) => action);
    expect(actions.filter((action) => action === 'seat.replaced')).toHaveLength(1);
  });

  it('of the interpreter: cookie and invitation are worth nothing, and the door waits for the new one', async () => {
    const { interview, name } = await opened();
    const clerk = { token: interview.tokens.clerk };
    const { cookie } = await guest(interview, 'interpreter');
    expectDone(await room(interview, { cookie }, 'arrivals', device));
    expectDone(await room(interview, clerk, 'admissions', { seat: 'interpreter' }));
    expectDone(await room(interview, { cookie }, 'passes'));
    const second = await enterPerson(store, 'interpreter', { agencyId: interview.agencyId });
    await replace(interview, 'interpreter', second.personId);
    expect((await view(interview, { cookie })).code).toBe('sign-in-needed');
    expect((await room(interview, { cookie }, 'passes')).code).toBe('sign-in-needed');
    await expect.poll(() => rooms.listRooms([name]), { timeout: 5000 }).toHaveLength(0);
    expect((await room(interview, clerk, 'opening')).code).toBe('gates-closed');
    await expect
      .poll(async () => (await view(interview, clerk)).body.seats, { timeout: 5000 })
      .toContainEqual(expect.objectContaining({ seat: 'interpreter', state: 'away' }));
    expectDone(await openGate(interview, 'interpreter'));
    expectDone(await room(interview, clerk, 'opening'));
    const fresh = await guest(interview, 'interpreter');
    expect((await view(interview, fresh)).body).toMatchObject({ mySeat: 'interpreter', myState: 'away' });
  });

  it('of an interpreter who has not come yet: the invitation that was made before is over', async () => {
    const { interview } = await opened();
    const given = await invite(interview, 'interpreter');
    const second = await enterPerson(store, 'interpreter', { agencyId: interview.agencyId });
    await replace(interview, 'interpreter', second.personId);
    expect((await redeem(interview, given)).code).toBe('invitation-over');
  });
});
