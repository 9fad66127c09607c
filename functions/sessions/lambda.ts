import { readings } from '../custody/port/enter-reading.ts';
import { readStaff } from '../directory/port/actor.ts';
import { lambdaEntry } from '../shared/http/lambda-entry.ts';
import { staffContext } from '../shared/http/staff-context.ts';
import { followHolder, holdersMoved } from './following/follow-holder.ts';
import {
  conflictsMoved,
  followConflicts,
  followOrder,
  followStanding,
  ordersMoved,
  standingsMoved,
} from './following/follow-standing.ts';
import { sessionsApp } from './routes.ts';
import { sweep } from './sweep.ts';

const context = staffContext(readStaff, readings);

export const handler = lambdaEntry({
  http: sessionsApp(context),
  stream: async (records) => {
    for (const whose of standingsMoved(records)) await followStanding(context, whose);
    for (const whose of holdersMoved(records)) await followHolder(context, whose);
    for (const caseId of conflictsMoved(records)) await followConflicts(context, caseId);
    for (const order of ordersMoved(records)) await followOrder(context, order);
  },
  sweep: () => sweep(context),
});
