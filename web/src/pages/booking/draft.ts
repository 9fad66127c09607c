import { partyRoles, type Role, type AccountRole } from '../../../../functions/shared/access/roles.ts';
import type { BodyIn } from '../../../../functions/shared/http/contract.ts';
import type { bookSession } from '../../../../functions/sessions/booking/contract.ts';
import { kinds, type SessionKind } from '../../../../functions/sessions/port/kinds.ts';
import { proposalOf, type Chosen, type Proposal } from '../../parts/proposal.ts';
import { usuallyAlone, type InterpretingMode } from '../../../../functions/shared/values/interpreting.ts';
import { addDays } from '../../parts/local-day.ts';
import { kindHasSeat, isHearing } from '../session/kind-seats.ts';

/** A session as it stands in the form: whatever was typed, complete or not. */
export interface Draft {
  readonly kind: SessionKind;
  /** The first day, then any others; each begins at its own wall time and has the same parts. */
  readonly days: readonly DraftDay[];
  /** Minutes of the session itself, and with her before and after; 0 for none. */
  readonly minutes: number;
  readonly pre: number;
  readonly post: number;
  /** Ids; empty while nobody is chosen. What a kind has no seat for is kept for another kind. */
  readonly prosecutor: string;
  readonly presiding: string;
  readonly clerk: string;
  readonly supportOfficer: string;
  readonly interpreter: string;
  /** That nobody has to interpret; it holds only while nobody is chosen. */
  readonly noInterpreter: boolean;
  /** Those who take turns with the interpreter. */
  readonly moreInterpreters: readonly string[];
  /** How is interpreted, where somebody interprets. */
  readonly mode: InterpretingMode;
  readonly authorities: readonly string[];
  /** Who takes part beside these, in seats that need not be taken. */
  readonly also: readonly Chosen[];
  readonly rooms: readonly string[];
  /** Hours for which the time is only held; 0 books it. */
  readonly hold: number;
}

export interface DraftDay {
  /** `YYYY-MM-DD`; undefined while it is not complete. */
  readonly date: string | undefined;
  /** `HH:mm` */
  readonly time: string | undefined;
  /** Which of two, where the wall time comes twice. */
  readonly offset: string | undefined;
}

/** More days than these are another session. */
export const mostDays = 30;

/** The seats for which somebody is chosen in the form. */
export const seatFields = [
  'prosecutor',
  'presiding',
  'clerk',
  'supportOfficer',
  'interpreter',
  'authorities',
] as const;
export type SeatField = (typeof seatFields)[number];
export const roleOf: Readonly<Record<SeatField, Role>> = {
  prosecutor: 'prosecutor',
  presiding: 'judge',
  clerk: 'clerk',
  supportOfficer: 'support-officer',
  interpreter: 'interpreter',
  authorities: 'central-authority',
};

/** Those of them that a kind of session has, and whether it cannot be without. */
export const seatsOf = (kind: SessionKind) =>
  seatFields
    .filter((field) => kindHasSeat(kind, roleOf[field]))
    .map((field) => ({
      field,
      // Nobody has to interpret everywhere; but where nobody does, somebody says so.
      needed: field === 'interpreter' || kinds[kind].needs.includes(roleOf[field]),
    }));

/** Seats that somebody of the case is ticked for, if anybody. Whoever presides is chosen by themselves. */
export const seatsBeside = [
  'judge',
  'defence-counsel',
  'victim-counsel',
  'custody-officer',
  'technician',
  ...partyRoles,
] as const satisfies readonly Role[];

/** The parts that a day of this session has. */
function partsOf({ kind, minutes, pre, post }: Draft) {
  const [before, after] = isHearing(kind) ? [pre, post] : [0, 0];
  return { before, after, whole: before + minutes + after };
}

/** From the beginning of a day's first part to the end of its last, in minutes. */
export const wholeMinutes = (draft: Draft): number => partsOf(draft).whole;

/** The wall time of a day; undefined while something of it is missing. */
export const localOfDay = ({ date, time }: DraftDay): string | undefined =>
  date === undefined || time === undefined ? undefined : `${date}T${time.slice(0, 5)}`;

/** The same draft with another day in that place. */
export const withDay = (draft: Draft, at: number, day: DraftDay): Draft => ({
  ...draft,
  days: draft.days.map((each, index) => (index === at ? day : each)),
});

