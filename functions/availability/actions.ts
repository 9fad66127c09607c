/** What this capability enters in the access log of a case. */
import { defineAction } from '../custody/port/action.ts';
import { id } from '../shared/values/ids.ts';

/** Somebody looked for times in the calendars of others, once or often. */
export const calendarsSearched = defineAction({
  action: 'calendars.searched',
  log: 'access',
  by: ['prosecutor', 'clerk', 'central-authority', 'support-officer', 'judge'],
  authority: ['role'],
  subject: { case: id },
});
