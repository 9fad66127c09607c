import { beforeAll, describe, expect, it } from 'vitest';
import * as cases from '../../../functions/cases/contract.ts';
import * as requests from '../../../functions/requests/contract.ts';
import * as booking from '../../../functions/sessions/booking/contract.ts';
import * as sessions from '../../../functions/sessions/contract.ts';
import * as witnesses from '../../../functions/witnesses/contract.ts';
import type { GateName } from '../../../functions/sessions/port/gates.ts';
import { demoCases, openDemoCase } from '../../../infra/local/demo-cases.ts';
import { demoConsent, demoPlan } from '../../../infra/local/demo-consent.ts';
import { allGates, approvePlan, granted, permit, recordConsent } from '../../../infra/local/demo-gates.ts';
import { casePeople, refusalOf, type CasePeople, peopleOfFirst } from '../../support/case-people.ts';
import { comesIn, guestOf, insidePass, staffOf, verdictOn, type Comer } from '../../support/case-room.ts';
import { bangkokIn, device, expectDone, room, view } from '../../support/interview.ts';
import { actionsOf } from '../../support/session-log.ts';
import { deployedStack } from '../../support/stack.ts';

/**
 * A whole case: a Thai prosecution with two victims who have returned to Myanmar, an accused in Bangkok with counsel, and an
 * interpreter in Sydney; carried over the deployed functions from its opening to logs that a foreign court can check.
 */

const stack = deployedStack();
const api = stack.apiUrl;
const given = demoCases.first;
const now = new Date();
let people: CasePeople;
let caseId = '';
/** Pseudonyms of the two victims and the accused. */
let [one, other, accused] = ['', '', ''];
/** The hearing of the first before a court, and the interview of the second, whose rooms are open at the same time. */
let [hearing, interview] = ['', ''];
const guests = new Map<string, Comer>();

beforeAll(async () => {
  people = await casePeople(stack, peopleOfFirst);
}, 60_000);

const inCase = () => ({ params: { caseId } });
const about = (party: string) => ({ caseId, party });
const stand = async (sessionId: string, asked: GateName) => {
  const { gates } = await people.as.clerk(sessions.readSession, { params: { sessionId } });
  return gates.find(({ gate }) => gate === asked)?.state;
};

describe('the case', () => {
  it('is opened, taken by each agency, and has two victims, an accused, and counsel whom the court admitted', async () => {
    caseId = await openDemoCase(people, given, now);
    const file = await people.as.clerk(cases.readCase, inCase());
    [one, other] = file.witnesses.map(({ pseudonym }) => pseudonym) as [string, string];
    accused = file.parties.find(({ role }) => role === 'accused')?.pseudonym ?? '';
    expect(file.members.find(({ role }) => role === 'defence-counsel')?.for).toBe(accused);
    expect(file.witnesses.map(({ capacity }) => capacity)).toEqual(['victim', 'victim']);
    // Where they are is their holder's and the attending officer's to know, and nobody's at the court.
    expect(file.witnesses.map(({ zone }) => zone)).toEqual([undefined, undefined]);
    const { as, ids } = people;
    const admission = { ...inCase(), body: { personId: ids['defence-counsel'], for: one } };
    expect(await refusalOf(as.judge(cases.admitCounsel, admission))).toBe('does-not-fit');
    expect(await refusalOf(as.prosecutor(cases.admitCounsel, admission))).toBe('not-your-role');
    expect(await refusalOf(as['defence-counsel'](cases.readCase, inCase()))).toBe('not-your-role');
  });

  it('has sessions at the same hour with other people: the court books its hearing, the prosecutor the interview', async () => {
    const { as, ids } = people;
    const parts = [{ kind: 'main' as const, at: 0, minutes: 30 }];
    const withHer = (victim: string, interpreter: string) => [
      { seat: 'prosecutor' as const, ids: [ids.prosecutor] },
      { seat: 'clerk' as const, ids: [ids.clerk] },
      { seat: 'support-officer' as const, ids: [ids['support-officer']] },
      { seat: 'witness' as const, ids: [victim] },
      { seat: 'interpreter' as const, ids: [interpreter] },
    ];
    const court = {
      caseId,
      kind: 'testimony' as const,
      days: [{ local: bangkokIn(2) }],
      zone: given.zone,
      parts,
      seats: [
        ...withHer(one, ids.interpreter),
        { seat: 'judge' as const, ids: [ids.judge] },
        { seat: 'defence-counsel' as const, ids: [ids['defence-counsel']] },
        { seat: 'accused' as const, ids: [accused] },
      ],
    };
    expect(await refusalOf(as.prosecutor(booking.bookSession, { body: court }))).toBe('not-your-role');
    hearing = (await as.clerk(booking.bookSession, { body: court })).sessionId;
    const body = { ...court, kind: 'interview' as const, days: [{ local: bangkokIn(40) }] };
    const seats = withHer(other, ids['second-interpreter']);
    const twice = { ...body, days: court.days, seats };
    expect(await refusalOf(as.prosecutor(booking.bookSession, { body: twice }))).toBe('already-booked');
    interview = (await as.prosecutor(booking.bookSession, { body: { ...body, seats } })).sessionId;
  });
});

