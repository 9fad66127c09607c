import { mayKnowSite, mayKnowWhere, type Colleague, type Person } from '../../directory/port/actor.ts';
import { capitalZone } from '../../shared/values/countries.ts';
import { mayKnowPlace, type CaseWitness } from './membership.ts';

/**
 * The published port of `cases` on whose place somebody may know: zone, calendar, holidays, site, and every reason that
 * comes from them. Search, sessions and messages ask here and nowhere else. Why it is so: infra/decisions/who-may-know-a-place.md.
 */

/** Who looks, and from which case. */
export interface Viewpoint {
  /** Undefined for what saksi does by itself, which shows nothing to anybody. */
  readonly viewer: Colleague | undefined;
  /** Those whose session it is, or of the case, where it is not said whose. */
  readonly witnesses: readonly CaseWitness[];
  readonly hostState: string;
}

interface Site {
  readonly agencyId: string;
  readonly atProtectedSite: boolean;
  readonly country: string;
}

/** Of whom the place may be known. Of all others an answer says available or not, and nothing more. */
export interface Visibility {
  /** Each of the persons to be heard; false for whoever is none of them. */
  readonly witness: (pseudonym: string | undefined) => boolean;
  readonly person: (person: Person) => boolean;
  readonly room: (room: Site) => boolean;
  /** Whether a room may be known as one in which she is heard: where she is secret, none in the State where she is may be. */
  readonly bookedRoom: (room: Site) => boolean;
  /**
   * The clock by which those who are beside her are shown and judged to whoever may not know theirs: hers, to whoever may
   * know that, and else the one of the host State's capital, which everybody knows. Of several who are heard, that of the
   * first, where all may be known. Undefined where we do not know that State.
   */
  readonly clockBesideHer: string | undefined;
}

export function visibilityOf({ viewer, witnesses, hostState }: Viewpoint): Visibility {
  const knows = (witness: CaseWitness) => viewer === undefined || mayKnowPlace(witness, viewer.personId);
  const knowsAll = witnesses.every(knows);
  const [first] = witnesses;
  const room = (site: Site) => viewer === undefined || mayKnowSite(viewer, site);
  return {
    witness: (pseudonym) => witnesses.some((each) => each.pseudonym === pseudonym && knows(each)),
    person: (person) => viewer === undefined || mayKnowWhere(viewer, person),
    room,
    bookedRoom: (site) => room(site) && (knowsAll || site.country !== hostState),
    clockBesideHer: (knowsAll ? first?.zone : undefined) ?? capitalZone(hostState),
  };
}
