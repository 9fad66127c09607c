import { Refusal } from '../../shared/refusals.ts';
import { addMinutes, instantOf, type Instant } from '../../shared/values/instants.ts';
import { assertLive, type Door } from '../../sessions/port/door.ts';
import { authorityOf, type StepEntry } from '../snapshot.ts';
import { step } from '../step.ts';
import type { RoomHandler } from '../handler.ts';
import { courtInCamera, courtInRecess, courtSilenced, hearingAdjourned, recordSet } from './actions.ts';
import type * as contract from './contract.ts';
import { hearingRoom } from '../place.ts';
import { adjourned, inRecess, onRecord, silenced, sittingInCamera } from './course.ts';
import { presidingSeat, wordOf } from './presides.ts';

/** A recess: a pause of the court that says until when. It goes on when the court says so. */
export const recess: RoomHandler<typeof contract.recess> = (call, media) =>
  step(call, media, ({ door, room, me }) => {
    const word = wordOf(door, me, call.body);
    assertLive(door);
    const until = addMinutes(instantOf(call.now.getTime()), call.body.minutes);
    const entry: StepEntry = (acting) =>
      courtInRecess.entry({ ...acting, authority: authorityOf(call.actor), details: { until, ...word } });
    return { room: inRecess(room, presidingSeat(door), until), entries: [entry] };
  });

export const setRecord: RoomHandler<typeof contract.setRecord> = (call, media) =>
  step(call, media, ({ door, room, me }) => {
    const word = wordOf(door, me, call.body);
    assertLive(door);
    const { record } = call.body;
    const next = onRecord(room, record);
    const entry: StepEntry = (acting) =>
      recordSet.entry({ ...acting, authority: authorityOf(call.actor), details: { record, ...word } });
    return { room: next, entries: next === room ? [] : [entry] };
  });

export const sitInCamera: RoomHandler<typeof contract.sitInCamera> = (call, media) =>
  step(call, media, ({ door, room, me }) => {
    const word = wordOf(door, me, call.body);
    assertLive(door);
    const { inCamera } = call.body;
    const next = sittingInCamera(room, inCamera);
    const entry: StepEntry = (acting, { epoch }) =>
      courtInCamera.entry({
        ...acting,
        authority: authorityOf(call.actor),
        details: { inCamera, epoch, ...word },
      });
    return { room: next, entries: next === room ? [] : [entry] };
  });

/** Binding: whoever comes back by an earlier pass is an intruder, and the others get another room. */
export const silence: RoomHandler<typeof contract.silence> = (call, media) =>
  step(call, media, ({ door, room, me }) => {
    const word = wordOf(door, me, call.body);
    assertLive(door);
    const { pseudonym, silent } = call.body;
    const inHearing = Object.keys(room.rooms[hearingRoom]?.people ?? {});
    const court: readonly string[] = ['judge', 'clerk'];
    const people = door.seats.flatMap((seat) => {
      const isMeant =
        pseudonym === undefined ? inHearing.includes(seat.pseudonym) : seat.pseudonym === pseudonym;
      return isMeant && !court.includes(seat.seat) && room.seats[seat.pseudonym]?.state === 'admitted'
        ? [seat.pseudonym]
        : [];
    });
    if (pseudonym !== undefined && people.length === 0) throw new Refusal('not-admitted');
    const next = silenced(room, people, silent);
    const entry: StepEntry = (acting, { epoch }) =>
      courtSilenced.entry({
        ...acting,
        authority: authorityOf(call.actor),
        details: { people, silent, epoch, ...word },
      });
    return { room: next, entries: next === room ? [] : [entry] };
  });

/** To the next day on which it is booked: where there is none, the session is to be given one first. */
export const adjourn: RoomHandler<typeof contract.adjourn> = (call, media) =>
  step(call, media, ({ door, room, me }) => {
    const word = wordOf(door, me, call.body);
    assertLive(door);
    const to = nextDay(door, call.now);
    const entry: StepEntry = (acting) =>
      hearingAdjourned.entry({ ...acting, authority: authorityOf(call.actor), details: { to, ...word } });
    return { room: adjourned(room, to), entries: [entry] };
  });

/** @throws {Refusal} `no-later-day` */
function nextDay({ windows = [] }: Pick<Door, 'windows'>, now: Date): Instant {
  const later = windows.map(({ opensAt }) => opensAt).filter((opensAt) => opensAt > now.toISOString());
  const [first] = later.toSorted();
  if (first === undefined) throw new Refusal('no-later-day');
  return first;
}
