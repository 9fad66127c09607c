import { beforeEach, describe, expect, test } from 'vitest';
import { repair } from '../../functions/notices/repair.ts';
import { fallDue } from '../../functions/notices/fall-due.ts';
import { syncNotices } from '../../functions/notices/sync-notices.ts';
import { requestsApp } from '../../functions/requests/routes.ts';
import { witnessesApp } from '../../functions/witnesses/routes.ts';
import { follow } from '../support/followed.ts';
import { actorOf, ask, contextOver } from '../support/in-process.ts';
import { gateBodies } from '../support/interview.ts';
import { now, type PreparedCase } from '../support/prepared-case.ts';
import { cancel } from '../support/session-verbs.ts';
import { local } from './booked-office.ts';
import { booked, everyNoticeIn, newNoticeOffice, noticesIn, textOf, type NoticeOffice } from './office.ts';

/** Those whose turn it is are told at once and chased; a fall is told to everybody whose time it frees, once. */

let office: NoticeOffice;
let sessionId: string;
beforeEach(async () => {
  office = await newNoticeOffice();
  sessionId = await booked(office, local);
});

const turnsOf = async (kind: 'your-turn' | 'gate-missing' = 'your-turn') =>
  (await everyNoticeIn(office, sessionId))
    .filter((each) => each.kind === kind)
    .map(({ seat }) => seat)
    .toSorted();
const news = async () =>
  (await noticesIn(office, sessionId))
    .filter(({ kind }) => kind === 'halted' || kind === 'resumed')
    .map(({ kind, seat }) => `${kind} ${seat}`)
    .toSorted();

type Who = keyof PreparedCase['people'];
async function say(road: string, body: object = {}, who: Who = 'support-officer'): Promise<void> {
  const { prepared, store } = office;
  const path = `/api/witnesses/${prepared.caseId}/${prepared.witness}/${road}`;
  const told = await ask(
    witnessesApp(contextOver(store, now)),
    actorOf(prepared.people[who]),
    'POST',
    path,
    body,
  );
  expect(told.status, JSON.stringify(told.body)).toBe(201);
  await look();
}
async function permit(more: object): Promise<void> {
  const { prepared, store } = office;
  const path = `/api/requests/${prepared.caseId}/${prepared.witness}/permission`;
  const by = actorOf(prepared.people['central-authority']);
  const told = await ask(requestsApp(contextOver(store, now)), by, 'POST', path, more);
  expect(told.status, JSON.stringify(told.body)).toBe(201);
  await look();
}
async function look(): Promise<void> {
  await follow(office.store, office.prepared);
  await syncNotices(office.context, sessionId);
}
const { decision: _, legalBasis, reference, receivedOn, decidedOn } = gateBodies.permission;
const refusal = {
  decision: 'refused',
  legalBasis,
  reference,
  receivedOn,
  decidedOn,
  ground: 'excessive-burden',
};
const everySeat = ['clerk', 'interpreter', 'prosecutor', 'support-officer', 'witness'];

