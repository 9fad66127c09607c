import { createHash } from 'node:crypto';
import { logEvent } from '../shared/log.ts';
import { commit } from '../shared/store/commit.ts';
import { Stale } from '../shared/store/store.ts';
import { addMinutes, instantOf, type Instant } from '../shared/values/instants.ts';
import { firstItemsDue } from '../preparation/port/waiting.ts';
import { checkDoor, type Door } from '../sessions/port/door.ts';
import { draftsOf, overdue } from './drafts-of-due.ts';
import { deliver } from './deliver.ts';
import type { HeldNews } from '../sessions/port/series-news.ts';
import type { Due } from './due.ts';
import { duesOf } from './dues-of-session.ts';
import type { NoticeContext } from './context.ts';
import type { Notice } from './notice.ts';
import { writeNew } from './outbox.ts';
import { lookAtCase, lookAtCaseAfter } from './port/case-tasks.ts';
import { readSnapshot } from './snapshot.ts';
import { putPlan, type Plan } from './store.ts';
import { tellOfTasks } from './tell-of-tasks.ts';
import { withDoor } from './door-step.ts';
import { nextNotices } from './next-notices.ts';
import { whenOf } from './when.ts';

/** Minutes after something is due at which it is looked whether it was done. */
const graceMinutes = 10;
/** A session is looked at once a day at the least. */
const dayMinutes = 24 * 60;

/**
 * Brings what people were told about a session in line with what holds: writes and sends what is missing, and has itself
 * woken for what comes later. Harmless to run at any time and any number of times: by the stream when a door moved, and
 * by the clock, which catches whatever the stream or the scheduler lost.
 * @param thorough sets every alarm again, for those that were lost
 * @returns of which series the news of this session wait, to be told as one (sync-series.ts): then nothing was done
 */
export async function syncNotices(
  context: NoticeContext,
  sessionId: string,
  thorough = false,
): Promise<HeldNews | undefined> {
  const looked = await writeNews(context, sessionId, thorough, 'alone');
  if ('until' in looked) return looked;
  await deliver(context, looked.notices);
  await arrange(context, looked);
  return undefined;
}

/** What a look at a session came to. */
export interface Looked {
  /** What was written and is to be sent. */
  readonly notices: readonly Notice[];
  readonly door: Door;
  readonly plan: Plan;
  readonly future: readonly Due[];
  /** Whether nothing is to be arranged for later. */
  readonly settled: boolean;
}

/**
 * Writes what is missing, in one transaction, and sends nothing yet.
 * @param as of its series, what is held for that is written
 */
export async function writeNews(
  context: NoticeContext,
  sessionId: string,
  thorough: boolean,
  as: 'alone' | 'of its series',
): Promise<Looked | HeldNews> {
  const looked = await commit<Looked | HeldNews>(context, async () => {
    const now = instantOf(context.now().getTime());
    const snapshot = await readSnapshot(context.store, sessionId);
    const held = as === 'alone' ? snapshot.held(now) : undefined;
    if (held !== undefined) return { changes: [], answer: held };
    const { door, plan, recipients, seated } = snapshot;
    const appointment = { status: door.status, ...whenOf(door) };
    const step = withDoor(nextNotices(plan.told, appointment, seated, recipients, now), snapshot, now);
    const { told: toldNow, turned, fallen, opened, waiting } = step;
    const dues = await duesOf(context, snapshot, step, now);
    const late = overdue(dues, now).flatMap((due) =>
      draftsOf(due, { door, told: toldNow, recipients, waiting }, now),
    );
    const { notices, changes } = await writeNew(
      context.store,
      door,
      [...step.drafts, ...late],
      context.sender,
      now,
    );
    const future = dues.filter(({ at }) => at > now);
    const names = future.map((due) => alarmName(sessionId, door.start, due));
    const settled = sameTexts(names, plan.schedules) && (plan.lookAt ?? now) > now === future.length > 0;
    // Until the alarms are set somebody must look again soon.
    const lookAt = settled && !thorough ? plan.lookAt : addMinutes(now, graceMinutes);
    const next: Plan = { ...plan, told: toldNow, turned, fallen, opened, lookAt };
    const moved =
      lookAt !== plan.lookAt ||
      next.told.some((each) => !plan.told.includes(each)) ||
      turned.some((each) => !plan.turned.includes(each)) ||
      !sameTexts([...fallen, '', ...opened], [...plan.fallen, '', ...plan.opened]);
    // Nobody has to end a session for what comes after it to begin, nor to start preparing it for what is late to be chased.
    const due = firstItemsDue(door.start as Instant);
    const looks =
      door.status === 'booked'
        ? [
            lookAtCase(door.caseId, due > now ? due : now),
            lookAtCaseAfter(door.caseId, door.closesAt as Instant),
          ]
        : [];
    return {
      // The door is held: read with a plan that is newer, it would be taken for a move back.
      changes:
        moved || changes.length > 0
          ? [checkDoor(door), ...(moved ? [...putPlan(next, plan), ...looks] : []), ...changes]
          : [],
      answer: {
        notices,
        future,
        plan: moved ? { ...next, version: plan.version + 1 } : plan,
        settled: settled && !thorough,
        door,
      },
    };
  });
  if ('until' in looked) return looked;
  const { door, notices } = looked;
  // What is to be done for whoever was heard begins now, or for whoever took their consent back.
  if (door.status === 'ended' || door.gates.consent === 'refused') await tellOfTasks(context, door.caseId);
  reportUnreachable(notices);
  return looked;
}

/** Sets what is to come, takes back what is no longer wanted, and remembers both. */
export async function arrange(
  { store, alarm, now }: NoticeContext,
  { plan, door, future, settled }: Looked,
): Promise<void> {
  if (settled) return;
  const { sessionId } = plan;
  const start = door.start as Instant;
  const wanted = future.map((due) => ({ name: alarmName(sessionId, start, due), due }));
  for (const { name, due } of wanted) await alarm.set(name, due.at, { sessionId, due, start });
  const names = wanted.map(({ name }) => name);
  for (const name of plan.schedules) if (!names.includes(name)) await alarm.clear(name);
  const at = instantOf(now().getTime());
  const next = { ...plan, schedules: names, lookAt: nextLook(future, at) };
  try {
    await store.write(putPlan(next, plan));
  } catch (error) {
    // Somebody was quicker and arranges it from what holds now; alarms of ours that are stale are dropped as they ring.
    if (!(error instanceof Stale)) throw error;
  }
}

function nextLook(future: readonly Due[], now: Instant): Instant | undefined {
  const first = future.map(({ at }) => at).toSorted()[0];
  if (first === undefined) return undefined;
  const daily = addMinutes(now, dayMinutes);
  const after = addMinutes(first, graceMinutes);
  return after < daily ? after : daily;
}

/** The same for the same thing at the same time; tells nothing but the session's id. */
function alarmName(sessionId: string, start: string, { kind, at, variant }: Due): string {
  const rest = createHash('sha256')
    .update(JSON.stringify([start, at, variant]))
    .digest('hex')
    .slice(0, 16);
  return `${sessionId}-${kind}-${rest}`;
}

const sameTexts = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

function reportUnreachable(notices: readonly Notice[]): void {
  for (const { state, kind } of notices)
    if (state === 'unreachable') logEvent('notice.unreachable', { kind });
}
