import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseKey, memberKey } from '../../functions/cases/port/membership.ts';
import { personKey } from '../../functions/directory/port/actor.ts';
import type { Change, Key, Store } from '../../functions/shared/store/store.ts';
import { isPass, notingStore, scheduledStore } from '../support/faulty-store.ts';
import { hearing, running, type Hearing } from './hearing.ts';

/** A pass asks the case, the membership and the account in its own transaction, whatever the door says. */

const set = (key: Key, fields: object): Change => ({
  kind: 'update',
  key,
  set: { ...fields },
  onRefused: 'retry',
});
const closes = ({ caseId }: Pick<Hearing, 'caseId'>) => set(caseKey(caseId), { state: 'closed', version: 1 });
const leaves = ({ caseId, personOf }: Hearing) =>
  set(memberKey(caseId, personOf['prosecutor'] ?? ''), { left: '2026-11-25T03:00:00.000Z' });
const disabled = ({ personOf }: Hearing) => set(personKey(personOf['prosecutor'] ?? ''), { disabled: true });
const among = ['prosecutor', 'support-officer', 'witness', 'interpreter'] as const;

describe('no pass is minted', () => {
  it.each(['closed', 'appeal'] as const)(
    'in a case that is %s; a guest learns nothing of that',
    async (state) => {
      const here = await running(among);
      await here.memory.write([set(caseKey(here.caseId), { state })]);
      for (const seat of ['clerk', 'prosecutor', 'support-officer'] as const)
        expect((await here.post(seat, 'passes')).body).toMatchObject({
          code: 'case-closed',
          facts: { state },
        });
      for (const seat of ['witness', 'interpreter'] as const)
        expect((await here.post(seat, 'passes')).body.code).toBe('room-ended');
      // What stops goes on.
      expect((await here.post('witness', 'pauses', { kind: 'stop' })).status).toBe(201);
      expect((await here.post('clerk', 'ending')).status).toBe(201);
    },
  );

  it('to whoever has left the case, and to an account that was disabled, though a sign-in is good still', async () => {
    const left = await running(among);
    await left.memory.write([leaves(left)]);
    expect((await left.post('prosecutor', 'passes')).body.code).toBe('not-found');
    expect((await left.post('clerk', 'passes')).status).toBe(201);
    const shut = await running(among);
    await shut.memory.write([disabled(shut)]);
    expect((await shut.post('prosecutor', 'passes')).body.code).toBe('sign-in-needed');
  });

  it.each([
    ['the case is closed', closes, 'case-closed'],
    ['they leave the case', leaves, 'not-found'],
    ['the account is disabled', disabled, 'sign-in-needed'],
  ] as const)('where %s between its reads and its write', async (_, change, code) => {
    const here = await running(['prosecutor']);
    let once = true;
    here.breakInto((store) => ({
      ...store,
      async write(changes) {
        if (once) {
          once = false;
          await here.memory.write([change(here)]);
        }
        return store.write(changes);
      },
    }));
    expect((await here.post('prosecutor', 'passes')).body.code).toBe(code);
    expect(await here.actions()).not.toContain('pass.minted');
  });

  it('after a case was closed, whatever the order of reads and writes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const here = await running(among);
        const written: string[] = [];
        const noting = (store: Store) =>
          notingStore(store, written, (change) => {
            if (isPass(change)) return 'pass';
            return change.kind === 'update' && change.key.sk === 'case' ? 'closing' : undefined;
          });
        here.breakInto((store) => scheduledStore(noting(store), scheduler));
        const passes = among.map((seat) => here.post(seat, 'passes'));
        const closing = scheduler
          .schedule(Promise.resolve(), 'closing')
          .then(() => noting(here.memory).write([closes(here)]));
        await scheduler.waitFor(Promise.all([...passes, closing]));
        expect(written.slice(written.indexOf('closing'))).toEqual(['closing']);
      }),
      { numRuns: 30 },
    );
  }, 20_000);
});

describe('in a case that has ended', () => {
  it('nobody is invited, and whoever has left it sees nothing of a room in which they were', async () => {
    const here = await hearing();
    await here.memory.write([closes(here)]);
    const invited = await here.post('clerk', 'invitations', { seat: 'interpreter', language: 'en' });
    expect(invited.body.code).toBe('case-closed');
    const ended = await running(['prosecutor']);
    await ended.post('clerk', 'ending');
    expect((await ended.view('prosecutor')).status).toBe(200);
    await ended.memory.write([leaves(ended)]);
    expect((await ended.view('prosecutor')).status).toBe(404);
  });
});
