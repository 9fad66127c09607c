import { readings } from '../custody/port/enter-reading.ts';
import { readStaff } from '../directory/port/actor.ts';
import { readGuest } from '../rooms/port/guest.ts';
import type { Context } from '../shared/http/call.ts';
import { lambdaEntry } from '../shared/http/lambda-entry.ts';
import { staffContext } from '../shared/http/staff-context.ts';
import { hearingApp } from './routes.ts';

const staff = staffContext(readStaff, readings);

const context: Context = {
  ...staff,
  authenticate: async (request) =>
    (await staff.authenticate(request)) ?? readGuest(staff.store, request, staff.now()),
};

export const handler = lambdaEntry({ http: hearingApp(context) });
