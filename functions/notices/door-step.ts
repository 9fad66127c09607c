import type { Instant } from '../shared/values/instants.ts';
import { fallenIn, haltedStep, type Fallen } from './halted.ts';
import type { Step } from './next-notices.ts';
import type { Snapshot } from './snapshot.ts';
import { turnStep, waitingIn, type Waiting } from './turns.ts';
import type { Turned } from './turned.ts';

/** What is to be told of a session, with what its gates came to: whose turn it is, and that it fell or stands again. */
export interface StepWithDoor extends Step, Fallen {
  readonly turned: readonly Turned[];
  readonly waiting: readonly Waiting[];
}

/** @param step what is told of its time */
export function withDoor(step: Step, snapshot: Snapshot, now: Instant): StepWithDoor {
  const { door, plan, recipients } = snapshot;
  // What became of gates while nobody expects anybody is told to nobody.
  const isOn = door.status === 'booked';
  const fallen = isOn ? fallenIn(plan, door) : { fallen: plan.fallen, opened: plan.opened };
  const halted = isOn
    ? haltedStep(plan.told, step.told, fallen, recipients, now)
    : { told: step.told, drafts: [] };
  const waiting = waitingIn(snapshot, now);
  const turns = turnStep(plan.turned, waiting, door, now);
  return {
    told: halted.told,
    ...fallen,
    turned: turns.turned,
    waiting,
    drafts: [...step.drafts, ...halted.drafts, ...turns.drafts],
  };
}
