import { beforeEach, describe, expect, it } from 'vitest';
import { casesApp } from '../../../functions/cases/routes.ts';
import type { Person } from '../../../functions/directory/port/actor.ts';
import { followHolder, holdersMoved } from '../../../functions/sessions/following/follow-holder.ts';
import { sessionsApp } from '../../../functions/sessions/routes.ts';
import { actorOf, ask, contextOver, enterPerson } from '../../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { book } from '../../support/session-verbs.ts';

/** Whoever holds contact from now on has on their own list what was booked before. */

let store: MemoryStore;
let prepared: PreparedCase;
let holder: Person;
let colleague: Person;
let sessionId: string;

beforeEach(async () => {
  store = memoryStore();
  holder = await enterPerson(store, 'support-officer');
  colleague = await enterPerson(store, 'support-officer', { agencyId: holder.agencyId });
  prepared = await prepareCase(store, { 'support-officer': holder }, [colleague]);
  sessionId = (await book(prepared, '2027-03-02T09:00')).body.sessionId as string;
});

const own = async (by: Person) => {
  const { body } = await ask(sessionsApp(contextOver(store, now)), actorOf(by), 'GET', '/api/sessions/own');
  return (body.sessions as { sessionId: string; waits: readonly string[] }[]).find(
    (each) => each.sessionId === sessionId,
  );
};
const handOver = (by: Person, to: Person) =>
  ask(
    casesApp(contextOver(store, now)),
    actorOf(by),
    'POST',
    `/api/cases/${prepared.caseId}/witnesses/${prepared.witness}/holder`,
    { to: to.personId },
  );
const followed = () =>
  followHolder(contextOver(store, now), { caseId: prepared.caseId, pseudonym: prepared.witness });

describe('a hand-over', () => {
  it('puts the older session on the list of the new holder, with what waits for them', async () => {
    expect((await own(holder))?.waits).toContain('consent');
    expect(await own(colleague)).toBeUndefined();
    expect((await handOver(holder, colleague)).status).toBe(201);
    expect(await followed()).toBe(1);
    expect((await own(colleague))?.waits).toEqual(expect.arrayContaining(['consent', 'riskPlan']));
    expect((await own(holder))?.waits ?? []).not.toContain('consent');
    // That they are told is asked for; again it changes nothing.
    const before = new Map(store.items);
    expect([...before.keys()].filter((key) => key.includes('looks') && key.includes(sessionId))).toHaveLength(
      1,
    );
    expect(await followed()).toBe(0);
    expect(new Map(store.items)).toEqual(before);
  });

  it('is known by the item of the case, and by no other change of it', () => {
    const image = (holds: string, zone: string) => ({
      caseId: { S: 'case' },
      pseudonym: { S: 'W-4K7Q' },
      holder: { S: holds },
      zone: { S: zone },
    });
    type Image = ReturnType<typeof image>;
    const record = (before: Image | undefined, after: Image, sk = 'witness#W-4K7Q') => ({
      eventName: 'MODIFY' as const,
      dynamodb: {
        Keys: { pk: { S: 'case#case' }, sk: { S: sk } },
        NewImage: after,
        ...(before === undefined ? {} : { OldImage: before }),
      },
    });
    const moved = [{ caseId: 'case', pseudonym: 'W-4K7Q' }];
    const one = image('one', 'Asia/Yangon');
    expect(holdersMoved([record(one, image('two', 'Asia/Yangon'))])).toEqual(moved);
    expect(holdersMoved([record(one, image('two', 'Asia/Yangon'), 'witness')])).toEqual(moved);
    expect(holdersMoved([record(one, image('one', 'Asia/Bangkok'))])).toEqual([]);
    expect(holdersMoved([record(undefined, one)])).toEqual([]);
    expect(holdersMoved([record(one, image('two', 'Asia/Yangon'), 'member#two')])).toEqual([]);
  });
});