describe('whoever’s turn it is', () => {
  test('is told at once when a session is booked, once, and nothing of what it is', async () => {
    expect(await turnsOf()).toEqual(['central-authority', 'clerk', 'support-officer']);
    await syncNotices(office.context, sessionId);
    expect(await turnsOf()).toHaveLength(3);
    for (const message of office.post.turns)
      expect(textOf(message)).not.toMatch(/consent|plan|permission|interpreter|witness|Yangon|Myanmar/i);
    const officer = office.addressOf(office.prepared.people['support-officer'].personId);
    expect(textOf(office.post.turns.find(({ to }) => to === officer) ?? { mime: '' })).toContain(
      '09:00–10:00',
    );
  });

  test('is told when something new comes to wait: the prosecutor’s word on a plan', async () => {
    await say('risk-plan', gateBodies.riskPlan);
    expect(await turnsOf()).toEqual(['central-authority', 'clerk', 'prosecutor', 'support-officer']);
    await say('risk-plan/word', { decision: 'go', plan: 1 }, 'prosecutor');
    expect(await turnsOf()).toHaveLength(4);
    // What happened is the witness's own; that there is something to do again is told anew.
    await say('risk-plan/review', { trigger: 'threat' });
    expect((await turnsOf()).filter((seat) => seat === 'support-officer')).toHaveLength(2);
  });

  test('is chased before the deadline, after it, and before the session, by a clock that tells no place', async () => {
    const rung = [...office.clockwork.turns.values()].map(
      ({ at, call }) => `${call.due.who?.[0] ?? ''} ${at}`,
    );
    // The host State's authority, by its clock in Yangon: around the deadline on 18 March, and in the last working days before.
    const theirs = rung.filter((each) => each.startsWith('H')).toSorted();
    expect(theirs.slice(0, 3)).toEqual([
      'H 2027-03-16T02:30:00.000Z',
      'H 2027-03-17T02:30:00.000Z',
      'H 2027-03-19T02:30:00.000Z',
    ]);
    expect(theirs.length).toBeGreaterThan(5);
    expect(theirs.slice(3).every((each) => each > 'H 2027-03-19' && each < 'H 2027-04-01')).toBe(true);
    const [first] = [...office.clockwork.turns.values()]
      .filter(({ call }) => call.due.who?.startsWith('H') === true)
      .toSorted((a, b) => (a.at < b.at ? -1 : 1));
    office.setNow(first?.at ?? '');
    if (first !== undefined) await fallDue(office.context, first.call);
    expect(await turnsOf('gate-missing')).toEqual(['central-authority']);
    if (first !== undefined) await fallDue(office.context, first.call);
    expect(await turnsOf('gate-missing')).toHaveLength(1);
  });

  test('is chased no more once it is done, also by an alarm that rings late', async () => {
    const hers = [...office.clockwork.turns.values()].find(
      ({ call }) => call.due.who?.startsWith('S') === true,
    );
    await say('consent', gateBodies.consent);
    await say('risk-plan', gateBodies.riskPlan);
    office.setNow(hers?.at ?? '');
    if (hers !== undefined) await fallDue(office.context, hers.call);
    expect(await turnsOf('gate-missing')).toEqual([]);
  });

  test('is told of nothing once the session is cancelled', async () => {
    await cancel(office.prepared, sessionId);
    await syncNotices(office.context, sessionId);
    expect(office.clockwork.turns.size).toBe(0);
  });
});

describe('a fall', () => {
  test('scenario 13: refused, and everybody whose time it frees is told once, the witness through her officer', async () => {
    await permit(refusal);
    expect(await news()).toEqual(everySeat.map((seat) => `halted ${seat}`));
    await syncNotices(office.context, sessionId);
    await repair(office.context);
    expect(await news()).toHaveLength(5);
    const hers = (await noticesIn(office, sessionId)).find(
      ({ kind, seat }) => kind === 'halted' && seat === 'witness',
    );
    expect(hers).toMatchObject({ through: 'support-officer', audience: 'officer' });
    const text = textOf(hers?.mail ?? { mime: '' });
    expect(text).toContain('nobody’s fault');
    expect(text).not.toMatch(/refus|permission|State|withdr|consent/i);
  });

  test('of any of the three is told, and that it is taken back: each once', async () => {
    await say('withdrawal');
    expect(await news()).toHaveLength(5);
    await say('risk-plan', { ...gateBodies.riskPlan, decision: 'no-go' });
    expect(await news()).toHaveLength(5);
    await say('consent', gateBodies.consent);
    expect(await news()).toHaveLength(5);
    // Made anew it still waits for its second word.
    await say('risk-plan', gateBodies.riskPlan);
    expect(await news()).toHaveLength(5);
    await say('risk-plan/word', { decision: 'go', plan: 2 }, 'prosecutor');
    expect(await news()).toEqual([
      ...everySeat.map((seat) => `halted ${seat}`),
      ...everySeat.map((seat) => `resumed ${seat}`),
    ]);
  });

  test('of a permission that stood is one; that it was never there is none', async () => {
    expect(await news()).toEqual([]);
    await permit(gateBodies.permission);
    expect(await news()).toEqual([]);
    await permit({ decision: 'postponed', legalBasis, reference, receivedOn, decidedOn });
    expect(await news()).toHaveLength(5);
  });

  test('is reminded of by nobody: who need not come is not asked to', async () => {
    await permit(refusal);
    office.setNow('2027-03-30T02:41:00.000Z');
    await repair(office.context);
    await repair(office.context);
    expect((await noticesIn(office, sessionId)).filter(({ kind }) => kind === 'reminder')).toEqual([]);
  });

  test('that goes to and fro wears nobody out', async () => {
    for (let times = 0; times < 14; times += 1) {
      await permit(refusal);
      await permit(gateBodies.permission);
    }
    expect((await news()).filter((each) => each.endsWith(' clerk'))).toHaveLength(20);
  });
});
