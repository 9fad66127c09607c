import { isHearing } from '../kind-seats.ts';
import { blockOf, keyedMembers, keyedRooms, segmentsOf, type FinderGround, type Wish } from './wish.ts';

/** Everybody and everything that must be there, as the rows of the picture and of the list. */
export interface Party {
  readonly key: string;
  readonly kind: 'member' | 'witness' | 'interpreter' | 'room';
  /** The role, for a member. */
  readonly role?: string;
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
export function partiesOf(wish: Wish, ground: Pick<FinderGround, 'members' | 'witness'>): readonly Party[] {
  const segments = segmentsOf(wish, ground);
  const party = (key: string, rest: Omit<Party, 'key' | 'block'>): Party => ({
    key,
    ...rest,
    block: blockOf(segments, key),
  });
  const { interpreter, room } = wish;
  return [
    ...keyedMembers(wish, ground).map(({ key, role, pseudonym, label }) =>
      party(key, { kind: 'member', role, pseudonym, label, pool: false }),
    ),
    ...(isHearing(wish.kind)
      ? [party('witness', { kind: 'witness', pseudonym: ground.witness, pool: false })]
      : []),
    ...(interpreter.kind === 'none'
      ? []
      : [party('interpreter', { kind: 'interpreter', pool: interpreter.kind === 'any' })]),
    ...(room.kind === 'any' ? [party('room', { kind: 'room', pool: true })] : []),
    ...keyedRooms(wish).map(({ key, roomId }) => party(key, { kind: 'room', roomId, pool: false })),
  ];
}