describe('before the door', () => {
  it('consent needs all that makes it one, and stands for its giver alone', async () => {
    const { as } = people;
    const full = demoConsent('my', 'TH', now);
    const { teachBack: _, ...notUnderstood } = full;
    const withoutPlan = () =>
      as['support-officer'](witnesses.recordConsent, { params: about(one), body: notUnderstood });
    expect(await refusalOf(withoutPlan())).toBe('consent-missing');
    await recordConsent(people, given, { sessionId: hearing, ...about(one) }, now);
    await expect.poll(() => stand(hearing, 'consent'), { timeout: 15_000 }).toBe('open');
    expect(await stand(interview, 'consent')).toBe('missing');
  });

  it('a plan needs the word of both, and a no of the prosecutor closes it', async () => {
    const { as } = people;
    const params = about(one);
    const { gate, plan } = await as['support-officer'](witnesses.approveRiskPlan, {
      params,
      body: demoPlan(now, 'Asia/Yangon'),
    });
    expect(gate).toBe('missing');
    const say = (decision: 'go' | 'no-go') =>
      as.prosecutor(witnesses.decideOnRiskPlan, { params, body: { decision, plan } });
    expect((await say('no-go')).gate).toBe('refused');
    await expect.poll(() => stand(hearing, 'riskPlan'), { timeout: 15_000 }).toBe('refused');
    await approvePlan(people, given, { sessionId: hearing, ...params }, now);
    await expect.poll(() => stand(hearing, 'riskPlan'), { timeout: 15_000 }).toBe('open');
    // A go is for the plan that was read, and for none that came after it.
    expect(await refusalOf(say('go'))).toBe('changed-meanwhile');
  });

  it('the host State alone permits, each victim for herself, and its conditions name who may be in the room', async () => {
    const { as } = people;
    const { members } = await as.clerk(cases.readCase, inCase());
    const persons = members.flatMap(({ role, pseudonym }) => (role === 'judge' ? [] : [pseudonym]));
    const body = {
      ...granted(given, now, ['live', 'written-questions']),
      conditions: ['attending-officer-present' as const, 'named-persons-only' as const],
      persons,
    };
    const thai = as['central-authority-thai'];
    const decide = { params: about(one), body };
    expect(await refusalOf(thai(requests.recordPermission, decide))).toBe('host-state-decides');
    await as['central-authority'](requests.recordPermission, decide);
    await permit(people, given, { sessionId: interview, ...about(other) }, now);
  });

  it('every gate is opened by those whose turn it is, and both sessions are ready', async () => {
    for (const [sessionId, party] of [
      [hearing, one],
      [interview, other],
    ] as const)
      for (const open of allGates.filter((gate) => gate !== permit))
        await open(people, given, { sessionId, caseId, party }, now);
    for (const sessionId of [hearing, interview])
      await expect
        .poll(async () => (await people.as.clerk(sessions.readSession, { params: { sessionId } })).status, {
          timeout: 20_000,
        })
        .toBe('ready');
  });
});

