import { isKeeper, readAgency } from '../../directory/port/keeping.ts';
import { freePseudonym } from '../../cases/port/membership.ts';
import type { Staff } from '../../shared/access/roles.ts';
import type { Call, Context } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Change, Key } from '../../shared/store/store.ts';
import { mayRead } from '../port/log-class.ts';
import { readLog } from '../store.ts';
import type { Opened, Reader } from '../open-log.ts';
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
    reader: () => readerOf(agencyId, staff, context),
  };
}

/**
 * Readers stand in the access log under pseudonyms that belong to it alone, so that who read what says nothing about
 * who changed what. Two items, since the second keeps two people from ever having the same.
 */
async function readerOf(agencyId: string, staff: Staff, { store, randomBytes }: Context): Promise<Reader> {
  const key = readerKey(agencyId, `person#${staff.personId}`);
  const [known] = await store.get([key]);
  const pseudonym = known?.['pseudonym'];
  if (typeof pseudonym === 'string') return { role: staff.role, pseudonym, changes: [] };
  const fresh = freePseudonym(staff.role, [], randomBytes);
  return {
    role: staff.role,
    pseudonym: fresh,
    changes: [
      put(key, { pseudonym: fresh }),
      put(readerKey(agencyId, `taken#${fresh}`), { personId: staff.personId }),
    ],
  };
}

const readerKey = (agencyId: string, sk: string): Key => ({
  table: 'custody',
  pk: `readers#${agencyId}`,
  sk,
});

const put = ({ table, pk, sk }: Key, fields: object): Change => ({
  kind: 'put',
  table,
  item: { pk, sk, ...fields },
  when: 'absent',
  onRefused: 'retry',
});
