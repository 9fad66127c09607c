import { capabilityApp, type Ground } from '../shared/http/mount.ts';
import { addRoomToAgency } from './add-room.ts';
import { changeKeptRoom } from './change-room.ts';
import * as contract from './contract.ts';
import { correctOneHoliday } from './correct-holiday.ts';
import { keptPerson, keptRoom, ownPerson } from './port/keeping.ts';
import { keptPeople } from './list-kept.ts';
import { peopleOfRole } from './list-people.ts';
import { allRooms } from './list-rooms.ts';
import { readCalendarOf } from './read-calendar.ts';
import { holidaysOfYear } from './read-holidays.ts';
import { readOwnRecord } from './read-me.ts';
import { readProfileOf } from './read-profile.ts';
import { setCalendarOf } from './set-calendar.ts';
import { setProfileOf } from './set-profile.ts';

export function directoryApp(ground: Ground) {
  const { app, mount } = capabilityApp('directory', ground);
  const { store } = ground;
  mount(contract.readMe, readOwnRecord);
  mount(contract.listPeople, peopleOfRole);

  mount(contract.listKept, keptPeople);
  mount(contract.readMyCalendar, async ({ actor }) => readCalendarOf(ground, await ownPerson(store, actor)));
  mount(contract.setMyCalendar, (call) => setCalendarOf(call, () => ownPerson(store, call.actor)));
  mount(contract.readCalendar, async ({ actor, params }) =>
    readCalendarOf(ground, await keptPerson(store, actor, params.personId)),
  );
  mount(contract.setCalendar, (call) =>
    setCalendarOf(call, () => keptPerson(store, call.actor, call.params.personId)),
  );
  mount(contract.readProfile, readProfileOf);
  mount(contract.setProfile, setProfileOf);

  mount(contract.listRooms, allRooms);
  mount(contract.addRoom, addRoomToAgency);
  mount(contract.changeRoom, changeKeptRoom);
  mount(contract.readRoomCalendar, async ({ actor, params }) =>
    readCalendarOf(ground, await keptRoom(store, actor, params.roomId)),
  );
  mount(contract.setRoomCalendar, (call) =>
    setCalendarOf(call, () => keptRoom(store, call.actor, call.params.roomId)),
  );

  mount(contract.readHolidays, holidaysOfYear);
  mount(contract.correctHoliday, correctOneHoliday);
  return app;
}