/** One day more: the day after the last, at the same time. */
export function withAnotherDay(draft: Draft): Draft {
  const last = draft.days.at(-1);
  const date = last?.date === undefined ? undefined : addDays(last.date, 1);
  return { ...draft, days: [...draft.days, { date, time: last?.time, offset: undefined }] };
}

/** The first day at another wall time; the others as long after it, on the wall, as they were. */
export function movedTo(draft: Draft, local: string, offset: string | undefined): Draft {
  const [first, ...rest] = draft.days;
  const before = first === undefined ? undefined : localOfDay(first);
  const shift = before === undefined ? 0 : onTheWall(local) - onTheWall(before);
  const moved = rest.map((day): DraftDay => {
    const own = localOfDay(day);
    if (own === undefined) return day;
    const to = new Date(onTheWall(own) + shift).toISOString();
    return { date: to.slice(0, 10), time: to.slice(11, 16), offset: undefined };
  });
  return { ...draft, days: [{ date: local.slice(0, 10), time: local.slice(11, 16), offset }, ...moved] };
}

/** A wall time as a number, for counting on the wall: no clock is asked. */
const onTheWall = (local: string): number => Date.parse(`${local}Z`);

/** The days as the service takes them; undefined while one of them is not complete. */
function daysOf({ days }: Draft) {
  const said = days.map((day) => ({ local: localOfDay(day), offset: day.offset }));
  return said.every((day): day is { local: string; offset: string | undefined } => day.local !== undefined)
    ? said
    : undefined;
}

/** What the form knows besides: the case, by whose clock the times are, who books, and who is heard. */
export interface BookingContext {
  readonly caseId: string;
  /** The venue’s. */
  readonly zone: string;
  readonly me: { readonly personId: string; readonly role: AccountRole };
  /** Her pseudonym. */
  readonly witness: string;
}

type Body = BodyIn<typeof bookSession>;

/** The booking, once every day is complete; whether the rest is right, see faults.ts. */
export function bodyOf(draft: Draft, context: BookingContext): Body | undefined {
  const thought = thoughtOf(draft, context);
  if (thought === undefined) return undefined;
  return { ...thought, ...(draft.hold > 0 ? { holdMinutes: draft.hold * 60 } : {}) };
}

/** What would be booked, once every day is complete; of the seats, as many as are chosen. */
export function thoughtOf(draft: Draft, { caseId, zone, ...people }: BookingContext): Proposal | undefined {
  const days = daysOf(draft);
  if (days === undefined) return undefined;
  const { kind, minutes, rooms } = draft;
  const { before, after } = partsOf(draft);
  return proposalOf({
    caseId,
    kind,
    zone,
    days: days.map(withOffset),
    minutes,
    pre: before,
    post: after,
    chosen: chosenIn(draft, people),
    rooms,
    ...(interprets(draft) ? { mode: draft.mode } : {}),
    ...(doesWithout(draft) ? { interpreting: 'not-needed' } : {}),
  });
}

const withOffset = ({ local, offset }: { readonly local: string; readonly offset: string | undefined }) => ({
  local,
  ...(offset === undefined ? {} : { offset }),
});

/** Whoever books, where their role has a seat, whoever is heard, and those who are chosen. */
function chosenIn(draft: Draft, { me, witness }: Pick<BookingContext, 'me' | 'witness'>): readonly Chosen[] {
  const picked = seatFields.flatMap((field) =>
    [draft[field]].flat().map((id) => ({ seat: roleOf[field], id })),
  );
  return [
    ...(me.role === 'central-authority' ? [{ seat: me.role, id: me.personId }] : []),
    { seat: 'witness' as const, id: witness },
    ...picked,
    // Whoever presides stands first.
    ...draft.also.filter(({ id }) => id !== draft.presiding),
    ...(interprets(draft) ? draft.moreInterpreters : []).map((id) => ({ seat: 'interpreter' as const, id })),
  ].filter(({ id }) => id !== '');
}

/** Whether anybody interprets in the session. */
export const interprets = ({ kind, interpreter }: Draft): boolean =>
  kindHasSeat(kind, 'interpreter') && interpreter !== '';

/** Whether it was said that nobody has to interpret, in a session in which somebody could. */
export const doesWithout = ({ kind, interpreter, noInterpreter }: Draft): boolean =>
  kindHasSeat(kind, 'interpreter') && interpreter === '' && noInterpreter;

/** Minutes for which those who interpret can usually work, with the rest that they give each other. */
export const usuallyEnough = ({ mode, moreInterpreters }: Draft): number =>
  usuallyAlone[mode] * (1 + moreInterpreters.length);
