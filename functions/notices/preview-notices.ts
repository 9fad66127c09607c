import { asStaff } from '../shared/access/as-staff.ts';
import type { Call } from '../shared/http/mount.ts';
import { Refusal } from '../shared/refusals.ts';
import {
  addMinutes,
  durationMinutes,
  instantOf,
  minutesBetween,
  type Instant,
} from '../shared/values/instants.ts';
import { TimeRefusal } from '../shared/values/time-refusal.ts';
import { localOf } from '../shared/values/zones.ts';
import type { Door } from '../sessions/door.ts';
import type * as z from 'zod';
import { previewQuery } from './contract.ts';
import { readScene } from './scene.ts';
import { assertMayLook, shown, type Worded } from './showing.ts';
import { nextStep, type Appointment } from './telling.ts';
import { daysOf, whenOf } from './when.ts';

/** What would be sent if the session were moved or cancelled now. */
export async function previewOfNotices({ actor, query, now: at, ground: { store } }: Call<unknown, unknown>) {
  const asked = previewQuery.parse(query);
  const viewer = asStaff(actor);
  const now = instantOf(at.getTime());
  const scene = await readScene(store, asked.sessionId);
  assertMayLook(viewer, scene);
  const { door, plan, seated, recipients } = scene;
  if (door.status === 'ended' || door.status === 'cancelled') throw new Refusal('room-ended');
  // Those who have just got a seat count as told already: what they are about to be told is not what the change brings.
  const { told } = nextStep(plan.told, appointmentOf(door), seated, recipients, now);
  const { drafts } = nextStep(told, changed(door, asked, now), seated, recipients, now);
  return {
    notices: drafts.flatMap(({ recipient, dueAt, ...draft }) => {
      const words = shown(viewer, { ...recipient, ...draft, writtenAt: dueAt } satisfies Worded, scene);
      return words === undefined ? [] : [words];
    }),
  };
}

const appointmentOf = (door: Door): Appointment => ({ status: door.status, ...whenOf(door) });

/** @throws {Refusal} `invalid-request` for a move without a start; `time-not-possible` for one into the past or beyond the zone table */
function changed(
  door: Door,
  { change, start, minutes }: z.output<typeof previewQuery>,
  now: Instant,
): Appointment {
  const before = appointmentOf(door);
  if (change === 'cancel') return { ...before, status: 'cancelled' };
  if (start === undefined)
    throw new Refusal('invalid-request', {}, [
      { pointer: '/start', message: 'Say when the session would start.' },
    ]);
  if (start <= now || !inTable(start)) throw new Refusal('time-not-possible');
  // Days follow as long after the first as they do now.
  const by = minutesBetween(before.start, start);
  const days = daysOf(before).map((day) => {
    const from = addMinutes(day.start, by);
    return { start: from, end: addMinutes(from, minutes ?? durationMinutes(day)) };
  });
  const end = days.at(-1)?.end ?? start;
  if (!inTable(end)) throw new Refusal('time-not-possible');
  return { status: before.status, start, end, ...(days.length > 1 ? { days } : {}) };
}

/** Whether the clocks of that time are known. */
function inTable(at: Instant): boolean {
  try {
    localOf('UTC', at);
    return true;
  } catch (error) {
    if (error instanceof TimeRefusal && error.code === 'out-of-table') return false;
    throw error;
  }
}
