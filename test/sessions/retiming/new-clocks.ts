import type { Clocks } from '../../../functions/sessions/model/retimed.ts';
import { addMinutes } from '../../../functions/shared/values/instants.ts';
import { localOf, resolveLocal } from '../../../functions/shared/values/zones.ts';

/**
 * A State changes its clocks. The table is made up: from 20 March 2027 on, Bangkok is eight hours ahead of UTC and not
 * seven, so the hour from midnight to one o'clock of that day does not exist.
 */
const change = '2027-03-20T00:00';

export const newClocks: Clocks = {
  version: '2027a',
  resolve(zone, local) {
    if (zone !== 'Asia/Bangkok' || local < change) return resolveLocal(zone, local);
    const found = resolveLocal(zone, local);
    if (found.kind !== 'unique') throw new Error('Bangkok has no such time.');
    const instant = addMinutes(found.instant, -60);
    if (local < '2027-03-20T01:00') return { kind: 'nonexistent', before: found.instant, after: instant };
    return { kind: 'unique', instant };
  },
  offset: (zone, at) =>
    zone === 'Asia/Bangkok' && at >= '2027-03-19T17:00' ? '+08:00' : localOf(zone, at).offset,
};
