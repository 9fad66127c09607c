import { beforeAll, describe, expect, it } from 'vitest';
import * as cases from '../../../functions/cases/contract.ts';
import * as requests from '../../../functions/requests/contract.ts';
import * as otherWay from '../../../functions/requests/other-way/contract.ts';
import * as booking from '../../../functions/sessions/booking/contract.ts';
import * as sessions from '../../../functions/sessions/contract.ts';
import * as witnesses from '../../../functions/witnesses/contract.ts';
import { demoCases, openDemoCase } from '../../../infra/local/demo-cases.ts';
import { demoConsent, ofChild } from '../../../infra/local/demo-consent.ts';
import { allGates, permit, permitInWriting, recordConsent } from '../../../infra/local/demo-gates.ts';
import { casePeople, refusalOf, type CasePeople } from '../../support/case-people.ts';
import { comesIn, guestOf, staffOf, verdictOn, type Comer } from '../../support/case-room.ts';
import { bangkokIn, device, expectDone, room, view } from '../../support/interview.ts';
import { entriesOf, deedsOf } from '../../support/session-log.ts';
import { deployedStack } from '../../support/stack.ts';

/**
 * A whole case: a prosecution in Viet Nam with a child in Cambodia, who is heard with a guardian; the host State allows a live
 * link first, and then written questions alone. Over the deployed functions, to logs that a foreign court can check.
 */

const stack = deployedStack();
const api = stack.apiUrl;
const given = demoCases.vietnamese;
const now = new Date();
let people: CasePeople;
let [caseId, child, guardian, sessionId] = ['', '', '', ''];
const guests = new Map<string, Comer>();

beforeAll(async () => {
  people = await casePeople(stack, [
    'prosecutor-vietnamese',
    'clerk-vietnamese',
    'judge-vietnamese',
    'support-officer-khmer',
    'attending-officer-khmer',
    'central-authority-khmer',
    'interpreter-khmer-vietnamese',
  ]);
}, 60_000);

const whose = () => ({ caseId, party: child });
const atDoor = () => ({ sessionId, ...whose(), isChild: true });
const read = () => people.as['clerk-vietnamese'](sessions.readSession, { params: { sessionId } });
const gateOf = async (asked: string) => (await read()).gates.find(({ gate }) => gate === asked)?.state;
const soon = { timeout: 20_000 };

describe('the case of a child', () => {
  it('is opened and taken, and the child comes with a guardian, who is the child’s alone', async () => {
    caseId = await openDemoCase(people, given, now);
    const params = { caseId };
    const { witnesses: heard, parties } = await people.as['support-officer-khmer'](cases.readCase, {
      params,
    });
    child = heard.find(({ capacity }) => capacity === 'child')?.pseudonym ?? '';
    expect(parties.map((party) => [party.role, party.for])).toEqual([['guardian', child]]);
    guardian = parties[0]?.pseudonym ?? '';
    const ofNobody = { role: 'guardian' as const, label: 'Guardian of nobody' };
    const clerk = people.as['clerk-vietnamese'];
    expect(await refusalOf(clerk(cases.nameParty, { params, body: ofNobody }))).toBe('does-not-fit');
  });

  it('has an interview to which the guardian comes', async () => {
    const { ids, as } = people;
    const body = {
      caseId,
      kind: 'interview' as const,
      // The same clock as in Ho Chi Minh City.
      days: [{ local: bangkokIn(2) }],
      zone: given.zone,
      parts: [{ kind: 'main' as const, at: 0, minutes: 30 }],
      seats: [
        { seat: 'prosecutor' as const, ids: [ids['prosecutor-vietnamese']] },
        { seat: 'clerk' as const, ids: [ids['clerk-vietnamese']] },
        { seat: 'support-officer' as const, ids: [ids['support-officer-khmer']] },
        { seat: 'interpreter' as const, ids: [ids['interpreter-khmer-vietnamese']] },
        { seat: 'witness' as const, ids: [child] },
        { seat: 'guardian' as const, ids: [guardian] },
      ],
    };
    sessionId = (await as['prosecutor-vietnamese'](booking.bookSession, { body })).sessionId;
    expect(sessionId).toMatch(/^[0-9a-z]{26}$/);
  });
});

describe('before the door', () => {
  it('nobody consents for a child alone: not without a guardian, and not against the child’s own word', async () => {
    const adult = demoConsent('km', 'VN', now);
    const full = ofChild(adult, guardian);
    const record = (body: typeof full) =>
      people.as['support-officer-khmer'](witnesses.recordConsent, { params: whose(), body });
    const { guardian: word, ...alone } = full;
    expect(await refusalOf(record(alone))).toBe('guardian-needed');
    if (word === undefined) throw new Error('A child’s consent has a guardian.');
    expect(await record({ ...full, guardian: { ...word, assent: 'no' } })).toEqual({ gate: 'refused' });
    await expect.poll(() => gateOf('consent'), soon).toBe('refused');
    await recordConsent(people, given, atDoor(), now);
    await expect.poll(() => gateOf('consent'), soon).toBe('open');
  });

  it('every gate is opened by those whose turn it is: permission for a live link, and in writing where that fails', async () => {
    for (const open of allGates) await open(people, given, atDoor(), now);
    await expect.poll(async () => (await read()).status, soon).toBe('ready');
  });
});

