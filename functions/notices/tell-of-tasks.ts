import {
  everyoneIn,
  filePartition,
  hostStateOf,
  parseCase,
  parseWitnesses,
  type CaseWitness,
} from '../cases/port/membership.ts';
import { readPeople } from '../directory/port/actor.ts';
import { openAftercare } from '../preparation/port/aftercare.ts';
import { waitingItems } from '../preparation/port/waiting.ts';
import { doorsOfCase } from '../sessions/port/sessions-of-case.ts';
import { commit } from '../shared/store/commit.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type { Store } from '../shared/store/store.ts';
import { instantOf, type Instant } from '../shared/values/instants.ts';
import { nextLookAt, taskDrafts, type Tasked } from './case-tasks.ts';
import type { NoticeContext } from './context.ts';
import { deliver } from './deliver.ts';
import type { Draft } from './next-notices.ts';
import { writeNew } from './outbox.ts';
import {
  lookAtCaseAfter,
  parseTask,
  tasksPartition,
  tasksWithin,
  type AskedTask,
  type CaseTask,
} from './port/case-tasks.ts';
import { recipientOf } from './recipients.ts';
import { readWorkingDays } from './snapshot.ts';

/**
 * Tells those of a case who have something to do that is of no session, and has the case looked at again when they are to be
 * chased. Harmless to run at any time and any number of times.
 */
export async function tellOfTasks(context: NoticeContext, caseId: string): Promise<void> {
  const { store, rules, sender } = context;
  const notices = await commit(context, async () => {
    const now = instantOf(context.now().getTime());
    const tasked = await readTasked(store, caseId, now);
    const write = (drafts: readonly (Draft | undefined)[]) =>
      writeNew(
        store,
        { sessionId: caseId, caseId },
        drafts.filter((each) => each !== undefined),
        sender,
        now,
      );
    const drafts = tasked.map((each) => taskDrafts(each, now, rules));
    const first = drafts.filter(({ told }) => told !== undefined);
    const news = await write(first.map(({ told }) => told));
    // Whoever is told only now is not chased by an hour that had passed before.
    const late = drafts.filter((each) => {
      const at = first.indexOf(each);
      return at < 0 || (news.writtenAt[at] ?? now) < (each.chased?.dueAt ?? now);
    });
    const chasers = await write(late.map(({ chased }) => chased));
    const next = nextLookAt(tasked, now, rules);
    return {
      changes: [
        ...news.changes,
        ...chasers.changes,
        ...(next === undefined ? [] : [lookAtCaseAfter(caseId, next)]),
      ],
      answer: [...news.notices, ...chasers.notices],
    };
  });
  await deliver(context, notices);
}

/** By person and by what it came of. Whoever has left the case, or has no account any more, is asked for nothing. */
async function readTasked(store: Store, caseId: string, now: Instant): Promise<readonly Tasked[]> {
  const [file, asked, doors] = await Promise.all([
    queryAll(store, 'cases', filePartition(caseId)),
    queryAll(store, 'notices', tasksPartition(caseId), tasksWithin),
    doorsOfCase(store, caseId),
  ]);
  const found = file.find(({ sk }) => sk === 'case');
  if (found === undefined) return [];
  const workedOut = await Promise.all([
    openAftercare(store, caseId, file, doors, now),
    waitingItems(store, file, doors, now),
  ]);
  const witnesses = parseWitnesses(file);
  const tasks: readonly CaseTask[] = [
    ...asked.flatMap((item) => askedOf(parseTask(item), witnesses)),
    ...workedOut.flat(),
  ];
  const people = await readPeople(store, [...new Set(tasks.map(({ personId }) => personId))]);
  const hostState = hostStateOf(parseCase(found), witnesses);
  const members = everyoneIn(file).filter(({ left }) => left === undefined);
  const groups = Map.groupBy(tasks, ({ personId, task, of = task }) => `${personId} ${of}`).values();
  const tasked = [...groups].map(async (theirs): Promise<Tasked[]> => {
    const personId = theirs[0]?.personId ?? '';
    const member = members.find((each) => each.personId === personId);
    const person = people.get(personId);
    if (member === undefined || person === undefined) return [];
    const { role: seat, pseudonym } = member;
    const around = theirs.flatMap(({ since, dueAt }) => [since, dueAt]);
    return [
      {
        member,
        recipient: recipientOf({ seat, pseudonym, personId }, person, witnesses),
        ...(await readWorkingDays(store, person, hostState, around)),
        tasks: theirs,
      },
    ];
  });
  return (await Promise.all(tasked)).flat();
}

/** Of whom it is asked now: of whoever holds contact, where it is asked of nobody by name. What is asked anew is told anew. */
function askedOf(asked: AskedTask, witnesses: readonly CaseWitness[]): readonly CaseTask[] {
  const task = { ...asked, task: `${asked.task} ${asked.since}` };
  if ('personId' in task) return [task];
  const whose = witnesses.find(({ pseudonym }) => pseudonym === task.holderOf);
  return whose === undefined ? [] : [{ ...task, personId: whose.holder }];
}
