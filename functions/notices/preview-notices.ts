import { asStaff } from '../shared/access/as-staff.ts';
import type { Call } from '../shared/http/mount.ts';
import { Refusal } from '../shared/refusals.ts';
import { addMinutes, durationMinutes, instantOf, type Instant } from '../shared/values/instants.ts';
import { TimeRefusal } from '../shared/values/time-refusal.ts';
import { localOf } from '../shared/values/zones.ts';
import type { Door } from '../sessions/door.ts';
import type * as z from 'zod';
import { previewQuery } from './contract.ts';
import { readScene } from './scene.ts';
import { assertMayLook, shown, type Worded } from './showing.ts';
import { nextStep, type Appointment } from './telling.ts';

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

const appointmentOf = ({ status, start, end }: Door): Appointment => ({
  status,
  start: start as Instant,
  end: end as Instant,
});

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
  if (start <= now) throw new Refusal('time-not-possible');
  const end = addMinutes(start, minutes ?? durationMinutes(before));
  if (!inTable(end)) throw new Refusal('time-not-possible');
  return { ...before, start, end };
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
