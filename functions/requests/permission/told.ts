import type { DeclaredEntry, EntryBy } from '../../custody/port/action.ts';
import { permissionGranted, permissionPostponed, permissionRefused } from '../actions.ts';
import type { Paper, PermissionDecision } from './contract.ts';

/** What the case’s log is told of a decision. */

interface Whose {
  readonly hostState: string;
  readonly party: string;
  /** Where it was entered from the host State’s paper. */
  readonly paper?: Paper;
}

/** A log holds no field within a field. */
export const paperOf = ({ number, datedOn, sha256 }: Paper) => ({
  paperNumber: number,
  paperDatedOn: datedOn,
  paperSha256: sha256,
});

/** The entry that says so. The languages stay out of it: they would tell where the witness comes from. */
export function entryOf(
  given: PermissionDecision,
  { hostState, party, paper }: Whose,
  by: Pick<EntryBy, 'entryId' | 'actor' | 'occurredAt'>,
): DeclaredEntry {
  const { reference, legalBasis, receivedOn, decidedOn } = given;
  const whose = {
    ...by,
    authority: { kind: 'permission', ref: reference },
    subject: { kind: 'witness', ref: party },
  } as const;
  const told = {
    hostState,
    legalBasis,
    receivedOn,
    decidedOn,
    ...(paper === undefined ? {} : paperOf(paper)),
  };
  switch (given.decision) {
    case 'granted': {
      const { validFrom, validUntil, sessions, modalities, conducts, noticeDays, persons, conditions } =
        given;
      return permissionGranted.entry({
        ...whose,
        details: {
          ...told,
          validFrom,
          validUntil,
          sessions,
          modalities,
          conducts,
          noticeDays,
          persons,
          conditions,
          officerAttends: given.attendance.demanded,
          officerIdentifies: given.attendance.identifies,
        },
      });
    }
    case 'refused':
      return permissionRefused.entry({ ...whose, details: { ...told, ground: given.ground } });
    case 'postponed':
      return permissionPostponed.entry({ ...whose, details: { ...told, until: given.until } });
  }
}