describe('in the rooms', () => {
  const at = (sessionId: string) => ({ api, sessionId });
  const staff = (name: Parameters<typeof staffOf>[1]) => staffOf(people, name);

  it('nobody speaks before the host State’s officer has come, who is let in first', async () => {
    const clerk = staff('clerk');
    expect((await room(at(hearing), clerk, 'opening')).code).toBe('not-confirmed-today');
    expectDone(await room(at(hearing), staff('support-officer'), 'today', { takesPart: 'yes' }));
    expect((await room(at(hearing), clerk, 'opening')).code).toBe('condition-not-kept');
    const officer = staff('attending-officer');
    expectDone(await room(at(hearing), officer, 'arrivals', device));
    expectDone(await room(at(hearing), clerk, 'opening'));
    expectDone(await room(at(hearing), clerk, 'admissions', { seat: 'attending-officer' }));
  });

  it('exactly those who may have a pass: not whom the host State did not name; the accused’s side to a room of their own', async () => {
    guests.set('witness', await guestOf(at(hearing), people, 'support-officer', 'witness'));
    guests.set('interpreter', await guestOf(at(hearing), people, 'clerk', 'interpreter'));
    guests.set('accused', await guestOf(at(hearing), people, 'clerk', 'accused'));
    const comers: Readonly<Record<string, Comer>> = {
      ...Object.fromEntries(guests),
      prosecutor: staff('prosecutor'),
      'support-officer': staff('support-officer'),
      judge: staff('judge'),
      'defence-counsel': staff('defence-counsel'),
    };
    const came: Record<string, string | number> = {};
    const rooms: Record<string, string> = {};
    for (const [seat, who] of Object.entries(comers)) {
      const pass = await comesIn(at(hearing), staff('clerk'), seat, who);
      came[seat] = pass.code ?? pass.status;
      if (pass.status !== 201) continue;
      const { video, name, metadata } = insidePass(pass);
      expect([name, metadata]).toEqual([undefined, undefined]);
      rooms[seat] = (video as { room: string }).room;
      expect(JSON.stringify(video)).not.toContain(caseId);
      expect(video).not.toHaveProperty('roomRecord');
    }
    expect(came).toEqual({
      witness: 201,
      interpreter: 201,
      accused: 'condition-not-kept',
      prosecutor: 201,
      'support-officer': 201,
      judge: 'condition-not-kept',
      'defence-counsel': 201,
    });
    // She waits with those who go with her until she is called.
    expect(rooms['witness']).toBe(rooms['support-officer']);
    expect(new Set(Object.values(rooms)).size).toBe(3);
  });

  it('a pause of hers takes the room from all, and she alone says when it goes on', async () => {
    const her = guests.get('witness') ?? {};
    expectDone(await room(at(hearing), her, 'pauses', { kind: 'pause' }));
    expect((await room(at(hearing), staff('prosecutor'), 'passes')).code).toBe('room-paused');
    expect((await room(at(hearing), staff('clerk'), 'resumptions')).code).toBe('not-yours-to-resume');
    expectDone(await room(at(hearing), her, 'resumptions'));
    expectDone(await room(at(hearing), staff('prosecutor'), 'passes'));
  });

  it('the other victim withdraws in the middle of hers: her room is gone, and the hearing of the first goes on', async () => {
    const clerk = staff('clerk');
    expectDone(await room(at(interview), staff('support-officer'), 'today', { takesPart: 'yes' }));
    expectDone(await room(at(interview), clerk, 'opening'));
    const her = await guestOf(at(interview), people, 'support-officer', 'witness');
    expectDone(await comesIn(at(interview), clerk, 'witness', her));
    expectDone(await room(at(interview), her, 'withdrawal'));
    expect((await room(at(interview), her, 'passes')).status).not.toBe(201);
    expect((await room(at(interview), clerk, 'passes')).code).toBe('gates-closed');
    await expect
      .poll(async () => (await view(at(interview), clerk)).body.phase, { timeout: 15_000 })
      .toBe('closed');
    expect(await stand(interview, 'consent')).toBe('refused');
    expectDone(await room(at(hearing), guests.get('witness') ?? {}, 'passes'));
    expect(await stand(hearing, 'consent')).toBe('open');
  });

  it('the clerk ends it, and nobody comes in any more', async () => {
    expectDone(await room(at(hearing), staff('clerk'), 'ending'));
    for (const who of [staff('prosecutor'), guests.get('witness') ?? {}])
      expect((await room(at(hearing), who, 'passes')).code).toBe('room-ended');
  });
});

describe('afterwards', () => {
  it('the case’s log and both sessions’ are taken away, and a foreign court finds them intact', async () => {
    const token = people.tokens.prosecutor ?? '';
    for (const path of [`case-logs/${caseId}`, `logs/${hearing}`, `logs/${interview}`])
      expect([path, await verdictOn(api, path, token)]).toEqual([path, 'intact']);
    const said = await actionsOf(stack, hearing);
    for (const action of ['session.booked', 'gate.moved', 'room.opened', 'room.paused', 'session.ended'])
      expect(said).toContain(action);
    const defence = people.tokens['defence-counsel'] ?? '';
    expect(await verdictOn(api, `logs/${hearing}`, defence)).toBe('intact');
  });
});
