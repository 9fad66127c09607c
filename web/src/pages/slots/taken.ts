import * as z from 'zod';
import { overrideReason, sessionKind } from '../../../../functions/sessions/contract.ts';
import { addMinutes, instant, type Instant } from '../../../../functions/shared/values/instants.ts';
import { overrideName } from '../../../../functions/shared/values/overrides.ts';
import type { Override } from '../../parts/time-problem.tsx';
import { keyedMembers, segmentsOf, wholeMinutes, type SearchContext, type Proposal } from './proposal.ts';

/** A time that somebody took from a search, as the booking page is given it. It holds ids and times, no names. */
export const taken = z.object({
  kind: sessionKind,
  start: instant,
  end: instant,
  minutes: z.number(),
  /** The parts of the session; who is there in which, the booking knows. */
  segments: z.array(z.object({ kind: z.enum(['pre', 'main', 'post']), at: z.number(), minutes: z.number() })),
  clerk: z.string().optional(),
  supportOfficer: z.string().optional(),
  interpreter: z.string().optional(),
  authorities: z.array(z.string()).optional(),
  room: z.string().optional(),
  /** What this time needs set aside, with the reason that was chosen. */
  overrides: z.array(z.object({ what: overrideName, reason: overrideReason })).optional(),
});

export type Taken = z.infer<typeof taken>;

/** Who was chosen where a seat had several to choose from. */
export interface Fits {
  readonly interpreter?: string;
  readonly room?: string;
}

export function takenOf(
  proposal: Proposal,
  context: Pick<SearchContext, 'members'>,
  start: Instant,
  { interpreter, room }: Fits,
  overrides: readonly Override[] = [],
): Taken {
  const members = keyedMembers(proposal, context);
  const idOf = (role: string) => members.find((member) => member.role === role)?.personId;
  const clerk = idOf('clerk');
  const supportOfficer = idOf('support-officer');
  const [who, where] = [
    proposal.interpreter.kind === 'one' ? proposal.interpreter.id : interpreter,
    proposal.room.kind === 'these' ? proposal.room.ids[0] : room,
  ];
  const authorities = members
    .filter(({ role }) => role === 'central-authority')
    .map(({ personId }) => personId);
  const minutes = wholeMinutes(proposal);
  return {
    kind: proposal.kind,
    start,
    end: addMinutes(start, minutes),
    minutes,
    segments: segmentsOf(proposal, context).map(({ kind, at, minutes: each }) => ({
      kind,
      at,
      minutes: each,
    })),
    ...(clerk === undefined ? {} : { clerk }),
    ...(supportOfficer === undefined ? {} : { supportOfficer }),
    ...(authorities.length === 0 ? {} : { authorities }),
    ...(who === undefined ? {} : { interpreter: who }),
    ...(where === undefined ? {} : { room: where }),
    ...(overrides.length === 0 ? {} : { overrides: [...overrides] }),
  };
}
