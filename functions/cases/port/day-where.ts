import { localOf } from '../../shared/values/zones.ts';
import type { CaseWitness } from './membership.ts';

/** The published port of `cases` on the day where somebody is: days of age, of validity and of review are those of that place. */

/** `YYYY-MM-DD` */
export const dayWhere = ({ zone }: Pick<CaseWitness, 'zone'>, at: Date): string =>
  localOf(zone, at.toISOString()).local.slice(0, 10);
