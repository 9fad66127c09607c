import type { Role } from '../../../../functions/shared/access/roles.ts';
import type { BodyIn } from '../../../../functions/shared/http/contract.ts';
import type { searchSlots } from '../../../../functions/availability/search/contract.ts';
import type { SessionKind } from '../../../../functions/sessions/port/kinds.ts';
import type { CountryCode } from '../../../../functions/shared/values/countries.ts';
import { addDays, dayStart } from '../../parts/local-day.ts';
import { hasSeat, isHearing } from '../session/kind-seats.ts';

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

/** What somebody looks for. */
export interface Proposal {
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
}

/** What a search is about beside the proposal. */
export interface SearchContext {
  readonly caseId: string;
  readonly members: readonly Member[];
  /** Whose days and dates count: the zone of whoever looks. */
  readonly zone: string;
  readonly today: string;
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
  /** Her pseudonym. */
  readonly witness: string;
  readonly usual: AnyInterpreter;
}

/** The longest window that the search answers. */
export const longestDays = 180;

/** Members who were chosen, each with the key of its seat: the role, with a number from the second on. */
export function keyedMembers(
  { kind, members, interpreter }: Proposal,
  context: Pick<SearchContext, 'members'>,
): readonly (Member & { readonly key: string })[] {
  // A member who interprets is one more beside the interpreter who is looked for, with the key without a number.
  const seen = new Map<string, number>(interpreter.kind === 'none' ? [] : [['interpreter', 1]]);
  return context.members
    .filter(({ personId, role }) => members.includes(personId) && hasSeat(kind, role))
    .map((member) => {
      const number = (seen.get(member.role) ?? 0) + 1;
      seen.set(member.role, number);
      return { ...member, key: number === 1 ? member.role : `${member.role}-${number}` };
    });
}

/** Who is with her before and after, as the booking has it. */
const withHer = ['support-officer', 'attending-officer', 'interpreter'];

/** Rooms that were chosen, each with the key of its seat. */
export const keyedRooms = ({ room }: Pick<Proposal, 'room'>): readonly { key: string; roomId: string }[] =>
  room.kind === 'these'
    ? room.ids.map((roomId, at) => ({ key: at === 0 ? 'room' : `room-${at + 1}`, roomId }))
    : [];

/** The parts of the session, in order, each after the one before. */
export function segmentsOf(
  proposal: Proposal,
  context: Pick<SearchContext, 'members'>,
): Question['segments'] {
  const { pre, minutes, post } = proposal;
  const needs = [
    'witness',
    ...keyedMembers(proposal, context)
      .filter(({ role }) => withHer.includes(role))
      .map(({ key }) => key),
    ...(proposal.interpreter.kind === 'none' ? [] : ['interpreter']),
    ...(proposal.room.kind === 'any' ? ['room'] : keyedRooms(proposal).map(({ key }) => key)),
  ];
  return [
    ...(pre > 0 ? [{ kind: 'pre' as const, at: 0, minutes: pre, needs }] : []),
    { kind: 'main' as const, at: pre, minutes },
    ...(post > 0 ? [{ kind: 'post' as const, at: pre + minutes, minutes: post, needs }] : []),
  ];
}

/** From the beginning of the first part to the end of the last, in minutes. */
export const wholeMinutes = ({ pre, minutes, post }: Pick<Proposal, 'pre' | 'minutes' | 'post'>): number =>
  pre + minutes + post;

/** The same of all days, to the end of the last. */
export const minutesOfDays = (
  proposal: Pick<Proposal, 'pre' | 'minutes' | 'post'>,
  { again = [] }: Pick<SearchContext, 'again'>,
): number => Math.max(0, ...again) + wholeMinutes(proposal);

/** When the seat of a key must be there, in minutes from the beginning. */
export function blockOf(segments: Question['segments'], key: string): { at: number; minutes: number } {
  const own = segments.filter(({ needs }) => needs === undefined || needs.includes(key));
  const at = Math.min(...own.map((each) => each.at));
  return { at, minutes: Math.max(...own.map((each) => each.at + each.minutes)) - at };
}

/** The question for the whole window, without how much of the answer is wanted. */
export function questionOf(proposal: Proposal, context: SearchContext): Question {
  const { interpreter, room, outsideHours, shortNotice, withoutBuffers } = proposal;
  return {
    caseId: context.caseId,
    earliest: dayStart(context.zone, proposal.from),
    latest: dayStart(context.zone, addDays(proposal.from, proposal.days)),
    zone: context.venue ?? context.zone,
    grid: proposal.grid,
    segments: segmentsOf(proposal, context),
    again: [...(context.again ?? [])],
    participants: [
      ...keyedMembers(proposal, context).map(({ key, personId, role }) => ({
        key,
        personId,
        ...(role === 'interpreter' ? interpreting(context) : {}),
      })),
      ...(isHearing(proposal.kind) ? [{ key: 'witness', witness: true as const }] : []),
      ...(interpreter.kind === 'one'
        ? [{ key: 'interpreter', personId: interpreter.id, ...interpreting(context) }]
        : []),
      ...keyedRooms(proposal),
    ],
    pools: [
      ...(interpreter.kind === 'any' ? [interpreterPool(interpreter, context.today)] : []),
      ...(room.kind === 'any' ? [roomPool(room)] : []),
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

function interpreterPool(wanted: AnyInterpreter, today: string): Pool {
  const { between, dialect, gender, mode, notFrom, vetted } = wanted;
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

const roomPool = ({ city, vetted }: AnyRoom): Pool => ({
  key: 'room',
  kind: 'room',
  ...(city === '' ? {} : { city }),
  ...(vetted ? { vetted: true } : {}),
});
