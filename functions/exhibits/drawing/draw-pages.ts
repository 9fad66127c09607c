import type { DynamoDBRecord } from 'aws-lambda';
import type { Context } from '../../shared/http/call.ts';
import { PaperFault } from '../../shared/paper/kind.ts';
import { Stale } from '../../shared/store/store.ts';
import { begun, drawnTo, failed, waitsToBeDrawn } from '../exhibit.ts';
import type { Means } from '../handler.ts';
import { originalPlace, pagePlace } from '../places.ts';
import {
  endWork,
  exhibitKey,
  exhibitStart,
  parseExhibit,
  putExhibit,
  readWork,
  type Exhibit,
  type Work,
} from '../store.ts';

/**
 * Draws the pages of what was handed in: some at a time, each time the table moves, which its own progress does; the sweep comes
 * back for what was left. Whoever is at an exhibit has it to themselves for some seconds, so that two do not do the same; to draw a
 * page twice would be harmless.
 */

type Clock = Pick<Context, 'store' | 'now'>;

/** Milliseconds after which no further page is begun: with the longest page a function has time enough left. */
const beginWithinMs = 4000;

/** Whether a record of the table is of an exhibit: of what else lies there nothing is drawn. */
export const isOfExhibit = ({ dynamodb }: DynamoDBRecord): boolean =>
  dynamodb?.Keys?.['sk']?.S?.startsWith(exhibitStart) === true;

/** @returns how many exhibits waited, and how many of them were moved on */
export async function drawPages(
  context: Clock,
  means: Means,
): Promise<{ readonly looked: number; readonly repaired: number }> {
  const started = context.now().getTime();
  const isTime = () => context.now().getTime() - started < beginWithinMs;
  const work = await readWork(context.store);
  let repaired = 0;
  for (const each of work) if (isTime() && (await drawSome(context, means, each, isTime))) repaired += 1;
  return { looked: work.length, repaired };
}

async function drawSome(
  { store, now }: Clock,
  { papers, read }: Means,
  work: Work,
  isTime: () => boolean,
): Promise<boolean> {
  const [item] = await store.get([exhibitKey(work.sessionId, work.exhibitId)]);
  const before = parseExhibit(item);
  if (!waitsToBeDrawn(before, now())) return false;
  const mine = begun(before, now());
  if (!(await moved(store, work, before, mine))) return false;
  if (mine.state === 'failed') return true;
  const held: Exhibit = { ...mine, version: before.version + 1 };
  const bytes = await papers.getKept(originalPlace(work.exhibitId));
  if (bytes === undefined) throw new Error('What was handed in is not where it was put.');
  let page = held.drawn;
  try {
    await read(bytes, async (paper) => {
      do {
        const { large, small } = await paper.draw(page + 1);
        await papers.keep(pagePlace(work.exhibitId, page + 1, 'large'), large);
        await papers.keep(pagePlace(work.exhibitId, page + 1, 'small'), small);
        page += 1;
      } while (page < held.pages && isTime());
    });
  } catch (fault) {
    if (!(fault instanceof PaperFault)) throw fault;
    return moved(store, work, held, failed({ ...held, drawn: page }, fault.why));
  }
  return moved(store, work, held, drawnTo(held, page));
}

/** @returns false where somebody else moved it meanwhile, whose word it then is */
async function moved(store: Clock['store'], work: Work, before: Exhibit, after: Exhibit): Promise<boolean> {
  try {
    await store.write([putExhibit(before, after), ...(after.state === 'drawing' ? [] : [endWork(work)])]);
    return true;
  } catch (fault) {
    if (fault instanceof Stale) return false;
    throw fault;
  }
}
