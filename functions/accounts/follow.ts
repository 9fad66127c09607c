import { parseOnFile } from '../directory/port/people.ts';
import { personKey } from '../directory/port/actor.ts';
import { faultName, logEvent } from '../shared/log.ts';
import type { Context } from '../shared/http/call.ts';
import { Stale, type Store } from '../shared/store/store.ts';
import { queryAll } from '../shared/store/query-all.ts';
import { instantOf, minutesBetween } from '../shared/values/instants.ts';
import type { AccountPool } from './account-pool.ts';
import { followed, followKey, parseFollow, toFollow } from './store.ts';

/**
 * The directory says who may sign in, and is asked at every request; the pool follows it. Each change of somebody writes, in
 * its own transaction, the mark that their account is to be looked at. Whoever follows brings the account to what the
 * directory says *then*, and takes the mark away. So it does not matter how often somebody follows, nor in which order, nor
 * whether a crash comes between: a mark that stays is followed by the sweep. Only an invitation can be sent twice; the last
 * one is good.
 */

/** Minutes for which the sweep leaves a mark to whoever wrote it. */
const leftAlone = 1;
/** Changes that may come while one is followed; more are left to the sweep. */
const mostRounds = 8;

/** Brings an account in line. Undone where it was changed all the time: the mark stays. */
export async function follow(store: Store, pool: AccountPool, personId: string): Promise<void> {
  let isShut: boolean | undefined;
  for (let round = 0; round < mostRounds; round += 1) {
    const [markItem, item] = await store.get([followKey(personId), personKey(personId)]);
    const mark = parseFollow(markItem);
    const { person, subject } = parseOnFile(item);
    const mustBeShut = person.disabled === true;
    // Without a mark somebody else has followed; but what was done last is the last that anybody did only if it still holds.
    if (mark === undefined && (isShut === undefined || isShut === mustBeShut)) return;
    if (subject !== undefined) {
      await (mustBeShut ? pool.shutOut(subject) : pool.letIn(subject));
      if (mark?.invites === true && !mustBeShut) await pool.invite(subject);
    }
    isShut = mustBeShut;
    if (mark !== undefined && (await takenAway())) return;

    async function takenAway(): Promise<boolean> {
      const [after] = await store.get([personKey(personId)]);
      if ((parseOnFile(after).person.disabled === true) !== mustBeShut || mark === undefined) return false;
      try {
        await store.write([followed(personId, mark)]);
        return true;
      } catch (error) {
        if (error instanceof Stale) return false;
        throw error;
      }
    }
  }
}

/** The same at once after a change, which is done whatever becomes of this. */
export async function followNow({ store }: Context, pool: AccountPool, personId: string): Promise<void> {
  try {
    await follow(store, pool, personId);
  } catch (fault) {
    logEvent('account.not-followed', { fault: faultName(fault) });
  }
}

/**
 * What a crash or an outage left.
 * @throws AggregateError of all faults, when each was tried
 */
export async function sweep({ store, now }: Context, pool: AccountPool) {
  const at = instantOf(now().getTime());
  const marks = await queryAll(store, 'accounts', toFollow);
  const left = marks.filter((item) => minutesBetween(parseFollow(item)?.since ?? at, at) >= leftAlone);
  const faults: unknown[] = [];
  let repaired = 0;
  for (const { sk } of left)
    try {
      await follow(store, pool, sk);
      repaired += 1;
    } catch (error) {
      faults.push(error);
    }
  if (faults.length > 0) throw new AggregateError(faults, 'Some accounts could not be brought in line.');
  return { looked: marks.length, repaired };
}
