import { parseInstant, type Instant } from '../../../../functions/shared/values/instants.ts';
import { localOf } from '../../../../functions/shared/values/zones.ts';
import { countryCode, countryOf } from '../../../../functions/shared/values/countries.ts';
import type { Role, AccountRole } from '../../../../functions/shared/access/roles.ts';
import type { SessionKind } from '../../../../functions/sessions/port/kinds.ts';
import { idsIn, minutesOf, type Proposal } from '../../parts/proposal.ts';
import { wallTime } from '../../parts/wall-time.ts';
import { seatsBeside, type Draft, type DraftDay } from './draft.ts';

/**
 * On whose clock the times of the form are. A support officer’s own zone can tell where a protected person is, and the
 * venue of a session is there for everybody in the case to see; so a visit goes by the clock of the host State’s capital.
 */
export function venueZone(
  me: { readonly role: AccountRole; readonly zone: string },
  hostState: string,
): string {
  if (me.role !== 'support-officer') return me.zone;
  const known = countryCode.safeParse(hostState);
  return known.success ? countryOf(known.data).capitalZone : 'Etc/UTC';
}

interface CaseFound {
  readonly members: readonly { readonly personId: string; readonly role: string }[];
  /** Who is heard. */
  readonly witness: { readonly holder: string };
}

interface Ground {
  readonly kind: SessionKind;
  /** The venue’s. */
  readonly zone: string;
  readonly taken: Proposal | undefined;
}

/** What the form says before anybody typed: what the search handed over, and whom there is no choice about. */
export function firstDraft(
  { members, witness }: CaseFound,
  me: { readonly personId: string; readonly role: AccountRole },
  { kind, zone, taken }: Ground,
): Draft {
  const only = (role: Role): string => {
    const [first, ...more] = members.filter((member) => member.role === role);
    return more.length === 0 ? (first?.personId ?? '') : '';
  };
  const chosen = (seat: Role) => (taken === undefined ? [] : idsIn(taken, seat));
  return {
    kind,
    days: [taken === undefined ? noDay : dayIn(zone, taken)],
    minutes: taken === undefined ? 60 : minutesOf(taken, 'main'),
    pre: taken === undefined ? 0 : minutesOf(taken, 'pre'),
    post: taken === undefined ? 0 : minutesOf(taken, 'post'),
    prosecutor: chosen('prosecutor')[0] ?? (me.role === 'prosecutor' ? me.personId : only('prosecutor')),
    presiding: chosen('judge')[0] ?? (me.role === 'judge' ? me.personId : only('judge')),
    clerk: chosen('clerk')[0] ?? only('clerk'),
    supportOfficer: chosen('support-officer')[0] ?? witness.holder,
    interpreter: chosen('interpreter')[0] ?? '',
    noInterpreter: taken?.interpreting === 'not-needed',
    moreInterpreters: [],
    mode: 'consecutive',
    authorities: chosen('central-authority').filter((id) => id !== me.personId),
    also: seatsBeside.flatMap((seat) =>
      chosen(seat)
        .slice(seat === 'judge' ? 1 : 0)
        .map((id) => ({ seat, id })),
    ),
    rooms: (taken?.rooms ?? []).slice(0, 1),
    hold: 0,
  };
}

/** What was to be set aside when the time was chosen, with the reason; nothing once the time is another one. */
export function agreedFor(
  { days }: Pick<Draft, 'days'>,
  zone: string,
  taken: Proposal | undefined,
): NonNullable<Proposal['overrides']> {
  const [first, ...more] = days;
  if (taken === undefined || first === undefined || more.length > 0) return [];
  const { date, time } = dayIn(zone, taken);
  return first.date === date && first.time === time ? (taken.overrides ?? []) : [];
}

const noDay: DraftDay = { date: undefined, time: undefined, offset: undefined };

/** The first day of what was handed over, by the clock of the form. */
function dayIn(zone: string, { zone: theirs, days: [first] }: Proposal): DraftDay {
  if (first === undefined) return noDay;
  const { local, offset } = zone === theirs ? first : localOf(zone, instantIn(theirs, first));
  return { date: local.slice(0, 10), time: local.slice(11, 16), offset };
}

function instantIn(zone: string, { local, offset }: Proposal['days'][number]): Instant {
  return parseInstant(new Date(`${local}${offset ?? offsetIn(zone, local)}`).toISOString());
}

function offsetIn(zone: string, local: string): string {
  const found = wallTime(zone, local);
  return found.kind === 'once' ? localOf(zone, found.instant).offset : 'Z';
}
