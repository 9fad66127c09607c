import { memberKey, parseMember } from '../../cases/port/membership.ts';
import type { Call } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Opened } from '../open-log.ts';
import { partFor } from '../part-reader.ts';
import { mayRead } from '../port/log-class.ts';
import { readLog } from '../store.ts';
import type * as contract from './contract.ts';

type ReadCall = Pick<
  Call<typeof contract.exportCaseLog | typeof contract.carryOnCaseExport | typeof contract.listCaseEntries>,
  'actor' | 'params' | 'context'
>;

/**
 * The log of a case: whole for those of its members who answer for it, of others their part.
 * @throws {Refusal} `not-found` alike for a case that is not there, for whoever is not a member, and for a log that is not a
 * case's; `not-your-role` for a member whose role has changed since
 */
export async function openCaseLog({ actor, params: { caseId }, context }: ReadCall): Promise<Opened> {
  const [[item], { head, published }] = await Promise.all([
    context.store.get([memberKey(caseId, actor.personId)]),
    readLog(context.store, caseId),
  ]);
  const self = parseMember(item);
  const { role, pseudonym } = self;
  if (role !== actor.role) throw new Refusal('not-your-role');
  if (head === undefined || !mayRead(role, head, 'case')) throw new Refusal('not-found');
  return {
    head,
    published,
    part: partFor(context.store, { caseId, actor, self }),
    personId: actor.personId,
    reader: async () => ({ role, pseudonym, changes: [] }),
  };
}
