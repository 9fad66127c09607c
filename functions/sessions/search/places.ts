import { mayKnowPlace, type CaseFile } from '../../cases/membership.ts';
import type { Person } from '../../directory/actor.ts';

/**
 * Whose place the one who asks may know: then zone, holidays and the reasons that come from them may be shown and may
 * count. Of all others, an answer says available or not.
 */
export interface Viewer {
  readonly witness: boolean;
  readonly person: (person: Person) => boolean;
  readonly room: (room: { readonly atProtectedSite: boolean }) => boolean;
}

export function viewerOf({
  witness,
  self,
}: Pick<CaseFile, 'witness'> & { readonly self: Pick<CaseFile['self'], 'personId'> }): Viewer {
  const viewerId = self.personId;
  const listed = witness.holder === viewerId || witness.mayKnow.includes(viewerId);
  const knowsWitness = mayKnowPlace(witness, viewerId);
  return {
    witness: knowsWitness,
    person: ({ personId, role, atProtectedSite }) =>
      personId === viewerId ||
      // The officer sits beside her, so the officer’s own zone would tell hers.
      ((role !== 'attending-officer' || knowsWitness) && (atProtectedSite !== true || listed)),
    // A shelter stays secret also where the witness herself is not under protection.
    room: ({ atProtectedSite }) => !atProtectedSite || listed,
  };
}
