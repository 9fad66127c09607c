import type { Role } from '../../../../functions/shared/access/roles.ts';
import { isHearing } from '../session/kind-seats.ts';
import { blockOf, membersIn, roomsIn, type FinderContext, type WantedSession } from './wanted-session.ts';

/** Everybody and everything that must be there, as the rows of the picture and of the list. */
export interface Attendee {
  /** As the search speaks of it. */
  readonly key: string;
  readonly kind: 'member' | 'witness' | 'interpreter' | 'room';
  /** The role, for a member. */
  readonly role?: Role;
  readonly pseudonym?: string;
  readonly label?: string;
  /** Which room, where it is a certain one. */
  readonly roomId?: string;
  /** One of several may come; the key is then `interpreter` or `room`. */
  readonly pool: boolean;
  /** When it or they must be there, in minutes from the beginning. */
  readonly block: { readonly at: number; readonly minutes: number };
}

/** In the order in which they are shown: those who ask, those who are with her, she herself, then the rest. */
export function attendeesOf(
  wanted: WantedSession,
  context: Pick<FinderContext, 'members' | 'witness'>,
): readonly Attendee[] {
  const { interpreter, room } = wanted;
  const interprets = { kind: 'interpreter', block: blockOf(wanted, 'interpreter') } as const;
  const place = { kind: 'room', block: blockOf(wanted, 'room') } as const;
  return [
    ...membersIn(wanted, context).map(({ personId, role, pseudonym, label }): Attendee => ({
      key: personId,
      kind: 'member',
      role,
      pseudonym,
      label,
      pool: false,
      block: blockOf(wanted, role),
    })),
    ...(isHearing(wanted.kind)
      ? [
          {
            key: context.witness,
            kind: 'witness' as const,
            pseudonym: context.witness,
            pool: false,
            block: blockOf(wanted, 'witness'),
          },
        ]
      : []),
    ...(interpreter.kind === 'any' ? [{ ...interprets, key: 'interpreter', pool: true }] : []),
    ...(interpreter.kind === 'one' ? [{ ...interprets, key: interpreter.id, pool: false }] : []),
    ...(room.kind === 'any' ? [{ ...place, key: 'room', pool: true }] : []),
    ...roomsIn(wanted).map((roomId) => ({ ...place, key: roomId, roomId, pool: false })),
  ];
}
