import type { Role } from '../../../../functions/shared/access/roles.ts';
import type { BodyIn } from '../../../../functions/shared/http/contract.ts';
import type { searchSlots } from '../../../../functions/availability/search/contract.ts';
import { isNeeded, type Place, type SessionKind } from '../../../../functions/sessions/port/kinds.ts';
import type { CountryCode } from '../../../../functions/shared/values/countries.ts';
import { addDays, dayStart } from '../../parts/local-day.ts';
import { kindHasSeat } from '../session/kind-seats.ts';
import { idsIn, laterOnTheWall, partsOf, proposalOf, type Proposal } from '../../parts/proposal.ts';

export type Question = BodyIn<typeof searchSlots>;

/** Any interpreter of whom all this is true; empty texts ask nothing. */
export interface AnyInterpreter {
  readonly kind: 'any';
  readonly between: readonly [string, string];
  readonly gender: '' | 'woman' | 'man';
  readonly mode: '' | 'consecutive' | 'simultaneous';
  readonly dialect: string;
  /** Vetted within the last year. */
  readonly vetted: boolean;
  readonly notFrom: '' | CountryCode;
}

/** Any room of which all this is true; empty texts ask nothing. */
export interface AnyRoom {
  readonly kind: 'any';
  readonly city: string;
  readonly vetted: boolean;
}

interface One {
  readonly kind: 'one';
  readonly id: string;
}
/** Each of these, all of them together. */
interface These {
  readonly kind: 'these';
  readonly ids: readonly string[];
}
interface None {
  readonly kind: 'none';
}

/** The session that somebody looks for a time for, while it is still being chosen; what is sent of it is a Proposal. */
export interface WantedSession {
  /** Which decides who can be there at all. */
  readonly kind: SessionKind;
  /** First day, in the zone of whoever looks, `YYYY-MM-DD`. */
  readonly from: string;
  readonly days: number;
  /** Of the hearing itself. */
  readonly minutes: number;
  /** With the person to be heard and those who are with her, before and after; 0 for none. */
  readonly pre: number;
  readonly post: number;
  readonly grid: 5 | 15;
  /** Ids of the members of the case who must be there. */
  readonly members: readonly string[];
  readonly interpreter: AnyInterpreter | One | None;
  readonly room: AnyRoom | These | None;
  readonly outsideHours: boolean;
  readonly shortNotice: boolean;
  readonly withoutBuffers: boolean;
}

export interface Member {
  readonly personId: string;
  readonly role: Role;
  readonly pseudonym: string;
  readonly label: string;
  /** Whether they can be looked for by name; unless said, they can. */
  readonly byName?: boolean;
}

/** What a search is about beside what is looked for. */
export interface SearchContext {
  readonly caseId: string;
  readonly members: readonly Member[];
  /** Whose days and dates count: the zone of whoever looks. */
  readonly zone: string;
  readonly today: string;
  /** Her pseudonym. */
  readonly witness: string;
  /** The session to be moved. */
  readonly moving?: string;
  /** Of one on several days: by how many minutes the venue’s wall clock is further on when each further day begins. */
  readonly again?: readonly number[];
  /** By whose wall clock that is; the zone of whoever looks, unless said. */
  readonly venue?: string;
  /** What an interpreter is usually needed for here; of one who is named and cannot do it is warned. */
  readonly usual?: AnyInterpreter;
}

/** What the pages of a search need to know besides. */
export interface FinderContext extends SearchContext {
  readonly usual: AnyInterpreter;
}

/** The longest window that the search answers. */
export const longestSearchDays = 180;

/** Who was chosen where a seat had several to choose from. */
export interface Fits {
  readonly interpreter?: string;
  readonly room?: string;
}

/** Members who were chosen and have a seat in that kind of session. */
export const membersIn = (
  { kind, members }: Pick<WantedSession, 'kind' | 'members'>,
  context: Pick<SearchContext, 'members'>,
): readonly Member[] =>
  context.members.filter(({ personId, role }) => members.includes(personId) && kindHasSeat(kind, role));

/** Those among them who can be looked for as somebody of their role only, since their agency has not taken the case. */
export const unnamedIn = (
  wanted: Pick<WantedSession, 'kind' | 'members'>,
  context: Pick<SearchContext, 'members'>,
): readonly Member[] => membersIn(wanted, context).filter(({ byName }) => byName === false);

/** Rooms that were chosen. */
export const roomsIn = ({ room }: Pick<WantedSession, 'room'>): readonly string[] =>
  room.kind === 'these' ? room.ids : [];

/**
 * What is looked for as a proposal. Of its days the first begins at nine o’clock on the first day of the window, the
 * others as long after it as they are to be.
 * @param fits who of several was chosen
 */
