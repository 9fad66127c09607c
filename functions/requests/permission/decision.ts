import { Refusal, type FieldError } from '../../shared/refusals.ts';
import type { LegalBasis } from '../law/contract.ts';
import type { Modality, PermissionDecision, WayTried } from './contract.ts';

/** The rules on a host State’s decision: whether it can be what was decided, and what it opens. */

/** A session that a decision may name. */
export interface NamedSession {
  readonly sessionId: string;
  /** Pseudonyms of those who are heard in it. */
  readonly heard: readonly string[];
  readonly start: string;
  readonly end: string;
  /** Whether it is over or was cancelled. */
  readonly isOver: boolean;
}

/** What a decision is compared with. */
export interface Circumstances {
  readonly now: Date;
  /** Whom it is about. */
  readonly party: string;
  /** What the law data offers for the two States. */
  readonly instruments: readonly LegalBasis[];
  /** Everybody of the case. */
  readonly pseudonyms: readonly string[];
  /** Those of the named sessions that the case has. */
  readonly sessions: readonly NamedSession[];
}

/** The ways that are to be tried before a live link, and were not, in their order. */
export function waysFirst(given: PermissionDecision, tried: readonly WayTried[]): readonly Modality[] {
  if (given.decision !== 'granted') return [];
  const before = given.modalities.slice(0, Math.max(given.modalities.indexOf('live'), 0));
  return before.filter((way) => !tried.some(({ modality }) => modality === way));
}

/**
 * What a decision opens: testimony by a live link, or nothing yet. Where only another way is allowed the link is refused; a
 * postponement is no answer yet, and a link that comes after other ways waits until those did not work.
 */
export const stateOf = (
  given: PermissionDecision,
  tried: readonly WayTried[] = [],
): 'open' | 'refused' | 'missing' => {
  if (given.decision === 'postponed') return 'missing';
  if (given.decision !== 'granted' || !given.modalities.includes('live')) return 'refused';
  return waysFirst(given, tried).length === 0 ? 'open' : 'missing';
};

/**
 * That a way was tried, or could not be: the ways are tried in the order of the grant.
 * @throws {Refusal} `does-not-fit` for one that is not the next, and for a day on which it cannot have been
 */
export function checkTried(
  given: PermissionDecision,
  tried: readonly WayTried[],
  { modality, on }: WayTried,
  now: Date,
): void {
  const [next] = waysFirst(given, tried);
  const faults: (FieldError | false)[] = [
    next !== modality && {
      pointer: '/modality',
      message:
        next === undefined
          ? 'Nothing is to be tried before the live link. Read what stands.'
          : 'Another way is to be tried first. Name that one.',
    },
    (on < given.decidedOn || on > latestToday(now)) && {
      pointer: '/on',
      message: 'Nothing is tried before it is decided, or on a day to come. Correct the day.',
    },
  ];
  const errors = faults.filter((fault) => fault !== false);
  if (errors.length > 0) throw new Refusal('does-not-fit', {}, errors);
}

const hour = 3_600_000;
const dayAt = (now: Date, hours: number): string =>
  new Date(now.getTime() + hours * hour).toISOString().slice(0, 10);
/** The day on earth that is furthest ahead, at UTC+14, and the one that is furthest behind, at UTC-12. */
export const latestToday = (now: Date): string => dayAt(now, 14);
const earliestToday = (now: Date): string => dayAt(now, -12);

/**
 * @throws {Refusal} `does-not-fit` naming each field that cannot be so, and what to do
 */
export function checkDecision(given: PermissionDecision, at: Circumstances): void {
  const errors = [
    ...faultsOfDays(given, at.now),
    ...faultsOfBasis(given, at),
    ...faultsOfScope(given, at),
    ...faultsOfQuestions(given),
  ];
  if (errors.length > 0) throw new Refusal('does-not-fit', {}, errors);
}

function faultsOfDays(given: PermissionDecision, now: Date): FieldError[] {
  const faults: (FieldError | false)[] = [
    given.decidedOn > latestToday(now) && {
      pointer: '/decidedOn',
      message: 'The day of the decision lies in the future. Give the day that stands on the decision.',
    },
    given.receivedOn > given.decidedOn && {
      pointer: '/receivedOn',
      message: 'Nothing is decided before the request is received. Correct one of the two days.',
    },
  ];
  if (given.decision === 'granted')
    faults.push(
      given.validUntil < given.validFrom && {
        pointer: '/validUntil',
        message: 'The last day is before the first. Correct one of the two days.',
      },
      given.validUntil < earliestToday(now) && {
        pointer: '/validUntil',
        message:
          'Its last day is over, so that nobody can be heard under it. Ask the host State for a new one.',
      },
    );
  if (given.decision === 'postponed' && given.until !== undefined)
    faults.push(
      given.until < given.decidedOn && {
        pointer: '/until',
        message: 'It is postponed to a day before the decision. Correct one of the two days.',
      },
    );
  return faults.filter((fault) => fault !== false);
}

const faultsOfBasis = (given: PermissionDecision, { instruments }: Circumstances): FieldError[] =>
  instruments.includes(given.legalBasis)
    ? []
    : [
        {
          pointer: '/legalBasis',
          message:
            'That instrument does not bind the two States. Choose one of those that the law page lists for them.',
        },
      ];

/** Who asks is kept by the condition alone; a grant that said the one without the other would be kept in half. */
function faultsOfQuestions(given: PermissionDecision): FieldError[] {
  if (given.decision !== 'granted') return [];
  const through = given.conditions.includes('questions-through-local-judge');
  if (through === (given.conducts === 'local-judge')) return [];
  return [
    through
      ? {
          pointer: '/conducts',
          message:
            'Where questions go through the local judge, that judge asks them. Say so here, or leave out the condition.',
        }
      : {
          pointer: '/conditions',
          message:
            'Where the local judge asks the questions, nobody else is heard. Name the condition that questions go through that judge.',
        },
  ];
}

/** Whom and which sessions a grant names. */
function faultsOfScope(given: PermissionDecision, at: Circumstances): FieldError[] {
  if (given.decision !== 'granted') return [];
  const persons = given.persons.flatMap((named, index): FieldError[] =>
    at.pseudonyms.includes(named)
      ? []
      : [
          {
            pointer: `/persons/${index}`,
            message: 'Nobody of the case has that pseudonym. Name people of the case.',
          },
        ],
  );
  const sessions = (given.sessions ?? []).flatMap((named, index): FieldError[] => {
    const message = faultOfSession(
      at.sessions.find(({ sessionId }) => sessionId === named),
      at.party,
      given,
    );
    return message === undefined ? [] : [{ pointer: `/sessions/${index}`, message }];
  });
  return [...persons, ...sessions];
}

function faultOfSession(
  session: NamedSession | undefined,
  party: string,
  { validFrom, validUntil }: { readonly validFrom: string; readonly validUntil: string },
): string | undefined {
  if (session === undefined) return 'The case has no such session. Name its sessions.';
  if (!session.heard.includes(party))
    return 'Somebody else is heard in that session. A permission is for one person; enter one for the other.';
  if (session.isOver) return 'That session is over. Name those that are to come.';
  const last = new Date(Date.parse(session.end) - 1).toISOString().slice(0, 10);
  return session.start.slice(0, 10) < validFrom || validUntil < last
    ? 'That session is not wholly on the days of the permission (in UTC). Move it, or ask the host State.'
    : undefined;
}
