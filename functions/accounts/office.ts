import { readAgency, type Agency } from '../directory/port/keeping.ts';
import { checkIsStill, peopleOf, type OnFile } from '../directory/port/people.ts';
import type { Staff } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Change, Store } from '../shared/store/store.ts';
import { administratorBeside, administratorsOf } from './agency-people.ts';

/** An agency and its people, as its administrator finds them. */
export interface Office {
  readonly agency: Agency;
  readonly people: readonly OnFile[];
  readonly administrators: readonly OnFile[];
}

type Administrator = Pick<Staff, 'personId' | 'agencyId'>;

/** @throws {Refusal} `not-your-role` for whoever has ceased to be the administrator since the request came */
export async function readOffice(store: Store, actor: Administrator): Promise<Office> {
  const [agency, people] = await Promise.all([
    readAgency(store, actor.agencyId),
    peopleOf(store, actor.agencyId),
  ]);
  const administrators = administratorsOf(people);
  if (!administrators.some(({ person }) => person.personId === actor.personId))
    throw new Refusal('not-your-role');
  return { agency, people, administrators };
}

/** @throws {Refusal} `not-found` alike for somebody of another agency and for nobody */
export function personIn({ people }: Office, personId: string): OnFile {
  const found = people.find(({ person }) => person.personId === personId);
  if (found === undefined) throw new Refusal('not-found');
  return found;
}

/**
 * Holds while the one who does it is still an administrator; and where this person ceases to be one, while another is.
 * Whoever changes themselves is checked by that change.
 * @throws {Refusal} `last-administrator`
 */
export function stillAdministered(
  { administrators }: Office,
  actor: Administrator,
  target: string,
  ceases = false,
): Change[] {
  if (target !== actor.personId) return [checkIsStill(actor, 'agency-administrator')];
  if (!ceases) return [];
  const { person } = administratorBeside(target, administrators, actor.personId);
  return [checkIsStill(person, 'agency-administrator')];
}
