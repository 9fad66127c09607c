import type { Context } from '../shared/http/call.ts';
import { capabilityApp } from '../shared/http/mount.ts';
import { addRoomToAgency } from './add-room.ts';
import { changeKeptRoom } from './change-room.ts';
import * as contract from './contract.ts';
import { correctOneHoliday } from './correct-holiday.ts';
import { makeDraftsKey } from './drafts-key.ts';
import { keptPerson, keptRoom, ownPerson } from './port/keeping.ts';
import { keptPeople } from './list-kept.ts';
import { peopleOfRole } from './list-people.ts';
import { allRooms } from './list-rooms.ts';
import { readWorkingTimeOf } from './read-working-time.ts';
import { holidaysOfYear } from './read-holidays.ts';
import { readOwnRecord } from './read-me.ts';
import { readProfileOf } from './read-profile.ts';
import { setWorkingTimeOf } from './set-working-time.ts';
import { setProfileOf } from './set-profile.ts';

export function directoryApp(context: Context) {
  const { app, mount } = capabilityApp('directory', context);
  const { store } = context;
  mount(contract.readMe, readOwnRecord);
  mount(contract.keepDrafts, makeDraftsKey);
  mount(contract.listPeople, peopleOfRole);

  mount(contract.listKept, keptPeople);
  mount(contract.readMyWorkingTime, async ({ actor }) =>
    readWorkingTimeOf(context, await ownPerson(store, actor)),
  );
  mount(contract.setMyWorkingTime, (call) => setWorkingTimeOf(call, () => ownPerson(store, call.actor)));
  mount(contract.readWorkingTime, async ({ actor, params }) =>
    readWorkingTimeOf(context, await keptPerson(store, actor, params.personId)),
  );
  mount(contract.setWorkingTime, (call) =>
    setWorkingTimeOf(call, () => keptPerson(store, call.actor, call.params.personId)),
  );
  mount(contract.readProfile, readProfileOf);
  mount(contract.setProfile, setProfileOf);

  mount(contract.listRooms, allRooms);
  mount(contract.addRoom, addRoomToAgency);
  mount(contract.changeRoom, changeKeptRoom);
  mount(contract.readRoomWorkingTime, async ({ actor, params }) =>
    readWorkingTimeOf(context, await keptRoom(store, actor, params.roomId)),
  );
  mount(contract.setRoomWorkingTime, (call) =>
    setWorkingTimeOf(call, () => keptRoom(store, call.actor, call.params.roomId)),
  );

  mount(contract.readHolidays, holidaysOfYear);
  mount(contract.correctHoliday, correctOneHoliday);
  return app;
}
