import { describe, expect, it } from 'vitest';
import type { SessionKind } from '../../functions/sessions/port/kinds.ts';
import type { Item } from '../../functions/shared/store/store.ts';
import { doorKey } from '../../functions/sessions/port/door.ts';
import { bench, device, hearing, type Hearing, type SeatName } from './hearing.ts';

/** Who opens a room, lets people in, puts them out and ends it: of a visit, a rehearsal and a debrief the support officer. */

const withoutCourt = { clerk: undefined, prosecutor: undefined };
const held = (kind: SessionKind): Promise<Hearing> =>
  hearing(undefined, kind === 'rehearsal' ? {} : withoutCourt, kind);
const code = async (told: Promise<{ body: { code?: string } }>) => (await told).body.code;

describe.each(['preparation-visit', 'rehearsal', 'debrief'] as const)('a %s', (kind) => {
  it('is opened, run and ended by the support officer', async () => {
    const here = await held(kind);
    await here.arrive('witness');
    await here.arrive('interpreter');
    expect(await here.post('support-officer', 'opening')).toMatchObject({
      status: 201,
      body: { phase: 'open', runs: true },
    });
    const letIn = await here.post('support-officer', 'admissions', { seat: 'witness' });
    expect(letIn.status).toBe(201);
    expect(letIn.body.seats.find(({ seat }: { seat: string }) => seat === 'witness')).toMatchObject({
      state: 'admitted',
      device,
    });
    expect((await here.post('witness', 'passes')).status).toBe(201);
    expect((await here.post('support-officer', 'admissions', { seat: 'interpreter' })).status).toBe(201);
    expect((await here.post('support-officer', 'removals', { seat: 'interpreter' })).status).toBe(201);
    expect((await here.post('witness', 'pauses', { kind: 'stop' })).status).toBe(201);
    expect((await here.post('witness', 'resumptions')).status).toBe(201);
    expect(await here.post('support-officer', 'ending')).toMatchObject({
      status: 201,
      body: { phase: 'ended' },
    });
    expect((await here.actions()).filter((action) => /^(room.opened|session.ended)$/.test(action))).toEqual([
      'room.opened',
      'session.ended',
    ]);
  });

  it('has its guests invited by the support officer', async () => {
    const here = await held(kind);
    for (const seat of ['witness', 'interpreter'])
      expect((await here.post('support-officer', 'invitations', { seat, language: 'my' })).status).toBe(201);
  });

  it('is run by nobody who only takes part', async () => {
    const here = await held(kind);
    const others: SeatName[] = [
      'witness',
      'interpreter',
      ...(kind === 'rehearsal' ? (['prosecutor'] as const) : []),
    ];
    for (const seat of others) {
      expect(await code(here.post(seat, 'opening'))).toBe('not-your-role');
      expect((await here.view(seat)).body.runs).toBeUndefined();
    }
    await here.post('support-officer', 'opening');
    for (const seat of others)
      for (const [verb, body] of [
        ['admissions', { seat: 'witness' }],
        ['removals', { seat: 'support-officer' }],
        ['acknowledgements', {}],
        ['ending', {}],
      ] as const)
        expect(await code(here.post(seat, verb, body))).toBe('not-your-role');
  });
});

describe('a rehearsal', () => {
  it('can be run by the clerk too, and neither of the two puts the other out', async () => {
    const here = await held('rehearsal');
    await here.arrive('support-officer');
    expect((await here.post('clerk', 'opening')).status).toBe(201);
    expect((await here.post('clerk', 'admissions', { seat: 'support-officer' })).status).toBe(201);
    expect(await code(here.post('support-officer', 'removals', { seat: 'clerk' }))).toBe('not-your-role');
    expect(await code(here.post('clerk', 'removals', { seat: 'support-officer' }))).toBe('not-your-role');
    expect((await here.post('support-officer', 'ending')).status).toBe(201);
  });

  it('lets a clerk learn nothing of her invitation', async () => {
    const here = await held('rehearsal');
    expect(await code(here.post('clerk', 'invitations', { seat: 'witness', language: 'my' }))).toBe(
      'not-your-role',
    );
  });
});

