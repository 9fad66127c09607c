import { personPartition } from '../../functions/cases/port/standing-decision.ts';
import { openDisclosure } from '../../functions/custody/port/disclosure.ts';
import type { Entry } from '../../functions/custody/port/entry.ts';
import { sequenceFacts } from '../../functions/custody/port/sequence-facts.ts';
import { jitteredPause } from '../../functions/shared/store/commit.ts';
import { doorKey, parseDoor, type Door } from '../../functions/sessions/port/door.ts';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { entriesIn } from './log-entries.ts';
import { storeOf } from './office.ts';

/** What stands in a session's log on the deployed stack, with what was filed until now: oldest first. */
export async function entriesOf(stack: DeployedStack, sessionId: string): Promise<Entry[]> {
  const store = storeOf(stack);
  await sequenceFacts({ store, now: () => new Date(), pause: jitteredPause(Math.random) }, sessionId, true);
  return entriesIn(store, sessionId);
}

/** What somebody did, without what followed by itself: that people were told is entered when the mail has gone. */
export const deedsOf = async (stack: DeployedStack, logId: string): Promise<Entry[]> =>
  (await entriesOf(stack, logId)).filter(({ action }) => !told.has(action));

const told = new Set(['notice.sent', 'task.told']);

/** The actions of that. */
export const actionsOf = async (stack: DeployedStack, sessionId: string): Promise<string[]> =>
  (await deedsOf(stack, sessionId)).map(({ action }) => action);

/** The gates of a session's door, and how often the door has moved. */
export async function doorOf(
  stack: DeployedStack,
  sessionId: string,
): Promise<Pick<Door, 'gates' | 'version'>> {
  const [item] = await storeOf(stack).get([doorKey(sessionId)]);
  return parseDoor(item);
}

/**
 * What an entry seals, opened with the disclosures that the capability keeps for that session or that person. A field that none of
 * them opens is left out.
 */
export async function openedBy(
  stack: DeployedStack,
  capability: string,
  { logId, subject, sealed = {} }: Entry,
): Promise<Record<string, string>> {
  const partition = subject?.kind === 'witness' ? personPartition(logId, subject.ref) : `session#${logId}`;
  const items = await storeOf(stack).query(capability, partition);
  const kept = items.flatMap((item) => Object.values((item['disclosures'] ?? {}) as Record<string, string>));
  const opened = Object.values(sealed).flatMap((digest) => kept.map((text) => openDisclosure(text, digest)));
  return Object.fromEntries(
    opened.flatMap((field) => (field === undefined ? [] : [[field.name, field.value]])),
  );
}
