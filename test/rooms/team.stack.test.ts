import { RoomServiceClient } from 'livekit-server-sdk';
import { describe, expect, it } from 'vitest';
import { parseRoom, roomKey } from '../../functions/rooms/store.ts';
import { send } from '../support/http.ts';
import { enterPerson } from '../support/in-process.ts';
import { cookieOf, device, expectDone, redeem, room, view } from '../support/interview.ts';
import { storeOf } from '../support/office.ts';
import { doorOf, entriesOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';
import { at, bookTeam, confirm, type Team } from '../support/team.ts';

/** Two interpreters who take turns in one interview, on the deployed functions and the real media server. */

const stack = deployedStack();
const store = storeOf(stack);
const rooms = new RoomServiceClient(stack.liveKit.url, stack.liveKit.apiKey, stack.liveKit.apiSecret);
const nameOf = async (sessionId: string) =>
  parseRoom((await store.get([roomKey(sessionId)]))[0], sessionId).rooms['hearing']?.roomName ?? 'no room';

const declare = (team: Team, pseudonym: string) =>
  at(team, 'interpreting/*/declaration', team.tokens.clerk, {
    pseudonym,
    declaration: { conflict: 'declared', kinds: ['same-village'], reason: 'Born in the next house.' },
  });

const readConfirmed = async (team: Team, pseudonym: string) =>
  (
    await send(team.api, 'GET', `/api/interpreting/${team.sessionId}?pseudonym=${pseudonym}`, {
      token: team.tokens.clerk,
    })
  ).body.assignment;

const invite = (team: Team, pseudonym?: string) =>
  room(team, { token: team.tokens.clerk }, 'invitations', {
    seat: 'interpreter',
    language: 'th',
    ...(pseudonym === undefined ? {} : { pseudonym }),
  });

/** One of the team, by link and PIN, let in by the clerk. */
async function admitted(team: Team, pseudonym: string): Promise<{ readonly cookie: string }> {
  const { body } = expectDone(await invite(team, pseudonym));
  const given = { secret: body.secret as string, pin: body.pin as string };
  const who = { cookie: cookieOf(expectDone(await redeem(team, given))) };
  expectDone(await room(team, who, 'arrivals', device));
  const seat = { seat: 'interpreter', pseudonym };
  expectDone(await room(team, { token: team.tokens.clerk }, 'admissions', seat));
  return who;
}

describe('two interpreters', () => {
  it('are each confirmed: the gate opens with the last of them and shuts with a conflict of one', async () => {
    const team = await bookTeam(stack);
    const [one, two] = team.names;
    expect(one).not.toBe(two);
    const gate = async () => (await doorOf(stack, team.sessionId)).gates.interpreter;
    expect((await confirm(team, undefined)).body.errors?.[0]?.pointer).toBe('/pseudonym');
    expect((await confirm(team, 'I-2222')).code).toBe('person-not-suitable');
    expect((await confirm(team, one)).body.gate).toBe('missing');
    expect(await readConfirmed(team, one)).toMatchObject({ between: ['my', 'th'], part: 'lead' });
    expect(await readConfirmed(team, two)).toBeUndefined();
    expect((await room(team, { token: team.tokens.clerk }, 'opening')).body.facts).toEqual({
      gates: ['interpreter'],
    });
    expect((await confirm(team, two)).body.gate).toBe('open');
    expect(await gate()).toBe('open');
    expect((await declare(team, one)).body.gate).toBe('refused');
    expect((await confirm(team, two)).body.gate).toBe('refused');
    expect(await gate()).toBe('refused');
    expect((await confirm(team, one)).code).toBe('conflict-declared');
    const subjects = (await entriesOf(stack, team.sessionId))
      .filter(({ action }) => action.startsWith('interpreter.'))
      .map(({ action, subject }) => `${action} ${subject?.ref ?? ''}`);
    expect(subjects).toEqual([
      `interpreter.confirmed ${one}`,
      `interpreter.confirmed ${two}`,
      `interpreter.declined ${one}`,
      `interpreter.confirmed ${two}`,
    ]);
  });

  it('both come in, each as themselves; one who is replaced is out at once, and the other stays', async () => {
    const team = await bookTeam(stack);
    const [one, two] = team.names;
    const clerk = { token: team.tokens.clerk };
    for (const name of team.names) expectDone(await confirm(team, name));
    expectDone(await room(team, clerk, 'opening'));
    expect((await invite(team)).body.errors?.[0]?.pointer).toBe('/pseudonym');
    const first = await admitted(team, one);
    const second = await admitted(team, two);
    const named = await room(team, clerk, 'removals', { seat: 'interpreter' });
    expect(named.body.errors?.[0]?.pointer).toBe('/pseudonym');
    const passes = [
      expectDone(await room(team, first, 'passes')),
      expectDone(await room(team, second, 'passes')),
    ];
    expect(new Set(passes.map(({ body }) => body.identity)).size).toBe(2);
    expect((await view(team, first)).body).toMatchObject({ myPseudonym: one, myState: 'admitted' });
    expect((await view(team, second)).body).toMatchObject({ myPseudonym: two, myState: 'admitted' });
    const seen = (await view(team, clerk)).body.seats as { seat: string; pseudonym: string; state: string }[];
    expect(
      seen.flatMap(({ seat, pseudonym, state }) => (seat === 'interpreter' ? [`${pseudonym} ${state}`] : [])),
    ).toEqual([`${one} admitted`, `${two} admitted`]);

    const name = await nameOf(team.sessionId);
    const third = await enterPerson(store, 'interpreter', { agencyId: team.agencyId });
    const change = { seat: 'interpreter', ids: [third.personId], inPlaceOf: one };
    const approval = { change: { what: 'replacement', ...change } };
    expectDone(await at(team, 'sessions/*/approvals', team.tokens.prosecutor, approval));
    const { body } = expectDone(
      await at(team, 'sessions/*/replacements', team.tokens.clerk, { ...change, reason: 'ill' }),
    );
    const newcomer = body.pseudonym as string;
    for (const verb of ['passes', 'arrivals'])
      expect((await room(team, first, verb, verb === 'arrivals' ? device : {})).code).toBe('sign-in-needed');
    await expect.poll(() => rooms.listRooms([name]), { timeout: 5000 }).toHaveLength(0);
    // The gate waits for the newcomer, so for a moment nobody is in; the other has a seat, a cookie and no new PIN to ask for.
    // Back at the door, the other learns nothing of a gate.
    expect((await room(team, second, 'passes')).code).toBe('not-admitted');
    expect((await confirm(team, newcomer)).body.gate).toBe('open');
    expectDone(await room(team, clerk, 'opening'));
    expect((await view(team, second)).body).toMatchObject({ myPseudonym: two, myState: 'waiting' });
    expectDone(await room(team, clerk, 'admissions', { seat: 'interpreter', pseudonym: two }));
    expectDone(await room(team, second, 'passes'));
    const third2 = await admitted(team, newcomer);
    expect((await view(team, third2)).body).toMatchObject({ myPseudonym: newcomer, myState: 'admitted' });
    expectDone(await room(team, clerk, 'removals', { seat: 'interpreter', pseudonym: newcomer }));
    expect((await room(team, third2, 'passes')).code).toBe('not-admitted');
    expectDone(await room(team, second, 'passes'));
    const entries = await entriesOf(stack, team.sessionId);
    expect(entries.find(({ action }) => action === 'participant.replaced')?.details).toMatchObject({
      participant: newcomer,
      inPlaceOf: one,
    });
  });
});
