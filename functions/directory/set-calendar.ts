import { asStaff } from '../shared/access/as-staff.ts';
import type { BodyOf } from '../shared/http/contract.ts';
import type { Call } from '../shared/http/mount.ts';
import { Refusal } from '../shared/refusals.ts';
import { entered } from './agency-log.ts';
import { faultsOfCalendar, refuseFaults } from './calendar-rules.ts';
import { calendarKey, putCalendar, versionKey } from './port/working-time-store.ts';
import type { setCalendar } from './contract.ts';
import type { Kept } from './port/keeping.ts';

/**
 * Replaces a calendar as a whole. @param find looks the owner up afresh at each try, and refuses whoever may not
 * @throws {Refusal} `not-found`, `invalid-request`, `changed-meanwhile`
 */
export const setCalendarOf = (
  { actor, body, now, ground, commit }: Call<unknown, BodyOf<typeof setCalendar>>,
  find: () => Promise<Kept>,
) =>
  commit(async () => {
    const { ownerId, agencyId, subject, calendarIn, along } = await find();
    refuseFaults(faultsOfCalendar(body.calendar, '/calendar'));
    const key = calendarKey(ownerId);
    const [item] = await ground.store.get([key]);
    const before = calendarIn(item).version;
    if (body.version !== before) throw new Refusal('changed-meanwhile');
    const staff = asStaff(actor);
    const deed = {
      agencyId,
      actor: staff,
      action: 'calendar.changed',
      subject,
      details: { version: before + 1 },
      sealed: { name: 'calendar', value: body.calendar },
      history: versionKey(key, before + 1),
    };
    return {
      changes: [
        putCalendar(ownerId, body.calendar, before),
        ...along(body.calendar),
        ...(await entered(deed, now, ground)),
      ],
      answer: { version: before + 1 },
    };
  });
