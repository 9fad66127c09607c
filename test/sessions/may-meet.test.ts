import { beforeEach, describe, expect, it } from 'vitest';
import { memberKey, parseMember } from '../../functions/cases/port/membership.ts';
import { putStanding } from '../../functions/cases/port/standing.ts';
import { keptWhollyApart } from '../../functions/orders/port/measures.ts';
import { followThose } from '../../functions/sessions/following/follow-standing.ts';
import { doorKey, moveDoor, parseDoor } from '../../functions/sessions/port/door.ts';
import { mayMeet, shownTo, sitsWithClient } from '../../functions/sessions/port/may-meet.ts';
import { keptOutIn } from '../../functions/sessions/port/one-room.ts';
import { instantOf } from '../../functions/shared/values/instants.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import type { Role } from '../../functions/shared/access/roles.ts';
import { court, type Court } from '../orders/court.ts';
import { actorOf, ask, contextOver, type Told } from '../support/in-process.ts';
import { admitted, nameParty, now } from '../support/prepared-case.ts';
import { bookingOf, bookWith, inFull } from '../support/session-verbs.ts';

/** Whom somebody may meet in a session: counsel with whom they represent, and each as plan, order and default have it. */

const of = (seat: Role, pseudonym: string) => ({ seat, pseudonym });
const [a, b] = [of('accused', 'R-2222'), of('accused', 'R-4444')];
const [counsel, judge, heard] = [
  of('defence-counsel', 'D-2222'),
  of('judge', 'J-2222'),
  of('witness', 'W-2222'),
];
const ofA = [{ pseudonym: 'D-2222', for: 'R-2222' }];

describe('counsel', () => {
  it('sits with their client, and alone where no such client sits; never with another one’s alone', () => {
    expect(sitsWithClient(counsel, [judge, counsel, a], ofA)).toBe(true);
    expect(sitsWithClient(counsel, [judge, counsel, a, b], ofA)).toBe(true);
    expect(sitsWithClient(counsel, [judge, counsel, heard], ofA)).toBe(true);
    expect(sitsWithClient(counsel, [judge, counsel, b], ofA)).toBe(false);
    const hers = of('victim-counsel', 'V-2222');
    const ofHer = [{ pseudonym: 'V-2222', for: 'W-2222' }];
    expect(sitsWithClient(hers, [hers, heard], ofHer)).toBe(true);
    expect(sitsWithClient(hers, [hers, of('witness', 'W-4444'), a], ofHer)).toBe(false);
    // Nobody else is bound by it.
    expect(sitsWithClient(judge, [judge, b], ofA)).toBe(true);
  });

  it('meets their client and the court; a witness only where a judge says so for them', () => {
    expect([
      mayMeet([], [], a, counsel),
      mayMeet([], [], counsel, a),
      mayMeet([], [], judge, counsel),
    ]).toEqual([true, true, true]);
    expect(mayMeet([], [], heard, counsel)).toBe(false);
    const measures = { meet: true, seen: 'as-is', heard: 'as-is', sees: 'as-is', hears: 'as-is' } as const;
    const order = { protected: 'W-2222', from: 'D-2222', measures };
    expect(mayMeet([], [order], heard, counsel)).toBe(true);
    // That the client may face the witness lets counsel in no more than before.
    expect(mayMeet([], [{ ...order, from: 'R-2222' }], heard, counsel)).toBe(false);
    const plan = { protected: 'W-2222', from: 'D-2222', measures: keptWhollyApart };
    expect(mayMeet([plan], [order], heard, counsel)).toBe(false);
  });

  it('is kept out of the room of a session that another accused has without their client', () => {
    const door = { sessionId: 's', seats: [judge, counsel, b] };
    const around = {
      standings: [],
      orders: [],
      companions: ofA,
      permittedInCamera: false,
      permittedScreened: false,
    };
    expect(keptOutIn(door, around, instantOf(0))).toEqual([{ ...counsel, why: 'client' }]);
    expect(keptOutIn({ ...door, seats: [judge, counsel, a, b] }, around, instantOf(0))).toEqual([]);
  });
});

let here: Court;
beforeEach(async () => {
  here = await court();
});

