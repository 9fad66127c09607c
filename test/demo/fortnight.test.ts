import { describe, expect, it } from 'vitest';
import { readCase } from '../../functions/cases/contract.ts';
import { listOwnSessions } from '../../functions/sessions/contract.ts';
import type { AnswerOf } from '../../functions/shared/http/contract.ts';
import { setWorkingTimes } from '../../infra/local/demo-calendars.ts';
import { demoCases, openDemoCase, type Cast } from '../../infra/local/demo-cases.ts';
import { makeFortnight } from '../../infra/local/demo-fortnight.ts';
import { demoStaff } from '../../infra/local/demo-staff.ts';
import { follow } from '../support/followed.ts';
import { demoInMemory } from './in-memory.ts';

type OwnSession = AnswerOf<typeof listOwnSessions>['sessions'][number];

/** What stands on the lists of those whom `npm start` introduces, soonest first. */
async function listed({ as }: Cast): Promise<readonly OwnSession[]> {
  const lists = await Promise.all(demoStaff.map((name) => as[name](listOwnSessions)));
  const all = new Map(lists.flatMap(({ sessions }) => sessions).map((one) => [one.sessionId, one]));
  return [...all.values()].toSorted((one, other) => (one.start < other.start ? -1 : 1));
}

async function fortnightFrom(now: Date) {
  const cast = await demoInMemory(now);
  await setWorkingTimes(cast);
  const [first, lao, khmer] = [
    await openDemoCase(cast, demoCases.first),
    await openDemoCase(cast, demoCases.lao),
    await openDemoCase(cast, demoCases.khmer),
  ];
  const said: string[] = [];
  await makeFortnight(cast, { first, lao, khmer }, now, (words) => said.push(words));
  // What the stream does: doors follow what stands for whoever is heard.
  for (const [caseId, by] of [
    [first, 'prosecutor'],
    [lao, 'prosecutor'],
    [khmer, 'prosecutor-khmer'],
  ] as const) {
    const { witnesses } = await cast.as[by](readCase, { params: { caseId } });
    for (const { pseudonym } of witnesses) await follow(cast.store, { caseId, witness: pseudonym }, now);
  }
  return { sessions: await listed(cast), said };
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
    const { sessions, said } = await fortnightFrom(now);
    expect(sessions.map(({ kind, status }) => `${kind} ${status}`).toSorted()).toEqual([
      'central-authority-meeting ready',
      'deposition booked',
      'deposition booked',
      'deposition held',
      'interview booked',
      'interview booked',
      'interview booked',
      'interview cancelled',
      'interview ready',
      'preparation-visit booked',
      'rehearsal booked',
      'rehearsal ended',
    ]);
    expect(new Set(sessions.map(({ reference }) => reference)).size).toBe(3);
    expect(sessions.filter((each) => each.days.length === 3)).toHaveLength(1);
    expect(Date.parse(sessions[0]?.start ?? '') - now.getTime()).toBeLessThan(3_600_000);
    expect(Date.parse(sessions.at(-1)?.end ?? '') - now.getTime()).toBeLessThan(days(30));
    expect(new Set(sessions.flatMap(({ rooms }) => rooms.map(({ label }) => label)))).toEqual(
      new Set(['Interview room', 'Quiet room', 'Video room 1']),
    );
    expect(said.at(-1)).toBe('a fortnight of sessions, 13 of 13');
  }, 15_000);
});
