import { isKeeper, readAgency } from '../../directory/port/keeping.ts';
import type { Call } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { mayRead } from '../port/log-class.ts';
import { readLog } from '../store.ts';
import { agencyReader } from '../agency-reader.ts';
import type { Opened } from '../open-log.ts';
import type * as contract from './contract.ts';

type ReadCall = Pick<
  Call<
    typeof contract.exportAgencyLog | typeof contract.carryOnAgencyExport | typeof contract.listAgencyEntries
  >,
  'actor' | 'params' | 'context'
>;

/**
 * The log of an agency, for whoever keeps its calendars: what they may set they may see the history of.
 * @throws {Refusal} `not-found` alike for an agency that is not there, one that others keep, and one without a log
 */
export async function openAgencyLog({ actor: staff, params, context }: ReadCall): Promise<Opened> {
  const { agencyId } = params;
  const [agency, { head, published }] = await Promise.all([
    readAgency(context.store, agencyId),
    readLog(context.store, agencyId),
  ]);
  if (!isKeeper(staff.agencyId, agency) || head === undefined || !mayRead(staff.role, head, 'agency'))
    throw new Refusal('not-found');
  return {
    head,
    published,
    personId: staff.personId,
    reader: () => agencyReader(agencyId, staff, context),
  };
}
