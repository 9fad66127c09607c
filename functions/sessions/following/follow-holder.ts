import type { DynamoDBRecord } from 'aws-lambda';
import { witnessOfRecord } from '../../cases/port/membership.ts';
import type { Context } from '../../shared/http/call.ts';
import { syncSoon } from '../../notices/port/sync-soon.ts';
import { commit, patient } from '../../shared/store/commit.ts';
import { queryAll } from '../../shared/store/query-all.ts';
import { linesMoved } from '../own-list/lines.ts';
import { listedNow } from '../own-list/listed-now.ts';
import { checkDoor, doorKey, heardIn, parseDoor } from '../port/door.ts';
import { readTimed } from '../retiming/moves-to-make.ts';
import { linePrefix, moveRoster, parseSession, sessionsOf } from '../store.ts';

/**
 * Whoever holds contact from now on has the sessions that are booked on their own list, with what waits for them, as if they had
 * held it when each was booked, and is told. Whoever did before loses nothing: what of a line may be shown, the door says when it is read.
 */

interface Held {
  readonly caseId: string;
  readonly pseudonym: string;
}

/** Of whom another one holds contact now, each once. */
export function holdersMoved(records: readonly DynamoDBRecord[]): readonly Held[] {
  const moved = records.flatMap(({ dynamodb }): Held[] => {
    const [after, before] = [dynamodb?.NewImage, dynamodb?.OldImage];
    const held = witnessOfRecord(dynamodb?.Keys?.['sk']?.S ?? '', after);
    const same = after?.['holder']?.S === before?.['holder']?.S;
    return held === undefined || before === undefined || same ? [] : [held];
  });
  return [...new Map(moved.map((each) => [`${each.caseId} ${each.pseudonym}`, each])).values()];
}

/** @returns on how many sessions' lists somebody was put */
export async function followHolder(context: Context, { caseId, pseudonym }: Held): Promise<number> {
  const lines = await queryAll(context.store, 'sessions', sessionsOf(caseId), { prefix: linePrefix });
  const ids = lines.map(parseSession).map(({ sessionId }) => sessionId);
  const doors = (await context.store.get(ids.map(doorKey))).map(parseDoor);
  let listed = 0;
  for (const door of doors)
    if (door.status !== 'ended' && heardIn(door).includes(pseudonym))
      listed += await listIn(context, door.sessionId);
  return listed;
}

const listIn = (context: Context, sessionId: string): Promise<0 | 1> =>
  commit(
    context,
    async () => {
      const timed = await readTimed(context.store, sessionId);
      const { session, door, roster } = timed;
      const wanted = await listedNow(context, timed);
      const more = wanted.filter((personId) => roster.listed?.includes(personId) === false);
      const told = syncSoon(sessionId, context.now());
      // On nobody's list yet: the sweep puts it on everybody's, as the case is then.
      if (roster.listed === undefined || more.length === 0) return { changes: [told], answer: 0 };
      const after = { ...roster, version: roster.version + 1, listed: [...roster.listed, ...more] };
      return {
        changes: [
          checkDoor(door),
          moveRoster(after),
          ...linesMoved({ session, roster }, { session, roster: after }),
          told,
        ],
        answer: 1,
      };
    },
    patient,
  );
