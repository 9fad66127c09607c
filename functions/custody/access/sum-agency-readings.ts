import { isKeeper, readAgency } from '../../directory/port/keeping.ts';
import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { readsOfAgency } from '../reads.ts';
import type * as contract from './contract.ts';
import { sumsOf } from './sums.ts';

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const millisecondsOfDay = 24 * 3_600_000;

/**
 * In sum, for those who keep an agency: whoever is told of single readings could follow a colleague. Of days that are over: whoever
 * asked again and again on the day itself would see the sums grow by one reading at a time.
 * @throws {Refusal} `not-found` alike for an agency that is not there and for one that others keep; `does-not-fit` for a day that
 * is not over
 */
export const sumAgencyReadings: Handler<typeof contract.sumAgencyReadings> = async ({
  actor,
  params: { agencyId },
  query,
  now,
  context: { store },
}) => {
  const day = query.day ?? dayOf(now.getTime() - millisecondsOfDay);
  const [agency, reads] = await Promise.all([
    readAgency(store, agencyId),
    readsOfAgency(store, agencyId, day),
  ]);
  if (!isKeeper(actor.agencyId, agency)) throw new Refusal('not-found');
  if (day >= dayOf(now.getTime()))
    throw new Refusal('does-not-fit', {}, [
      { pointer: '/day', message: 'That day is not over. Give an earlier one, or none for yesterday.' },
    ]);
  return { day, ...sumsOf(reads) };
};
