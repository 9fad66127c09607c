import type { NamedPerson } from '../../parts/named-person.tsx';
import type { SessionView } from './session-view.ts';

/** The interpreters of a session, in the order of its seats; a long session has several who take turns. */
export const interpretersOf = ({ seats }: Pick<SessionView, 'seats'>): readonly NamedPerson[] =>
  seats.flatMap(({ seat, pseudonym, label }) =>
    seat === 'interpreter' && pseudonym !== undefined ? [{ pseudonym, label }] : [],
  );