describe('in the room', () => {
  const at = () => ({ api, sessionId });
  const staff = (name: Parameters<typeof staffOf>[1]) => staffOf(people, name);

  it('are the child, the guardian, the interpreter and the officers, once the host State’s officer is there', async () => {
    const clerk = staff('clerk-vietnamese');
    expectDone(await room(at(), staff('support-officer-khmer'), 'today', { takesPart: 'yes' }));
    expect((await room(at(), clerk, 'opening')).code).toBe('condition-not-kept');
    expectDone(await room(at(), staff('attending-officer-khmer'), 'arrivals', device));
    expectDone(await room(at(), clerk, 'opening'));
    expectDone(await room(at(), clerk, 'admissions', { seat: 'attending-officer' }));
    guests.set('witness', await guestOf(at(), people, 'support-officer-khmer', 'witness'));
    for (const seat of ['guardian', 'interpreter'] as const)
      guests.set(seat, await guestOf(at(), people, 'clerk-vietnamese', seat));
    for (const [seat, who] of [
      ...guests,
      ['prosecutor', staff('prosecutor-vietnamese')] as const,
      ['support-officer', staff('support-officer-khmer')] as const,
    ])
      expect([seat, (await comesIn(at(), clerk, seat, who)).status]).toEqual([seat, 201]);
  });

  it('scenario 13: the host State then allows written questions alone: the link is over at once, and what it said before is kept', async () => {
    await permitInWriting(people, given, atDoor(), now);
    // From this moment, whatever the door or the room still says.
    for (const who of [staff('clerk-vietnamese'), staff('prosecutor-vietnamese')])
      expect((await room(at(), who, 'passes')).code).toBe('gates-closed');
    expect((await room(at(), guests.get('witness') ?? {}, 'passes')).status).toBe(409);
    await expect
      .poll(async () => (await view(at(), staff('clerk-vietnamese'))).body.phase, soon)
      .toBe('closed');
    expect(await gateOf('permission')).toBe('refused');
    const { permission, before } = await people.as['support-officer-khmer'](requests.readPermission, {
      params: whose(),
    });
    const ways = [permission, ...before].map((each) =>
      each?.decision.decision === 'granted' ? each.decision.modalities : each?.decision.decision,
    );
    expect(ways).toEqual([['written-questions'], ['live', 'written-questions']]);
  });

  it('scenario 13: the officer who holds contact is asked to tell the child why, is told so, and enters that the child was told', async () => {
    const officer = people.as['support-officer-khmer'];
    const waiting = async () =>
      (await officer(otherWay.listRequestTasks, {})).tasks.filter(({ party }) => party === child);
    expect(await waiting()).toMatchObject([{ caseId, task: 'tell', late: false }]);
    const logged = async () =>
      (await entriesOf(stack, caseId)).filter(({ action }) => action.startsWith('task.'));
    await expect
      .poll(async () => (await logged()).at(-1)?.details, { timeout: 90_000, interval: 1000 })
      .toMatchObject({ kind: 'task', seat: 'support-officer' });
    const { noLink } = await officer(requests.readPermission, { params: whose() });
    const told = {
      decision: noLink?.decision ?? 0,
      on: now.toISOString().slice(0, 10),
      how: 'in-person' as const,
      with: 'guardian' as const,
      language: 'km',
      took: 'The child asked whether anybody is angry.',
    };
    const prosecutor = people.as['prosecutor-vietnamese'];
    expect(await refusalOf(prosecutor(otherWay.tellOfDecision, { params: whose(), body: told }))).toBe(
      'not-your-role',
    );
    await officer(otherWay.tellOfDecision, { params: whose(), body: told });
    expect(await waiting()).toEqual([]);
    const seen = await prosecutor(requests.readPermission, { params: whose() });
    expect(seen.noLink?.told).toMatchObject({ on: told.on });
    expect(JSON.stringify(seen)).not.toContain('angry');
    expect((await deedsOf(stack, caseId)).at(-1)).toMatchObject({
      action: 'permission.told',
      actor: { role: 'support-officer' },
      subject: { kind: 'witness', ref: child },
    });
  });

  it('and a new live permission opens the same session again: nothing was cancelled meanwhile', async () => {
    await permit(people, given, atDoor(), now);
    await expect.poll(async () => (await read()).status, soon).toBe('ready');
  });

  it('the guardian says no for the child from their own page: the case is over for the child, and nobody comes in', async () => {
    expectDone(await room(at(), guests.get('guardian') ?? {}, 'withdrawal'));
    expect((await room(at(), staff('prosecutor-vietnamese'), 'passes')).code).toBe('gates-closed');
    await expect.poll(() => gateOf('consent'), soon).toBe('refused');
  });
});

describe('afterwards', () => {
  it('the case’s log and the session’s are taken away, and a foreign court finds them intact', async () => {
    const token = people.tokens['clerk-vietnamese'] ?? '';
    for (const path of [`case-logs/${caseId}`, `logs/${sessionId}`])
      expect([path, await verdictOn(api, path, token)]).toEqual([path, 'intact']);
  });
});
