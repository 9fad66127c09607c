import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { readStaff } from '../directory/port/actor.ts';
import { lambdaEntry } from '../shared/http/lambda-entry.ts';
import type { Ground } from '../shared/http/mount.ts';
import { staffGround } from '../shared/http/staff-ground.ts';
import { closeForDoor } from './close-for-door.ts';
import { touched } from './followed-records.ts';
import { readGuest } from './guest-cookie.ts';
import { mediaServerFrom } from './media-keys.ts';
import { mend } from './mend.ts';
import { roomsApp } from './routes.ts';
import { settle } from './settle.ts';

const secretArn = z.string().min(1).parse(process.env['LIVEKIT_SECRET_ARN']);
const media = mediaServerFrom(new SecretsManagerClient(), secretArn);
const staff = staffGround(readStaff);
const { store } = staff;

const ground: Ground = {
  ...staff,
  authenticate: async (request) =>
    (await staff.authenticate(request)) ?? readGuest(store, request, staff.now()),
};

export const handler = lambdaEntry({
  http: roomsApp(ground, media),
  stream: async (records) => {
    const { rooms, doors } = touched(records);
    for (const sessionId of rooms) await settle(store, media, sessionId);
    for (const sessionId of doors) await closeForDoor(ground, media, sessionId);
  },
  sweep: () => mend(ground, media),
});
