import type { Instant } from '../shared/values/instants.ts';
import { clockChanges } from '../shared/values/zones.ts';
import type { Role } from '../shared/access/roles.ts';
import { openPoints, type Door } from '../sessions/door.ts';
import type { Due } from './due.ts';
import type { Recipient } from './recipients.ts';
import { sameSeat } from './recipients.ts';
import type { Draft, Told } from './telling.ts';
import { whenOf } from './when.ts';
import { clocksDiffer, type NoticeKind } from './wording.ts';

/** What a session still lacks that somebody has to arrange. */
export const missingIn = (door: Door): readonly NoticeKind[] =>
  openPoints(door).some(({ gate, state }) => gate === 'interpreter' && state !== 'open')
    ? ['interpreter-missing']
    : [];

/** The seats that see to what is missing; the first that there is. A visit, say, has no clerk. */
const chasedSeats: readonly Role[] = ['clerk', 'prosecutor', 'support-officer'];

/** Who sees to what is missing. */
export const chasedIn = (recipients: readonly Recipient[]): Recipient | undefined =>
  chasedSeats.flatMap((seat) => recipients.filter((each) => each.seat === seat))[0];

interface Known {
  readonly door: Door;
  readonly told: readonly Told[];
  readonly recipients: readonly Recipient[];
}

/**
 * The messages that something due gives, as things stand now: those whom it still concerns, and who did not learn the time
 * only after it was due.
 */
export function draftsOf(due: Due, { door, told, recipients }: Known, now: Instant): readonly Draft[] {
  if (due.kind === 'chase') {
    const chased = chasedIn(recipients.filter((each) => expectedOf([each], told).length > 0));
    return missingIn(door).flatMap((kind) =>
      expectedOf(chased === undefined ? [] : [chased], told).map(({ recipient, sequence }) =>
        draft(kind, recipient, sequence),
      ),
    );
  }
  return expectedOf(recipients, told)
    .filter(({ since }) => since < due.at)
    .filter(({ recipient }) => due.kind === 'reminder' || changesClocks(recipient, due, now, door.start))
    .map(({ recipient, sequence }) => draft(due.kind as NoticeKind, recipient, sequence));

  function draft(kind: NoticeKind, recipient: Recipient, sequence: number): Draft {
    return { kind, recipient, span: whenOf(door), sequence, variant: due.variant, dueAt: due.at };
  }
}

const expectedOf = (recipients: readonly Recipient[], told: readonly Told[]) =>
  recipients.flatMap((recipient) => {
    const known = told.find((each) => sameSeat(each, recipient));
    return known?.expected === true ? [{ recipient, sequence: known.sequence, since: known.since }] : [];
  });

/** Whether that very change is one of this reader's clock, and the clock is not back where it was by then. */
const changesClocks = ({ zone }: Recipient, { variant }: Due, now: Instant, start: string): boolean =>
  clocksDiffer(zone, now, start as Instant) &&
  clockChanges(zone, now, start as Instant).some(({ at }) => at === variant);

/** Of several reminders whose time has passed only the last is worth sending. */
export function overdue(dues: readonly Due[], now: Instant): readonly Due[] {
  const past = dues.filter(({ at }) => at <= now);
  const last = past
    .filter(({ kind }) => kind === 'reminder')
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1);
  const days = past.filter(({ kind }) => kind === 'chase').at(-1);
  return [
    ...past.filter(({ kind }) => kind === 'clock-change'),
    ...[last, days].filter((due) => due !== undefined),
  ];
}
