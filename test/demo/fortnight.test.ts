import { describe, expect, it } from 'vitest';
import { readCase } from '../../functions/cases/contract.ts';
import { readPermission } from '../../functions/requests/contract.ts';
import { listOwnSessions, readSession } from '../../functions/sessions/contract.ts';
import type { AnswerOf } from '../../functions/shared/http/contract.ts';
import { setWorkingTimes } from '../../infra/local/demo-calendars.ts';
import { demoCases, openDemoCase, type Cast } from '../../infra/local/demo-cases.ts';
import { makeFortnight } from '../../infra/local/demo-fortnight.ts';
import { demoFurtherStaff, demoStaff } from '../../infra/local/demo-staff.ts';
import { follow } from '../support/followed.ts';
import { demoInMemory } from './in-memory.ts';

type OwnSession = AnswerOf<typeof listOwnSessions>['sessions'][number];

/** What stands on the lists of those whom `npm start` introduces, soonest first. */
async function listed({
  as,
}: Cast): Promise<{ sessions: readonly OwnSession[]; rooms: ReadonlySet<string> }> {
  const lists = await Promise.all(
    [...demoStaff, ...demoFurtherStaff].map((name) => as[name](listOwnSessions)),
  );
  const all = new Map(lists.flatMap(({ sessions }) => sessions).map((one) => [one.sessionId, one]));
  const rooms = lists.flatMap((list) => list.sessions.flatMap((one) => one.rooms));
  return {
    sessions: [...all.values()].toSorted((one, other) => (one.start < other.start ? -1 : 1)),
    // A room at a protected site has a name for those alone who may know it.
    rooms: new Set(rooms.flatMap(({ label }) => label ?? [])),
  };
}

async function fortnightFrom(now: Date) {
  const cast = await demoInMemory(now);
  await setWorkingTimes(cast);
  const [first, lao, vietnamese] = [
    await openDemoCase(cast, demoCases.first, now),
    await openDemoCase(cast, demoCases.lao, now),
    await openDemoCase(cast, demoCases.vietnamese, now),
  ];
  const said: string[] = [];
  await makeFortnight(cast, { first, lao, vietnamese }, now, (words) => said.push(words));
  // What the stream does: doors follow what stands for whoever is heard.
  for (const [caseId, by] of [
    [first, 'prosecutor'],
    [lao, 'prosecutor'],
    [vietnamese, 'prosecutor-vietnamese'],
  ] as const) {
    const { witnesses } = await cast.as[by](readCase, { params: { caseId } });
    for (const { pseudonym } of witnesses) await follow(cast.store, { caseId, witness: pseudonym }, now);
  }
  return { cast, first, vietnamese, ...(await listed(cast)), said };
}

const days = (count: number) => count * 24 * 3_600_000;

/** Whenever somebody starts the demonstration. */
describe.each([
  ['in the night of a Saturday', '2026-11-28T18:30:00.000Z'],
  ['on a Monday morning', '2026-11-30T02:00:00.000Z'],
  ['on a Wednesday at noon', '2026-12-02T05:07:13.000Z'],
  ['before the new year', '2026-12-24T09:59:00.000Z'],
  ['before the water festivals of April', '2027-04-08T03:00:00.000Z'],
])('a fortnight begun %s', (_, start) => {
  const now = new Date(start);

  it('is whole, and soon', async () => {
    const { sessions, rooms, said } = await fortnightFrom(now);
    expect(sessions.map(({ kind, status }) => `${kind} ${status}`).toSorted()).toEqual([
      'central-authority-meeting ready',
      'deposition held',
      'interview booked',
      'interview booked',
      'interview booked',
      'interview cancelled',
      'interview ready',
      'interview ready',
      'preparation-visit ready',
      'rehearsal booked',
      'rehearsal ended',
      'testimony booked',
      'testimony booked',
    ]);
    expect(new Set(sessions.map(({ reference }) => reference)).size).toBe(3);
    expect(sessions.filter((each) => each.days.length === 3)).toHaveLength(1);
    expect(Date.parse(sessions[0]?.start ?? '') - now.getTime()).toBeLessThan(3_600_000);
    expect(Date.parse(sessions.at(-1)?.end ?? '') - now.getTime()).toBeLessThan(days(30));
    expect(rooms).toEqual(new Set(['Child-friendly room', 'Interview room', 'Quiet room', 'Video room 1']));
    expect(said.at(-1)).toBe('a fortnight of sessions, 14 of 14');
  }, 15_000);
});

describe('the two whole cases', () => {
  const now = new Date('2026-12-02T05:07:13.000Z');
  const seatsOf = async ({ as }: Cast, by: 'clerk' | 'clerk-vietnamese', sessionId: string) =>
    (await as[by](readSession, { params: { sessionId } })).seats.map(({ seat }) => seat);

  it('has two victims in Myanmar, each with their own permission, an accused, and counsel whom the court admitted', async () => {
    const { cast, first, sessions } = await fortnightFrom(now);
    const { witnesses, parties, members } = await cast.as.clerk(readCase, { params: { caseId: first } });
    const accused = parties.find(({ role }) => role === 'accused')?.pseudonym;
    expect(members.find(({ role }) => role === 'defence-counsel')?.for).toBe(accused);
    const before = await Promise.all(
      witnesses.map(({ pseudonym }) =>
        cast.as['central-authority'](readPermission, { params: { caseId: first, party: pseudonym } }),
      ),
    );
    // Of the first victim the host State decides as the session is made that stands ready at each start.
    expect(before.filter(({ permission }) => permission?.decision.decision === 'granted')).toHaveLength(1);
    const hearing = sessions.find((one) => one.kind === 'testimony' && one.days.length === 3);
    expect(new Set(await seatsOf(cast, 'clerk', hearing?.sessionId ?? ''))).toEqual(
      new Set([
        'judge',
        'attending-officer',
        'clerk',
        'prosecutor',
        'defence-counsel',
        'accused',
        'witness',
        'support-officer',
        'interpreter',
      ]),
    );
  });

  it('has a child with a guardian who is heard by link, and a grown-up for whom writing alone is allowed, and what was before', async () => {
    const { cast, vietnamese, sessions } = await fortnightFrom(now);
    const params = { caseId: vietnamese };
    const { witnesses, parties } = await cast.as['support-officer-khmer'](readCase, { params });
    expect(witnesses.map(({ capacity }) => capacity)).toEqual(['child', 'victim']);
    const ready = sessions.find(
      ({ kind, status, reference }) =>
        reference === 'VKS 96/2026' && kind === 'interview' && status === 'ready',
    );
    expect(await seatsOf(cast, 'clerk-vietnamese', ready?.sessionId ?? '')).toContain('guardian');
    expect(parties.map(({ role, for: child }) => [role, child])).toEqual([
      ['guardian', witnesses[0]?.pseudonym],
    ]);
    const { permission, before } = await cast.as['central-authority-khmer'](readPermission, {
      params: { ...params, party: witnesses[1]?.pseudonym ?? '' },
    });
    const ways = [permission, ...before].map(
      (each) => each?.decision.decision === 'granted' && each.decision.modalities,
    );
    expect(ways).toEqual([['written-questions'], ['live', 'written-questions']]);
  });
});
