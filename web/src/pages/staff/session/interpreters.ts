import type { SessionView } from './session-view.ts';

/** An interpreter of a session, by the pseudonym, with the directory's label where the reader may know it. */
export interface OneInterpreter {
  readonly pseudonym: string;
  readonly label?: string | undefined;
}

/** The interpreters of a session, in the order of its seats; a long session has several who take turns. */
export const interpretersOf = ({ seats }: Pick<SessionView, 'seats'>): readonly OneInterpreter[] =>
  seats.flatMap(({ seat, pseudonym, label }) =>
    seat === 'interpreter' && pseudonym !== undefined ? [{ pseudonym, label }] : [],
  );

/** How one of several is called in a heading or a list. */
export const calledAs = ({ pseudonym, label }: OneInterpreter): string =>
  label === undefined ? pseudonym : `${pseudonym} – ${label}`;
