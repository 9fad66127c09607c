import { parseWitnesses } from '../../cases/port/membership.ts';
import { personPartition } from '../../cases/port/standing-decision.ts';
import { parseStandings } from '../../cases/port/standing.ts';
import type { Door } from '../../sessions/port/door.ts';
import { readSeries } from '../../shared/store/numbered-series.ts';
import type { Item, Store } from '../../shared/store/store.ts';
import type { Instant } from '../../shared/values/instants.ts';
import { withdrawal } from '../after/contract.ts';
import { tasksFor } from '../after/open-tasks.ts';
import type { Occasion } from '../after/tasks.ts';
import { closedTasks } from '../store.ts';

/** The published port of `preparation` on what is still to be done for whoever was heard: whom messages reach. */

/** What somebody still has to do after one thing that happened to one person. */
export interface OpenAftercare {
  /** Of a person and what happened to them: said to nobody. */
  readonly task: string;
  /** Whoever holds contact now. */
  readonly personId: string;
  readonly since: Instant;
  readonly dueAt: Instant;
}

/** @param file all items of the case's file @param doors of every session of the case */
export async function openAftercare(
  store: Store,
  caseId: string,
  file: readonly Item[],
  doors: readonly Door[],
  now: Instant,
): Promise<readonly OpenAftercare[]> {
  const standings = parseStandings(file);
  const each = parseWitnesses(file).map(async (witness) => {
    const { pseudonym, holder } = witness;
    const closed = await readSeries(store, closedTasks, personPartition(caseId, pseudonym));
    return tasksFor(witness, { doors, standings, closed }, now)
      .filter((task) => task.closed === undefined)
      .map(({ occasion, dueAt }): OpenAftercare => ({
        task: ['aftercare', pseudonym, ...whichOf(occasion)].join(' '),
        personId: holder,
        since: occasion.at,
        dueAt,
      }));
  });
  return (await Promise.all(each)).flat();
}

/** A session is over once, whenever somebody says that it was; consent can be taken back more than once. */
const whichOf = ({ ref, at }: Occasion) => (ref === withdrawal ? [ref, at] : [ref]);
