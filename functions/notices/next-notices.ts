import { compareInstants, type Instant } from '../shared/values/instants.ts';
import { localOf } from '../shared/values/zones.ts';
import type { Door } from '../sessions/port/door.ts';
import type { NewsKind, NoticeKind } from './notice-kinds.ts';
import { sameSeat, type Holder, type Recipient } from './recipients.ts';
import { sameWhen, whenIn, type When } from './when.ts';

/** What has to be written to each reader now, from what each was told last: the whole rule, and pure. */

/** What one reader was last told of a session. */
export interface Told extends Holder, When {
  /** The wall time that was written, and in which zone. */
  readonly zone: string;
  readonly local: string;
  /** SEQUENCE of the last calendar file; the next one is higher. */
  readonly sequence: number;
  /** False once the reader was told not to come. */
  readonly expected: boolean;
  /** When the reader last learnt the time; a reminder due before that has been overtaken. */
  readonly since: Instant;
  /** How often the reader was told that it does not take place as things stand, or does again: odd while it does not. */
  readonly halts?: number | undefined;
}

/** A session as far as messages about it go. */
export interface Appointment extends When {
  readonly status: Door['status'];
}

/** A message that has to be written now. */
export interface Draft {
  readonly kind: NoticeKind;
  readonly recipient: Recipient;
  readonly span: When;
  readonly before?: When | undefined;
  readonly sequence: number;
  /** Tells this message from others of its kind to the same reader. */
  readonly variant: string;
  readonly dueAt: Instant;
}

export interface Step {
  readonly told: readonly Told[];
  readonly drafts: readonly Draft[];
}

/**
 * Compares what each reader was told with what holds now, and says what must be written. Where nothing differs nothing is
 * written, so it may run as often as anybody likes, after any number of changes: only the last state counts. Days that
 * are over are not written about; while some are still to come, or one is running, people learn of those.
 * @param recipients those who have a seat now, and those who were told before and have none any more
 */
export function nextNotices(
  told: readonly Told[],
  appointment: Appointment,
  seated: readonly Holder[],
  recipients: readonly Recipient[],
  now: Instant,
): Step {
  if (appointment.status === 'ended') return { told, drafts: [] };
  const steps = recipients.map((recipient) => {
    const before = told.find((each) => sameSeat(each, recipient));
    const wanted = appointment.status === 'booked' && seated.some((each) => sameSeat(each, recipient));
    if (wanted) return expect(recipient, before, appointment, now);
    return before === undefined ? {} : stop(recipient, before, appointment, now);
  });
  return {
    told: steps.flatMap((step) => (step.told === undefined ? [] : [step.told])),
    drafts: steps.flatMap((step) => (step.draft === undefined ? [] : [step.draft])),
  };
}

interface OneStep {
  readonly told?: Told | undefined;
  readonly draft?: Draft | undefined;
}

function expect(
  recipient: Recipient,
  before: Told | undefined,
  appointment: Appointment,
  now: Instant,
): OneStep {
  const { start, end } = appointment;
  const when = whenIn(appointment);
  if (end <= now) return { told: before };
  const { zone, seat, pseudonym, personId, through } = recipient;
  const { local } = localOf(zone, start);
  const holder = { seat, pseudonym, personId, through };
  const next = (sequence: number, since: Instant): Told => ({
    ...holder,
    ...when,
    zone,
    local,
    sequence,
    since,
    expected: true,
  });
  const draft = (kind: NewsKind, sequence: number, more: Partial<Draft> = {}): Draft => ({
    kind,
    recipient,
    sequence,
    span: when,
    variant: String(sequence),
    dueAt: now,
    ...more,
  });
  if (before?.expected !== true) {
    const sequence = before === undefined ? 0 : before.sequence + 1;
    return { told: next(sequence, now), draft: draft('confirmation', sequence) };
  }
  if (!sameWhen(before, when, now)) {
    const sequence = before.sequence + 1;
    return {
      told: next(sequence, now),
      draft: draft('change', sequence, { before: whenIn(before) }),
    };
  }
  if (before.zone === zone && before.local !== local) {
    // The same instant, and another wall time: a new release of the zone table. The calendar has the instant already.
    const variant = `${before.sequence} ${local}`;
    return { told: next(before.sequence, now), draft: draft('clock-rules', before.sequence, { variant }) };
  }
  const known = before.zone === zone && before.personId === personId && before.through === through;
  // The very same object where nothing differs, so that nothing is written.
  return { told: known ? before : next(before.sequence, before.since) };
}

/** Somebody who was expected and no longer is. */
function stop(recipient: Recipient, before: Told, { status }: Appointment, now: Instant): OneStep {
  if (!before.expected) return { told: before };
  const sequence = before.sequence + 1;
  const told: Told = { ...before, sequence, expected: false };
  if (compareInstants(before.end, now) <= 0) return { told };
  return {
    told,
    draft: {
      kind: status === 'cancelled' ? 'cancellation' : 'release',
      // By the clock by which the reader was told; an officer is told by their own.
      recipient: {
        ...recipient,
        zone: before.zone,
        clock: recipient.through === undefined ? before.zone : recipient.clock,
      },
      span: whenIn(before),
      sequence,
      variant: String(sequence),
      dueAt: now,
    },
  };
}
