import { localOf } from '../../../../functions/shared/values/zones.ts';
import { countryCode, countryOf } from '../../../../functions/shared/values/countries.ts';
import type { StaffRole } from '../../../../functions/shared/access/roles.ts';
import type { SessionKind } from '../../../../functions/sessions/port/kinds.ts';
import type { Taken } from '../slots/taken.ts';
import type { Draft, DraftDay } from './draft.ts';

/**
 * On whose clock the times of the form are. A support officer’s own zone can tell where a protected person is, and the
 * venue of a session is there for everybody in the case to see; so a visit goes by the clock of the host State’s capital.
 */
export function venueZone(
  me: { readonly role: StaffRole; readonly zone: string },
  hostState: string,
): string {
  if (me.role !== 'support-officer') return me.zone;
  const known = countryCode.safeParse(hostState);
  return known.success ? countryOf(known.data).capitalZone : 'Etc/UTC';
}

interface CaseFound {
  readonly members: readonly { readonly personId: string; readonly role: string }[];
  readonly witness: { readonly holder: string };
}

interface Ground {
  readonly kind: SessionKind;
  /** The venue’s. */
  readonly zone: string;
  readonly taken: Taken | undefined;
}

/** What the form says before anybody typed: what the search handed over, and whom there is no choice about. */
export function firstDraft(
  { members, witness }: CaseFound,
  me: { readonly personId: string },
  { kind, zone, taken }: Ground,
): Draft {
  const clerks = members.filter(({ role }) => role === 'clerk');
  const minutesOf = (part: 'pre' | 'main' | 'post') =>
    taken?.segments.find((segment) => segment.kind === part)?.minutes;
  return {
    kind,
    days: [taken === undefined ? noDay : dayAt(zone, taken.start)],
    minutes: minutesOf('main') ?? 60,
    pre: minutesOf('pre') ?? 0,
    post: minutesOf('post') ?? 0,
    clerk: taken?.clerk ?? (clerks.length === 1 ? (clerks[0]?.personId ?? '') : ''),
    supportOfficer: taken?.supportOfficer ?? witness.holder,
    interpreter: taken?.interpreter ?? '',
    moreInterpreters: [],
    mode: 'consecutive',
    authorities: (taken?.authorities ?? []).filter((id) => id !== me.personId),
    rooms: taken?.room === undefined ? [] : [taken.room],
    hold: 0,
  };
}

/** What was to be set aside when the time was chosen, with the reason; nothing once the time is another one. */
export function agreedFor(
  { days }: Pick<Draft, 'days'>,
  zone: string,
  taken: Taken | undefined,
): NonNullable<Taken['overrides']> {
  const [first, ...more] = days;
  if (taken === undefined || first === undefined || more.length > 0) return [];
  const { date, time } = dayAt(zone, taken.start);
  return first.date === date && first.time === time ? (taken.overrides ?? []) : [];
}

const noDay: DraftDay = { date: undefined, time: undefined, offset: undefined };

function dayAt(zone: string, start: Taken['start']): DraftDay {
  const { local, offset } = localOf(zone, start);
  return { date: local.slice(0, 10), time: local.slice(11, 16), offset };
}
