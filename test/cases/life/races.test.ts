import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { caseKey, memberKey, parseCase, parseMemberEver } from '../../../functions/cases/port/membership.ts';
import { casesApp } from '../../../functions/cases/routes.ts';
import { doorsOfCase, isToCome } from '../../../functions/sessions/port/sessions-of-case.ts';
import { instantOf } from '../../../functions/shared/values/instants.ts';
import { scheduledStore } from '../../support/faulty-store.ts';
import { actorOf, ask, contextOver } from '../../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../../support/memory-store.ts';
import { inCopy, now, prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { act, book, cancel } from '../../support/session-verbs.ts';
import { lifeOf } from './life.ts';

/**
 * A case that ends and people who leave it, against bookings, in every order of reads and writes: no case has ended with a
 * session to come, and nobody has left who has a seat in one.
 */

let store: MemoryStore;
let prepared: PreparedCase;
let clerk: string;
beforeAll(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
  await cancel(prepared, (await book(prepared, '2027-03-04T09:00')).body.sessionId as string);
  const app = casesApp(contextOver(store, now));
  const path = `/api/cases/${prepared.caseId}`;
  const { body } = await ask(app, actorOf(prepared.people.clerk), 'GET', path);
  clerk = (body.members as { role: string; pseudonym: string }[]).find(({ role }) => role === 'clerk')
    ?.pseudonym as string;
});

async function raced(
  scheduler: fc.Scheduler,
  deeds: readonly ((of: PreparedCase) => Promise<{ status: number }>)[],
) {
  const copy = memoryStore(store);
  const here = inCopy(prepared, scheduledStore(copy, scheduler));
  const told = Promise.all(deeds.map((deed) => deed(here)));
  await scheduler.waitFor(told);
  const [item, member] = await copy.get([
    caseKey(prepared.caseId),
    memberKey(prepared.caseId, prepared.people.clerk.personId),
  ]);
  const at = instantOf(now.getTime());
  return {
    statuses: (await told).map(({ status }) => status),
    state: parseCase(item).state,
    left: parseMemberEver(member).left,
    toCome: (await doorsOfCase(copy, prepared.caseId)).filter((door) => isToCome(door, at)),
  };
}

describe('in whatever order', () => {
  it('a case is closed and booked, it is not both', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { statuses, state, toCome } = await raced(scheduler, [
          (of) => lifeOf(of)(of.people.prosecutor, 'closing', { reason: 'decided' }),
          (of) => book(of, '2027-03-02T09:00'),
          (of) => book(of, '2027-03-03T09:00'),
        ]);
        expect(state === 'closed' ? toCome.length : 0).toBe(0);
        expect(statuses).not.toContain(500);
        expect(statuses).toContain(201);
      }),
      { numRuns: 30 },
    );
  });

  it('somebody leaves and is booked, or is in what is restored, they do not both', async () => {
    const [cancelled] = await doorsOfCase(store, prepared.caseId);
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { statuses, left, toCome } = await raced(scheduler, [
          (of) => lifeOf(of)(of.people.clerk, 'leaving', { member: clerk, reason: 'other' }),
          (of) => book(of, '2027-03-02T09:00'),
          (of) => act(of, cancelled?.sessionId ?? '', 'restoration'),
        ]);
        expect(left === undefined ? 0 : toCome.length).toBe(0);
        expect(statuses).toContain(201);
      }),
      { numRuns: 30 },
    );
  });
});
