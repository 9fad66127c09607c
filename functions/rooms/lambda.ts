import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { readStaff } from '../directory/actor.ts';
import { staffSubject } from '../shared/access/staff-token.ts';
import { readConfig } from '../shared/config.ts';
import * as z from 'zod';
import { lambdaEntry } from '../shared/http/lambda-entry.ts';
import type { Ground } from '../shared/http/mount.ts';
import { jitteredPause } from '../shared/store/commit.ts';
import { dynamoStore } from '../shared/store/dynamo.ts';
import { closeForDoor } from './close-for-door.ts';
import { touched } from './followed-records.ts';
import { readGuest } from './guest-cookie.ts';
import { mediaServerFrom } from './media-keys.ts';
import { mend } from './mend.ts';
import { roomsApp } from './routes.ts';
import { settle } from './settle.ts';

const config = readConfig(process.env);
const secretArn = z.string().min(1).parse(process.env['LIVEKIT_SECRET_ARN']);
const store = dynamoStore(new DynamoDBClient(), config.tableOf);
const subjectOf = staffSubject(config.userPoolId, config.userPoolClientId);
const media = mediaServerFrom(new SecretsManagerClient(), secretArn);

const ground: Ground = {
  store,
  now: () => new Date(),
  randomBytes: (length) => randomBytes(length),
  pause: jitteredPause(Math.random),
  authenticate: async (request) => {
    // The media server signs its events with a token of its own in this header.
    if (new URL(request.url).pathname.endsWith('/hooks/livekit')) return undefined;
    const subject = await subjectOf(request);
    return subject === undefined ? readGuest(store, request, new Date()) : readStaff(store, subject);
  },
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
