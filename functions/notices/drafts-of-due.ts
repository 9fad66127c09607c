import type { Instant } from '../shared/values/instants.ts';
import { clockChanges } from '../shared/values/zones.ts';
import type { Door } from '../sessions/port/door.ts';
import { chasedIn, missingIn } from './chases.ts';
import type { Due } from './due.ts';
import { isHalted } from './halted.ts';
import { dueKinds, isChase, isTurn, type HourKind } from './notice-kinds.ts';
import type { Recipient } from './recipients.ts';
import { sameSeat } from './recipients.ts';
import type { Draft, Told } from './next-notices.ts';
import { chasedOf, type Waiting } from './turns.ts';
import { daysOf, whenOf, type When } from './when.ts';
import { clocksDiffer } from './wording.ts';

interface Known {
  readonly door: Door;
  readonly told: readonly Told[];
  readonly recipients: readonly Recipient[];
  /** For whom something waits. */
  readonly waiting: readonly Waiting[];
}

/**
 * The messages that something due gives, as things stand now: those whom it still concerns, and who did not learn the time
 * only after it was due.
 */
export function draftsOf(
  due: Due,
  { door, told, recipients, waiting }: Known,
  now: Instant,
): readonly Draft[] {
  const { kind } = due;
  if (isTurn(kind))
    return waiting
      .filter((each) => each.recipient.pseudonym === due.who && chasedOf(each, door) !== undefined)
      .map(({ recipient }) => draft(recipient, 0));
  if (isChase(kind)) {
    if (!missingIn(door).includes(kind)) return [];
    const chased = chasedIn(
      kind,
      recipients.filter((each) => expectedOf([each], told).length > 0),
    );
    return expectedOf(chased === undefined ? [] : [chased], told).map(({ recipient, sequence }) =>
      draft(recipient, sequence),
    );
  }
  return (
    expectedOf(recipients, told)
      .filter(({ since }) => since < due.at)
      // Whoever was told that it does not take place is not reminded of it.
      .filter(({ halts }) => kind !== 'reminder' || !isHalted({ halts }))
      .filter(({ recipient }) => concerns[kind](recipient, due, now, whenOf(door)))
      .map(({ recipient, sequence }) => draft(recipient, sequence))
  );

  function draft(recipient: Recipient, sequence: number): Draft {
    return { kind, recipient, span: whenOf(door), sequence, variant: due.variant, dueAt: due.at };
  }
}

/** Whether a reader who is expected is to be told of what is due. */
const concerns: Readonly<
  Record<HourKind, (reader: Recipient, due: Due, now: Instant, when: When) => boolean>
> = {
  reminder: () => true,
  // That very change is one of this reader's clock, and on some day after it the clock is not back where it was.
  'clock-change': ({ zone }, { variant }, now, when) =>
    daysOf(when).some(
      ({ start }) =>
        clocksDiffer(zone, now, start) && clockChanges(zone, now, start).some(({ at }) => at === variant),
    ),
};

const expectedOf = (recipients: readonly Recipient[], told: readonly Told[]) =>
  recipients.flatMap((recipient) => {
    const known = told.find((each) => sameSeat(each, recipient));
    return known?.expected === true
      ? [{ recipient, sequence: known.sequence, since: known.since, halts: known.halts }]
      : [];
  });

/** Of several reminders or chasers whose time has passed only the last of its kind, and to one reader, is worth sending. */
export function overdue(dues: readonly Due[], now: Instant): readonly Due[] {
  const past = dues.filter(({ at }) => at <= now).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return [
    ...past.filter(({ kind }) => kind === 'clock-change'),
    ...dueKinds
      .filter((only) => only !== 'clock-change')
      .flatMap((only) => [
        ...Map.groupBy(
          past.filter(({ kind }) => kind === only),
          ({ who }) => who,
        ).values(),
      ])
      .flatMap((each) => each.at(-1) ?? []),
  ];
}
