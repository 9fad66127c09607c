import type * as z from 'zod';
import type { Role } from '../../../functions/shared/access/roles.ts';
import { kinds, type SessionKind } from '../../../functions/sessions/port/kinds.ts';
import type { proposal } from '../../../functions/sessions/proposal/contract.ts';

/** What is to be booked, as search, preview, booking and moving take it: made here, whatever page it comes from. */
export type Proposal = z.input<typeof proposal>;
export type ProposedDay = Proposal['days'][number];

/** Somebody for a seat: a person by id, whoever is heard by her pseudonym. */
export interface Chosen {
  readonly seat: Role;
  readonly id: string;
}

/** What a page knows of a session that is only thought of; ids of who and what was chosen so far. */
export interface Thought {
  readonly caseId: string;
  readonly kind: SessionKind;
  readonly zone: string;
  readonly days: readonly ProposedDay[];
  /** Minutes of the session itself, and with her before and after; 0 for none. */
  readonly minutes: number;
  readonly pre: number;
  readonly post: number;
  readonly chosen: readonly Chosen[];
  readonly rooms: readonly string[];
  readonly mode?: Proposal['mode'];
  readonly interpreting?: Proposal['interpreting'];
  readonly overrides?: Proposal['overrides'];
}

export function proposalOf({
  caseId,
  kind,
  zone,
  days,
  chosen,
  rooms,
  mode,
  interpreting,
  overrides,
  ...length
}: Thought): Proposal {
  return {
    caseId,
    kind,
    zone,
    days: [...days],
    parts: partsOf(length),
    seats: seatsOf(kind, chosen),
    ...(rooms.length > 0 ? { rooms: [...rooms] } : {}),
    ...(mode === undefined ? {} : { mode }),
    ...(interpreting === undefined ? {} : { interpreting }),
    ...(overrides === undefined || overrides.length === 0 ? {} : { overrides }),
  };
}

/** The parts of a day, in order, each after the one before. */
export const partsOf = ({
  pre,
  minutes,
  post,
}: Pick<Thought, 'pre' | 'minutes' | 'post'>): Proposal['parts'] => [
  ...(pre > 0 ? [{ kind: 'pre' as const, at: 0, minutes: pre }] : []),
  { kind: 'main' as const, at: pre, minutes },
  ...(post > 0 ? [{ kind: 'post' as const, at: pre + minutes, minutes: post }] : []),
];

/** Each seat that the kind has and that somebody was chosen for. */
const seatsOf = (kind: SessionKind, chosen: readonly Chosen[]): Proposal['seats'] =>
  [...kinds[kind].needs, ...kinds[kind].may].flatMap((seat) => {
    const ids = chosen.filter((each) => each.seat === seat).map(({ id }) => id);
    return ids.length === 0 ? [] : [{ seat, ids } as Proposal['seats'][number]];
  });

/** Who is chosen for a seat. */
export const idsIn = ({ seats }: Pick<Proposal, 'seats'>, seat: Role): readonly string[] =>
  seats.find((each) => each.seat === seat)?.ids ?? [];

/** Minutes of a part; 0 where there is none. */
export const minutesOf = ({ parts }: Pick<Proposal, 'parts'>, kind: 'pre' | 'main' | 'post'): number =>
  parts.find((part) => part.kind === kind)?.minutes ?? 0;

/** A day so many minutes later on the wall, where no clock is asked. */
export function laterOnTheWall(local: string, minutes: number): string {
  return new Date(Date.parse(`${local}Z`) + minutes * 60_000).toISOString().slice(0, 16);
}
