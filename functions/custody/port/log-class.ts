/** What kinds of log there are, and who may read each: the one table. */
import * as z from 'zod';
import type { Role, StaffRole } from '../../shared/access/roles.ts';

/**
 * `session`: what happened in a session; disclosed to both sides. `case`: what a case is and how it was prepared. `agency`:
 * who changed working time. `access`: who read one of the others.
 */
export const logClass = z.enum(['session', 'case', 'agency', 'access']);
export type LogClass = z.infer<typeof logClass>;

/**
 * Roles that may read a log of a class; nobody unless named. Whose log it must be, the road to it says: a session's is for
 * those who may enter the session, a case's for its members, an agency's for those who keep its calendars. Who of them reads
 * only a part, and which, `part.ts` says.
 */
export const readersOf = {
  session: [
    'clerk',
    'prosecutor',
    'auditor',
    'judge',
    'support-officer',
    'attending-officer',
    'central-authority',
    'defence-counsel',
    'victim-counsel',
  ],
  // How a case was prepared is for those who answer for it, and in part for those who answer for somebody or something in it: no
  // counsel.
  case: [
    'clerk',
    'prosecutor',
    'auditor',
    'judge',
    'support-officer',
    'central-authority',
    'attending-officer',
  ],
  agency: ['clerk', 'central-authority', 'support-officer'],
  // Who read what of a case is for its auditor; an agency is told sums.
  access: ['auditor'],
} as const satisfies Readonly<Record<LogClass, readonly StaffRole[]>>;

/**
 * Roles that read a part of a case's log, and of the log of a session in which nobody of theirs sits; counsel no case's, and of a
 * session in which they have no seat and their client has one.
 */
export const partReader = z.enum([
  'support-officer',
  'central-authority',
  'attending-officer',
  'defence-counsel',
  'victim-counsel',
]);
export type PartReader = z.infer<typeof partReader>;

const accessEnding = '-access';

/** The log of who read the log `logId`. */
export const accessLogId = (logId: string): string => `${logId}${accessEnding}`;

/** What a log's head says of whose log it is. */
export interface Owned {
  readonly logId: string;
  /** Of the case, or of the agency where the log is not of a case. */
  readonly caseId: string;
  /** Absent in heads that were stored before heads named their class. */
  readonly class?: LogClass | undefined;
}

/**
 * Whether a log is of this class. One whose head does not name it is told by its ids: an access log's has an ending of its
 * own, a session's log stands beside the id of its case, a case's and an agency's stand beside themselves. Which of these
 * two it is, whoever has the id knows: none is both a case's and an agency's.
 */
export const isOfClass = ({ class: named, ...ids }: Owned, wanted: LogClass): boolean =>
  named === undefined ? fitsIds(ids, wanted) : named === wanted;

/** Whether a log with these ids can be of this class at all. */
export function fitsIds({ logId, caseId }: Pick<Owned, 'logId' | 'caseId'>, wanted: LogClass): boolean {
  if (logId.endsWith(accessEnding)) return wanted === 'access';
  return logId === caseId ? wanted === 'case' || wanted === 'agency' : wanted === 'session';
}

/** Whether somebody with this role may read this log, opened as one of that class. */
export const mayRead = (role: Role, log: Owned, as: LogClass): boolean =>
  isOfClass(log, as) && readersOf[as].some((each) => each === role);