/** A hearing of the court with these seats beside its own. */
const seatsWith = (more: object) => {
  const { judge: presides, prosecutor } = here.prepared.people;
  const { seats } = bookingOf(here.prepared, '2027-03-02T09:00');
  return { ...seats, judge: presides.personId, prosecutor: prosecutor.personId, ...more };
};
const books = (more: object, local = '2027-03-02T09:00') =>
  bookWith(here.prepared, local, { kind: 'testimony', seats: seatsWith(more) }, { by: here.who('clerk') });
const previews = (by: Person, more: object = {}): Promise<Told> => {
  const brief = {
    ...bookingOf(here.prepared, '2027-03-09T09:00'),
    kind: 'testimony',
    seats: seatsWith(more),
  };
  const { prepared } = here;
  return ask(prepared.app, actorOf(by), 'POST', '/api/availability/preview', inFull(prepared, brief, by));
};
const said = ({ status, body }: Told) => [status, body.code ?? body.errors];

describe('a court that books', () => {
  it('seats counsel with the accused whom they represent, and is told what to do where it does not', async () => {
    const defence = { 'defence-counsel': here.counsel.defence.personId };
    const other = await nameParty(here.prepared, 'accused');
    for (const told of [
      await books({ accused: other, ...defence }),
      await previews(here.who('clerk'), { accused: other, ...defence }),
    ]) {
      expect(said(told)).toEqual([422, 'seats-not-possible']);
      expect(told.body.errors[0]).toMatchObject({ pointer: '/seats' });
    }
    expect((await books({ accused: [here.accused, other], ...defence })).status).toBe(201);
    expect((await books(defence, '2027-03-03T09:00')).status).toBe(201);
  });

  it('cannot bring counsel of another in by replacing', async () => {
    const other = await nameParty(here.prepared, 'accused');
    const counselOfOther = await admitted(here.prepared, 'defence-counsel', other);
    const { body } = await books({
      accused: here.accused,
      'defence-counsel': here.counsel.defence.personId,
    });
    const change = { seat: 'defence-counsel', ids: [counselOfOther.personId], reason: 'other' };
    const path = `/api/sessions/${body.sessionId}/replacements`;
    const told = await ask(here.prepared.app, actorOf(here.who('clerk')), 'POST', path, change);
    expect(said(told)).toEqual([422, 'seats-not-possible']);
  });
});

/** Who interprets joins the case at the first booking; then a plan can name them. */
async function withInterpreterOnTheList() {
  const { prepared, store } = here;
  const first = (await books({})).body.sessionId as string;
  const { interpreter } = prepared.people;
  const [item] = await store.get([memberKey(prepared.caseId, interpreter.personId)]);
  const { pseudonym } = parseMember(item);
  // Everybody who interprets there was confirmed.
  const door = parseDoor((await store.get([doorKey(first)]))[0]);
  await store.write([
    moveDoor(door, { gates: { ...door.gates, interpreter: 'open' }, interpretedBy: 'others' }),
  ]);
  const whose = { caseId: prepared.caseId, pseudonym: prepared.witness, gate: 'riskPlan' } as const;
  await store.write([
    putStanding(whose, undefined, {
      state: 'missing',
      noContact: [pseudonym],
      recordedAt: instantOf(now.getTime()),
      leafHash: 'AAAA',
    }),
  ]);
  return { first, pseudonym };
}

