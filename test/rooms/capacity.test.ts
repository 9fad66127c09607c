import fc from 'fast-check';
import { expect, it } from 'vitest';
import { putStanding } from '../../functions/cases/port/standing.ts';
import { witnessKey } from '../../functions/cases/port/membership.ts';
import { doorKey } from '../../functions/sessions/port/door.ts';
import type { Change, Store } from '../../functions/shared/store/store.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';
import { scheduledStore } from '../support/faulty-store.ts';
import { pseudonymOf, running, type Hearing } from './hearing.ts';

/** A pass goes by as what somebody is heard, as the case has it in the pass's own transaction: no stale set of gates lets anybody in. */

const everybody = ['prosecutor', 'support-officer', 'witness'] as const;

/** As whoever holds contact says it, without the entry. */
const said = (
  { caseId }: Pick<Hearing, 'caseId'>,
  capacity: 'victim' | 'witness',
  version: number,
): Change => {
  const { table, pk, sk } = witnessKey(caseId, pseudonymOf('witness'));
  const about = {
    caseId,
    partyId: 'p',
    pseudonym: pseudonymOf('witness'),
    protected: false,
    zone: 'Asia/Yangon',
  };
  const item = { pk, sk, ...about, holder: 'h', mayKnow: [], capacity, version };
  return {
    kind: 'put',
    table,
    item,
    when: version === 1 ? 'absent' : { version: version - 1 },
    onRefused: 'retry',
  };
};

/** A room in use with a plain witness, for whom nobody has planned. */
async function withPlainWitness(): Promise<Hearing> {
  const here = await running(everybody);
  const whose = { caseId: here.caseId, pseudonym: pseudonymOf('witness') };
  const recordedAt = parseInstant('2026-11-25T02:30:00.000Z');
  const open = (gate: 'consent' | 'permission') =>
    putStanding({ ...whose, gate }, undefined, { state: 'open', recordedAt, leafHash: 'AAAA' });
  const follows: Change = {
    kind: 'update',
    key: doorKey(here.sessionId),
    set: { follows: 'standing' },
    when: { version: 1 },
    onRefused: 'retry',
  };
  await here.memory.write([said(here, 'witness', 1), open('consent'), open('permission'), follows]);
  return here;
}

it('somebody who is a victim after all has nobody let in before there is a plan, whether the door has followed or not', async () => {
  const here = await withPlainWitness();
  expect(await here.post('prosecutor', 'passes')).toMatchObject({ status: 201 });
  await here.memory.write([said(here, 'victim', 2)]);
  expect((await here.post('prosecutor', 'passes')).body).toMatchObject({
    code: 'gates-closed',
    facts: { gates: ['riskPlan'] },
  });
  expect((await here.post('clerk', 'opening')).body.code).toBe('gates-closed');
  // And the other way round: what is not asked any more keeps nobody out.
  await here.memory.write([said(here, 'witness', 3)]);
  expect(await here.post('prosecutor', 'passes')).toMatchObject({ status: 201 });
});

it('in whatever order that is said and passes come, none is written after it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const here = await withPlainWitness();
      const written: string[] = [];
      const noting = (store: Store): Store => ({
        ...store,
        async write(changes) {
          await store.write(changes);
          for (const change of changes) {
            if (change.kind !== 'put') continue;
            if (change.item.sk.startsWith('pass#')) written.push('pass');
            if (change.item.sk.startsWith('witness#')) written.push('said');
          }
        },
      });
      here.breakInto((store) => scheduledStore(noting(store), scheduler));
      const passes = everybody.map((seat) => here.post(seat, 'passes'));
      const saying = scheduler
        .schedule(Promise.resolve(), 'said')
        .then(() => noting(here.memory).write([said(here, 'victim', 2)]));
      await scheduler.waitFor(Promise.all([...passes, saying]));
      expect(written.slice(written.indexOf('said'))).toEqual(['said']);
      const given = (await Promise.all(passes)).filter(({ status }) => status === 201);
      expect(given).toHaveLength(written.length - 1);
    }),
    { numRuns: 40 },
  );
}, 20_000);
