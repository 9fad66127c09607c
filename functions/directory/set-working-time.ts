import type { Call } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { calendarChanged } from './actions.ts';
import { entered, type AgencyChange } from './port/agency-log.ts';
import { faultsOfWorkingTime, refuseFaults } from './working-time-rules.ts';
import { workingTimeKey, putWorkingTime, versionKey } from './port/working-time-store.ts';
import type { setMyWorkingTime, setRoomWorkingTime, setWorkingTime } from './contract.ts';
import type { Kept } from './port/keeping.ts';

type SetCall = Call<typeof setWorkingTime | typeof setMyWorkingTime | typeof setRoomWorkingTime>;

/**
 * Replaces a calendar as a whole. @param find looks the owner up afresh at each try, and refuses whoever may not
 * @throws {Refusal} `not-found`, `invalid-request`, `changed-meanwhile`
 */
export const setWorkingTimeOf = ({ actor, body, now, context, commit }: SetCall, find: () => Promise<Kept>) =>
  commit(async () => {
    const { ownerId, agencyId, subject, workingTimeIn, along } = await find();
    refuseFaults(faultsOfWorkingTime(body.calendar, '/calendar'));
    const key = workingTimeKey(ownerId);
    const [item] = await context.store.get([key]);
    const before = workingTimeIn(item).version;
    if (body.version !== before) throw new Refusal('changed-meanwhile');
    const details = { version: before + 1 };
    const change: AgencyChange = {
      agencyId,
      actor,
      subject,
      entry: (by, calendar) => calendarChanged.entry({ ...by, details, sealed: { calendar } }),
      sealed: { name: 'calendar', value: body.calendar },
      history: versionKey(key, before + 1),
    };
    return {
      changes: [
        putWorkingTime(ownerId, body.calendar, before),
        ...along(body.calendar),
        ...(await entered(change, now, context)),
      ],
      answer: { version: before + 1 },
    };
  });
