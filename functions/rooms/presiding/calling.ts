import { Refusal } from '../../shared/refusals.ts';
import { heardIn, isSummonedTo, type Door, type Seat } from '../../sessions/port/door.ts';
import { assertLive } from '../../sessions/port/door.ts';
import { asItStands } from '../as-it-stands.ts';
import { isScreened } from '../kept-apart.ts';
import { assertRelayFlows } from '../machines/flowing.ts';
import { assertRuns } from '../runs.ts';
import { authorityOf, subjectSeat, type StepEntry } from '../snapshot.ts';
import { step } from '../step.ts';
import type { RoomHandler } from '../handler.ts';
import { companionSaid, languagesCarried, witnessCalled, witnessStoodDown } from './actions.ts';
import type * as contract from './contract.ts';
import { calledIn, carrying, goingWith, stoodDown } from './course.ts';
import { wordOf } from './presides.ts';

/** The judge calls in whoever is heard; nobody else can, and there is nowhere else to call them. */
export const callIn: RoomHandler<typeof contract.callIn> = (call, media) =>
  step(call, media, async ({ door: stored, room, me }) => {
    const word = wordOf(stored, me, call.body);
    assertLive(stored);
    const { door } = await asItStands(call.context.store, stored, call.now);
    const seat = heardSeat(door, call.body.pseudonym);
    const next = calledIn(room, seat.pseudonym);
    if (next !== room) await assertRelayFlows(call.context.store, door, room, call.now);
    const entry: StepEntry = (acting, { epoch }) =>
      witnessCalled.entry({
        ...acting,
        authority: authorityOf(call.actor),
        subject: subjectSeat(seat),
        details: { epoch, ...word },
      });
    return { room: next, stands: door, entries: next === room ? [] : [entry] };
  });

export const standDown: RoomHandler<typeof contract.standDown> = (call, media) =>
  step(call, media, ({ door, room, me }) => {
    const word = wordOf(door, me, call.body);
    const seat = heardSeat(door, call.body.pseudonym);
    const entry: StepEntry = (acting, { epoch }) =>
      witnessStoodDown.entry({
        ...acting,
        authority: authorityOf(call.actor),
        subject: subjectSeat(seat),
        details: { epoch, ...word },
      });
    return { room: stoodDown(room, seat.pseudonym), entries: [entry] };
  });

/** @throws {Refusal} `not-admitted` where nobody is heard before a court, or several are and none is named */
function heardSeat(door: Door, named: string | undefined): Seat {
  const heard = isSummonedTo(door) ? heardIn(door) : [];
  const [only, ...more] = heard;
  const whom = named ?? (more.length === 0 ? only : undefined);
  const seat = door.seats.find(({ pseudonym }) => pseudonym === whom && heard.includes(pseudonym));
  if (seat === undefined) throw new Refusal('not-admitted');
  return seat;
}

/** Roles that go with somebody else. */
const goers: readonly Seat['seat'][] = [
  'interpreter',
  'support-officer',
  'support-person',
  'attending-officer',
];

export const goWith: RoomHandler<typeof contract.goWith> = (call, media) =>
  step(call, media, ({ door, room, me }) => {
    assertRuns(door, me);
    assertLive(door);
    const { pseudonym, goesWith } = call.body;
    const seat = door.seats.find((each) => each.pseudonym === pseudonym && goers.includes(each.seat));
    const isSomebody =
      goesWith === undefined ||
      goesWith === 'court' ||
      heardIn(door).includes(goesWith) ||
      // Nobody but an interpreter goes with the accused.
      (seat?.seat === 'interpreter' &&
        door.seats.some((each) => each.pseudonym === goesWith && each.seat === 'accused'));
    if (seat === undefined || !isSomebody || isScreened(door, seat)) throw new Refusal('not-admitted');
    const next = goingWith(room, pseudonym, goesWith);
    const entry: StepEntry = (acting, { epoch }) =>
      companionSaid.entry({
        ...acting,
        authority: authorityOf(call.actor),
        subject: subjectSeat(seat),
        details: { epoch, ...(goesWith === undefined ? {} : { goesWith }) },
      });
    return { room: next, entries: next === room ? [] : [entry] };
  });

/** Nobody's language who is heard: what the screened side can listen to is told there by the names of its channels. */
export const carryLanguages: RoomHandler<typeof contract.carryLanguages> = (call, media) =>
  step(call, media, ({ door, room, me }) => {
    const word = wordOf(door, me, call.body);
    assertLive(door);
    const { court, screened } = call.body;
    const next = carrying(room, { court, screened });
    const details = { ...(next.carried ?? { court: [], screened: [] }), ...word };
    const entry: StepEntry = (acting) =>
      languagesCarried.entry({
        ...acting,
        authority: authorityOf(call.actor),
        details,
      });
    return { room: next, entries: next === room ? [] : [entry] };
  });
