import * as rooms from '../../functions/rooms/contract.ts';
import * as booking from '../../functions/sessions/booking/contract.ts';
import * as changes from '../../functions/sessions/changing/contract.ts';
import {
  bookDemoSession,
  firstPossible,
  hoursFrom,
  weekdaysAfter,
  type Booked,
  type Wish,
} from './demo-booking.ts';
import { demoCases, type Cast, type DemoCase, type DemoCaseName } from './demo-cases.ts';
import {
  allGates,
  approvePlan,
  confirmInterpreter,
  nameOfficer,
  permit,
  permitInWriting,
  recordConsent,
  type Gate,
} from './demo-gates.ts';

/**
 * A fortnight of sessions in three cases, so that calendars, lists and the finder have something to show: made through
 * the API by those who would make them, at the first time at which all can come.
 */

/** What becomes of a session that is booked. */
type Step = (cast: Cast, given: DemoCase, booked: Booked, now: Date) => Promise<unknown>;

const gate =
  (open: Gate): Step =>
  (cast, given, booked, now) =>
    open(cast, given, booked, now);

const held: Step = async ({ as }, { clerk, support }, { sessionId }) => {
  await as[support](rooms.sayToday, { params: { sessionId }, body: { takesPart: 'yes' } });
  await as[clerk](rooms.openRoom, { params: { sessionId }, body: {} });
  await as[clerk](rooms.endSession, { params: { sessionId }, body: {} });
};

const calledOff: Step = ({ as }, { prosecutor }, { sessionId }) =>
  as[prosecutor](booking.cancelSession, { params: { sessionId }, body: { reason: 'witness-unwell' } });

const moved: Step = ({ as }, { prosecutor, zone }, { sessionId, local }) => {
  const [day = '', hour = ''] = local.split('T');
  return firstPossible(hoursFrom(weekdaysAfter(day, 1), hour), (to) =>
    as[prosecutor](changes.moveSession, { params: { sessionId }, body: { zone, days: [{ local: to }] } }),
  );
};

/** One more room for it, if that is free. */
const inRoom =
  (label: string, by: 'prosecutor' | 'support'): Step =>
  async ({ as }, given, { sessionId }) => {
    const params = { sessionId };
    const { rooms: choices } = await as[given[by]](changes.listRoomChoices, { params });
    const chosen = choices.filter(
      (room) => room.chosen || (room.label === label && room.availability === 'available'),
    );
    await as[given[by]](changes.setRooms, { params, body: { rooms: chosen.map(({ roomId }) => roomId) } });
  };

const rehearsed = [recordConsent, approvePlan, confirmInterpreter].map(gate);

const plan: readonly (Wish & { readonly later?: readonly Step[] })[] = [
  {
    in: 'vietnamese',
    kind: 'rehearsal',
    by: 'support-officer-khmer',
    minutes: 15,
    later: [...rehearsed, held],
  },
  {
    in: 'lao',
    kind: 'interview',
    by: 'prosecutor',
    at: [1, '13:30'],
    minutes: 60,
    later: [inRoom('Interview room', 'prosecutor'), ...allGates.map(gate)],
  },
  {
    in: 'first',
    heard: 1,
    kind: 'preparation-visit',
    by: 'support-officer',
    at: [1, '10:00'],
    minutes: 45,
    later: [inRoom('Quiet room', 'support')],
  },
  {
    in: 'first',
    heard: 1,
    kind: 'interview',
    by: 'prosecutor',
    at: [2, '10:30'],
    minutes: 60,
    later: [
      inRoom('Video room 1', 'prosecutor'),
      ...[permit, recordConsent, approvePlan, nameOfficer].map(gate),
    ],
  },
  // The child is heard by a live link, and the guardian is there.
  {
    in: 'vietnamese',
    kind: 'interview',
    by: 'prosecutor-vietnamese',
    at: [2, '14:30'],
    minutes: 45,
    later: [inRoom('Child-friendly room', 'support'), ...[permit, nameOfficer, confirmInterpreter].map(gate)],
  },
  // For the grown-up the host State allowed it first, and then written questions alone.
  {
    in: 'vietnamese',
    heard: 1,
    kind: 'interview',
    by: 'prosecutor-vietnamese',
    at: [4, '14:30'],
    minutes: 60,
    later: [permit, recordConsent, permitInWriting].map(gate),
  },
  { in: 'lao', kind: 'preparation-visit', by: 'support-officer-lao', at: [3, '09:00'], minutes: 45 },
  { in: 'lao', kind: 'interview', by: 'prosecutor', at: [3, '14:00'], minutes: 60, later: [moved] },
  {
    in: 'first',
    kind: 'rehearsal',
    by: 'prosecutor',
    at: [4, '09:30'],
    minutes: 30,
    later: [gate(recordConsent)],
  },
  {
    in: 'first',
    kind: 'central-authority-meeting',
    by: 'central-authority',
    at: [5, '14:00'],
    minutes: 45,
  },
  { in: 'first', heard: 1, kind: 'testimony', by: 'clerk', at: [6, '09:00'], minutes: 120, days: 3 },
  { in: 'lao', kind: 'interview', by: 'prosecutor', at: [7, '14:00'], minutes: 60, later: [calledOff] },
  { in: 'vietnamese', kind: 'testimony', by: 'clerk-vietnamese', at: [8, '14:30'], minutes: 60 },
  {
    in: 'lao',
    kind: 'deposition',
    by: 'clerk',
    at: [9, '10:00'],
    minutes: 90,
    holdMinutes: 3 * 24 * 60,
  },
];

/**
 * The cases go on side by side, and in each one session after the other. One is left out where none of its times can be
 * had: somebody may have booked these people by hand.
 * @param say hears how many are done
 */
export async function makeFortnight(
  cast: Cast,
  caseIds: Readonly<Record<DemoCaseName, string>>,
  now: Date,
  say: (words: string) => void,
): Promise<void> {
  let done = 0;
  const ofCase = async (name: DemoCaseName) => {
    for (const { later = [], ...wish } of plan.filter((each) => each.in === name)) {
      const booked = await bookDemoSession(cast, wish, caseIds[name], now);
      if (booked !== undefined) for (const step of later) await step(cast, demoCases[name], booked, now);
      done += 1;
      say(`a fortnight of sessions, ${done} of ${plan.length}`);
    }
  };
  await Promise.all((Object.keys(demoCases) as DemoCaseName[]).map(ofCase));
}