export function proposedIn(wanted: WantedSession, context: SearchContext, fits: Fits = {}): Proposal {
  const { kind, from, minutes, pre, post, interpreter, room } = wanted;
  const interprets = interpreter.kind === 'one' ? interpreter.id : fits.interpreter;
  const first = `${from}T09:00`;
  return proposalOf({
    caseId: context.caseId,
    kind,
    zone: context.venue ?? context.zone,
    days: [
      { local: first },
      ...(context.again ?? []).map((after) => ({ local: laterOnTheWall(first, after) })),
    ],
    minutes,
    pre,
    post,
    chosen: [
      ...(interprets === undefined ? [] : [{ seat: 'interpreter' as const, id: interprets }]),
      ...membersIn(wanted, context).map(({ personId, role }) => ({ seat: role, id: personId })),
      { seat: 'witness', id: context.witness },
    ],
    ...(interpreter.kind === 'none' && kindHasSeat(kind, 'interpreter')
      ? { interpreting: 'not-needed' as const }
      : {}),
    rooms: room.kind === 'any' && fits.room !== undefined ? [fits.room] : roomsIn(wanted),
  });
}

/** From the beginning of the first part to the end of the last, in minutes. */
export const wholeMinutes = ({
  pre,
  minutes,
  post,
}: Pick<WantedSession, 'pre' | 'minutes' | 'post'>): number => pre + minutes + post;

/** The same of all days, to the end of the last. */
export const minutesOfDays = (
  wanted: Pick<WantedSession, 'pre' | 'minutes' | 'post'>,
  { again = [] }: Pick<SearchContext, 'again'>,
): number => Math.max(0, ...again) + wholeMinutes(wanted);

/** When whoever has a seat must be there, in minutes from the beginning. */
export function blockOf(
  wanted: Pick<WantedSession, 'pre' | 'minutes' | 'post'>,
  place: Place,
): { readonly at: number; readonly minutes: number } {
  const own = partsOf(wanted).filter(({ kind }) => isNeeded(kind, place));
  const at = Math.min(...own.map((each) => each.at));
  return { at, minutes: Math.max(...own.map((each) => each.at + each.minutes)) - at };
}

/** The question for the whole window, without how much of the answer is wanted. */
export function questionOf(wanted: WantedSession, context: SearchContext): Question {
  const { interpreter, room, outsideHours, shortNotice, withoutBuffers } = wanted;
  const unnamed = unnamedIn(wanted, context);
  const named = wanted.members.filter((each) => unnamed.every(({ personId }) => personId !== each));
  const proposal = proposedIn({ ...wanted, members: named }, context);
  return {
    proposal,
    earliest: dayStart(context.zone, wanted.from),
    latest: dayStart(context.zone, addDays(wanted.from, wanted.days)),
    grid: wanted.grid,
    ...(idsIn(proposal, 'interpreter').length === 0 ? {} : interpreting(context)),
    pools: [
      ...(interpreter.kind === 'any' ? [interpreterPool(interpreter, context.today)] : []),
      ...(room.kind === 'any' ? [roomPool(room)] : []),
      ...unnamed.map(memberPool),
    ],
    outsideHours,
    shortNotice,
    withoutBuffers,
    ...(context.moving === undefined ? {} : { moving: context.moving }),
  };
}

/** Within so many days somebody must have been vetted. */
const vettedWithin = 365;

function interpreting({ usual, today }: Pick<SearchContext, 'usual' | 'today'>) {
  if (usual === undefined || usual.between[0] === usual.between[1]) return {};
  return {
    interprets: {
      between: [...usual.between] as [string, string],
      vettedSince: addDays(today, -vettedWithin),
    },
  };
}

type Pool = NonNullable<Question['pools']>[number];

function interpreterPool(criteria: AnyInterpreter, today: string): Pool {
  const { between, dialect, gender, mode, notFrom, vetted } = criteria;
  return {
    key: 'interpreter',
    kind: 'interpreter',
    between: [...between],
    ...(gender === '' ? {} : { gender }),
    ...(mode === '' ? {} : { mode }),
    ...(dialect.trim() === '' ? {} : { dialect: dialect.trim() }),
    ...(vetted ? { vettedSince: addDays(today, -vettedWithin) } : {}),
    ...(notFrom === '' ? {} : { notFrom: [notFrom] }),
  };
}

/** Called by the member's id, so that the answer speaks of everybody in the same way. */
const memberPool = ({ personId, role }: Member): Pool => ({ key: personId, kind: role as MemberRole });
type MemberRole = Exclude<Pool['kind'], 'interpreter' | 'room'>;

const roomPool = ({ city, vetted }: AnyRoom): Pool => ({
  key: 'room',
  kind: 'room',
  ...(city === '' ? {} : { city }),
  ...(vetted ? { vetted: true } : {}),
});
