import type { Role } from '../../../../functions/shared/access/roles.ts';
import { isHearing } from '../session/kind-seats.ts';
import {
  blockOf,
  keyedMembers,
  keyedRooms,
  segmentsOf,
  type FinderContext,
  type Proposal,
} from './proposal.ts';

/** Everybody and everything that must be there, as the rows of the picture and of the list. */
export interface Party {
  readonly key: string;
  readonly kind: 'member' | 'witness' | 'interpreter' | 'room';
  /** The role, for a member. */
  readonly role?: Role;
  readonly pseudonym?: string;
  readonly label?: string;
  /** Which room, where it is a certain one. */
  readonly roomId?: string;
  /** One of several may come. */
  readonly pool: boolean;
  /** When the party must be there, in minutes from the beginning. */
  readonly block: { readonly at: number; readonly minutes: number };
}

/** In the order in which they are shown: those who ask, those who are with her, she herself, then the rest. */
export function partiesOf(
  proposal: Proposal,
  context: Pick<FinderContext, 'members' | 'witness'>,
): readonly Party[] {
  const segments = segmentsOf(proposal, context);
  const party = (key: string, rest: Omit<Party, 'key' | 'block'>): Party => ({
    key,
    ...rest,
    block: blockOf(segments, key),
  });
  const { interpreter, room } = proposal;
  return [
    ...keyedMembers(proposal, context).map(({ key, role, pseudonym, label }) =>
      party(key, { kind: 'member', role, pseudonym, label, pool: false }),
    ),
    ...(isHearing(proposal.kind)
      ? [party('witness', { kind: 'witness', pseudonym: context.witness, pool: false })]
      : []),
    ...(interpreter.kind === 'none'
      ? []
      : [party('interpreter', { kind: 'interpreter', pool: interpreter.kind === 'any' })]),
    ...(room.kind === 'any' ? [party('room', { kind: 'room', pool: true })] : []),
    ...keyedRooms(proposal).map(({ key, roomId }) => party(key, { kind: 'room', roomId, pool: false })),
  ];
}
