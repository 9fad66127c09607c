import type { DeclaredEntry, EntryBy } from '../custody/port/action.ts';
import { entered } from '../directory/port/agency-log.ts';
import { personVersionKey } from '../directory/port/people.ts';
import type { Person } from '../directory/port/actor.ts';
import type { Staff } from '../shared/access/roles.ts';
import type { Context } from '../shared/http/call.ts';
import type { Change } from '../shared/store/store.ts';
import { newId } from '../shared/values/ids.ts';
import { instantOf } from '../shared/values/instants.ts';
import { putFollow } from './store.ts';

interface Done {
  readonly actor: Staff;
  readonly person: Person;
  readonly version: number;
  /** An invitation is to be sent. */
  readonly invites?: boolean;
  /** What was said of the person becomes a commitment in the entry, and what opens it lies beside the person. */
  readonly sealed?: object;
  readonly entry: (by: EntryBy, digest: string) => DeclaredEntry;
}

/** What every change of somebody carries with it: the entry in the agency's log, and the mark that the account is to follow. */
export async function enteredAndFollowed(
  { actor, person, version, invites = false, sealed, entry }: Done,
  now: Date,
  context: Context,
): Promise<Change[]> {
  const { personId, role, agencyId } = person;
  const mark = { mark: newId(context.randomBytes), since: instantOf(now.getTime()), invites };
  const change = {
    agencyId,
    actor,
    subject: { kind: 'person', personId, role },
    entry,
    ...(sealed === undefined ? {} : { sealed: { name: 'person', value: sealed } }),
    history: personVersionKey(personId, version),
  } as const;
  return [putFollow(personId, mark), ...(await entered(change, now, context))];
}