describe('somebody on the list of whom a plan says never to meet', () => {
  const roomFor = async (by: 'support-officer' | 'judge' | 'clerk' | 'prosecutor') =>
    (await previews(here.who(by))).body.oneRoom;

  it('is named before the booking to the one who holds contact and to the judge, and to nobody else', async () => {
    const { pseudonym } = await withInterpreterOnTheList();
    const known = { keptOut: [{ seat: 'interpreter', pseudonym, why: 'plan' }], unsaid: false };
    for (const by of ['support-officer', 'judge'] as const)
      expect([by, await roomFor(by)]).toEqual([by, known]);
    // Neither who, nor how many, nor why: the same words whoever it is.
    for (const by of ['clerk', 'prosecutor'] as const)
      expect([by, await roomFor(by)]).toEqual([by, { keptOut: [], unsaid: true }]);
  });

  it('is no secret where everybody may know it: the accused’s side, and counsel', async () => {
    const more = { accused: here.accused, 'defence-counsel': here.counsel.defence.personId };
    const { keptOut, unsaid } = (await previews(here.who('clerk'), more)).body.oneRoom;
    // Before a court they follow from a room of their own.
    expect(keptOut).toMatchObject([
      { seat: 'defence-counsel', why: 'accused-side', ownRoom: true },
      { seat: 'accused', why: 'accused-side', ownRoom: true },
    ]);
    expect(unsaid).toBe(false);
  });

  it('and is in a session that is booked: its gate closes, and its door says to each what they may know', async () => {
    const { first, pseudonym } = await withInterpreterOnTheList();
    await followThose(contextOver(here.store, now), [first]);
    const door = parseDoor((await here.store.get([doorKey(first)]))[0]);
    expect(door.apart).toEqual([{ pseudonym, why: 'plan' }]);
    // So is whoever books the next one, and knows no more.
    expect((await books({}, '2027-03-10T09:00')).body.oneRoom).toEqual({ keptOut: [], unsaid: true });
    // Whoever finds an interpreter is told by the gate that another one is to be found, and not why.
    expect(door.gates.interpreter).toBe('missing');
    const seen = async (by: 'support-officer' | 'clerk') =>
      (await ask(here.prepared.app, actorOf(here.who(by)), 'GET', `/api/sessions/${first}/door`)).body;
    expect((await seen('support-officer')).oneRoom.keptOut).toEqual([
      { seat: 'interpreter', pseudonym, why: 'plan' },
    ]);
    const clerks = await seen('clerk');
    expect(clerks.oneRoom).toEqual({ keptOut: [], unsaid: true });
    expect(JSON.stringify(clerks.oneRoom)).not.toContain(pseudonym);
    expect(clerks.gates.find(({ gate }: { gate: string }) => gate === 'interpreter')).toMatchObject({
      state: 'missing',
      lacks: 'not-done',
      turn: 'clerk',
    });
    // Once nobody is on the list any more, who was confirmed is so still.
    const whose = {
      caseId: here.prepared.caseId,
      pseudonym: here.prepared.witness,
      gate: 'riskPlan',
    } as const;
    const [before] = await here.store.query('cases', `case#${whose.caseId}`, {
      prefix: `standing#${whose.pseudonym}#riskPlan`,
    });
    await here.store.write([
      putStanding(whose, before as never, {
        state: 'missing',
        noContact: [],
        recordedAt: instantOf(now.getTime()),
        leafHash: 'AAAA',
      }),
    ]);
    await followThose(contextOver(here.store, now), [first]);
    expect(parseDoor((await here.store.get([doorKey(first)]))[0]).gates.interpreter).toBe('open');
  });

  it('what is shown names nobody to whoever may not know, of whatever role', () => {
    const keptOut = [{ ...of('interpreter', 'I-2222'), why: 'plan', protects: 'W-2222' }] as const;
    const witnesses = [{ pseudonym: 'W-2222', holder: 'h' }] as never;
    const shown = (role: Role, personId = 'p') =>
      shownTo({ self: { role, personId } as never, witnesses }, keptOut);
    for (const role of ['clerk', 'prosecutor', 'central-authority', 'attending-officer', 'auditor'] as const)
      expect([role, shown(role)]).toEqual([role, { keptOut: [], unsaid: true }]);
    // Another support officer of the case is not the one who holds contact.
    expect(shown('support-officer')).toEqual({ keptOut: [], unsaid: true });
    expect(shown('support-officer', 'h').keptOut).toHaveLength(1);
    // A judge whom it names learns it as little as anybody else.
    const named = [{ ...of('judge', 'J-2222'), why: 'plan', protects: 'W-2222' }] as const;
    const self = { role: 'judge', personId: 'p', pseudonym: 'J-2222' } as never;
    expect(shownTo({ self, witnesses }, named)).toEqual({ keptOut: [], unsaid: true });
    const ordered = [{ ...of('observer', 'O-2222'), why: 'order', protects: 'W-2222' }] as const;
    expect(shownTo({ self: { role: 'clerk', personId: 'p' } as never, witnesses }, ordered).unsaid).toBe(
      false,
    );
    expect(
      shownTo({ self: { role: 'central-authority', personId: 'p' } as never, witnesses }, ordered).unsaid,
    ).toBe(true);
  });
});