describe.each(['interview', 'deposition', 'testimony'] as const)('a hearing: %s', (kind) => {
  it('is the clerk’s: a support officer neither opens it nor lets in, puts out, notes, invites others or ends it', async () => {
    const here = await hearing(undefined, {}, kind);
    await here.arrive('interpreter');
    expect(await code(here.post('support-officer', 'opening'))).toBe('not-your-role');
    expect((await here.post('clerk', 'opening')).status).toBe(201);
    const before = here.versions();
    for (const [verb, body] of [
      ['opening', {}],
      ['admissions', { seat: 'interpreter' }],
      ['removals', { seat: 'interpreter' }],
      ['acknowledgements', {}],
      ['invitations', { seat: 'interpreter', language: 'my' }],
      ['ending', {}],
    ] as const)
      expect([verb, await code(here.post('support-officer', verb, body))]).toEqual([verb, 'not-your-role']);
    expect(here.versions()).toEqual(before);
    const { body } = await here.view('support-officer');
    expect(body.runs).toBeUndefined();
    expect(JSON.stringify(body.seats)).not.toContain('device');
  });
});

describe('a hearing before a court', () => {
  const before = (kind: SessionKind) => hearing(undefined, bench, kind);

  it('is opened, run, paused and ended by the judge who presides, as by its clerk', async () => {
    const here = await before('testimony');
    for (const seat of ['witness', 'interpreter', 'clerk'] as const) await here.arrive(seat);
    expect(await here.post('judge', 'opening')).toMatchObject({
      status: 201,
      body: { phase: 'open', runs: true },
    });
    for (const seat of ['witness', 'interpreter', 'clerk'] as const)
      expect((await here.post('judge', 'admissions', { seat })).status).toBe(201);
    expect((await here.post('judge', 'removals', { seat: 'interpreter' })).status).toBe(201);
    expect((await here.post('judge', 'pauses', { kind: 'pause' })).body.phase).toBe('paused');
    // A pause is that seat's: the clerk goes on for nobody.
    expect(await code(here.post('clerk', 'resumptions'))).toBe('not-yours-to-resume');
    expect((await here.post('judge', 'resumptions')).body.phase).toBe('open');
    // Neither puts out the other, and the witness is invited by nobody but the officer beside them.
    expect(await code(here.post('judge', 'removals', { seat: 'clerk' }))).toBe('not-your-role');
    expect(await code(here.post('clerk', 'removals', { seat: 'judge' }))).toBe('not-your-role');
    for (const seat of ['witness', 'interpreter'])
      expect(await code(here.post('judge', 'invitations', { seat, language: 'my' }))).toBe('not-your-role');
    expect((await here.post('judge', 'ending')).body.phase).toBe('ended');
  });

  it('is run by no judge who only sits', async () => {
    const here = await before('testimony');
    await here.arrive('judge');
    const key = doorKey(here.sessionId);
    const [door = {}] = await here.memory.get([key]);
    const given = (door as Item)['seats'] as { seat: string; pseudonym: string; personId?: string }[];
    const seats = given.map(({ seat, pseudonym, personId }) => ({ seat, pseudonym, personId }));
    await here.memory.write([
      { kind: 'update', key, set: { seats }, when: { version: 1 }, onRefused: 'retry' },
    ]);
    expect(await code(here.post('judge', 'opening'))).toBe('not-your-role');
    expect((await here.post('clerk', 'opening')).status).toBe(201);
    expect((await here.post('clerk', 'admissions', { seat: 'judge' })).status).toBe(201);
    expect((await here.view('judge')).body.runs).toBeUndefined();
    for (const [verb, body] of [
      ['admissions', { seat: 'witness' }],
      ['removals', { seat: 'witness' }],
      ['acknowledgements', {}],
      ['pauses', { kind: 'pause' }],
      ['resumptions', {}],
      ['ending', {}],
    ] as const)
      expect([verb, await code(here.post('judge', verb, body))]).toEqual([verb, 'not-your-role']);
  });

  it('no judge runs what is no court’s: an interview is its clerk’s', async () => {
    const here = await before('interview');
    expect(await code(here.post('judge', 'opening'))).toBe('not-your-role');
  });
});
