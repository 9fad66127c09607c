import { SQSClient } from '@aws-sdk/client-sqs';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { readings } from '../custody/port/enter-reading.ts';
import { readStaff } from '../directory/port/actor.ts';
import { lambdaEntry } from '../shared/http/lambda-entry.ts';
import type { Context } from '../shared/http/call.ts';
import { staffContext } from '../shared/http/staff-context.ts';
import { counted } from '../shared/spent.ts';
import { closeForDoor } from './close-for-door.ts';
import { touched } from './followed-records.ts';
import { gatewaySockets } from './pages/gateway-sockets.ts';
import { readGuest } from './port/guest.ts';
import { mediaServerFrom } from './media/media-secret.ts';
import { queueOfTasks } from './machines/queue-of-tasks.ts';
import { sendForMachines } from './machines/send-for.ts';
import { nudge } from './pages/nudge.ts';
import { repair } from './repair.ts';
import { roomsApp } from './routes.ts';
import { deleteRetiredRooms } from './media/delete-retired-rooms.ts';
import { letPageListen } from './pages/take-ticket.ts';

const secretArn = z.string().min(1).parse(process.env['LIVEKIT_SECRET_ARN']);
const socketsUrl = z.string().min(1).parse(process.env['PAGE_SOCKETS_URL']);
const media = mediaServerFrom(counted(new SecretsManagerClient()), secretArn);
const sockets = gatewaySockets(socketsUrl);
const staff = staffContext(readStaff, readings);
const { store } = staff;
const send = queueOfTasks(counted(new SQSClient()), () =>
  z.string().min(1).parse(process.env['QUEUE_MEDIA']),
);

const context: Context = {
  ...staff,
  authenticate: async (request) =>
    (await staff.authenticate(request)) ?? readGuest(store, request, staff.now()),
};

export const handler = lambdaEntry({
  http: roomsApp(context, media, socketsUrl),
  socket: (event) => letPageListen(context, sockets, event),
  stream: async (records) => {
    // Beside what must be done, so that neither waits for the other.
    const told = nudge(context, sockets, records);
    try {
      const { rooms, doors, open } = touched(records);
      for (const sessionId of rooms) await deleteRetiredRooms(store, media, sessionId);
      for (const sessionId of doors) await closeForDoor(context, media, sessionId);
      for (const sessionId of open) await sendForMachines(context, media, send, sessionId);
    } finally {
      await told;
    }
  },
  sweep: () => repair(context, media, send),
});
