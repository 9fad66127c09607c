import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Staff } from '../access/roles.ts';
import { staffSignIn, staffVerifier } from '../access/staff-token.ts';
import { readConfig } from '../config.ts';
import { jitteredPause } from '../store/commit.ts';
import { dynamoStore } from '../store/dynamo.ts';
import { counted } from '../spent.ts';
import type { Store } from '../store/store.ts';
import type { Context } from './call.ts';
import type { RandomBytes } from '../values/ids.ts';
import { frontDoor } from './front-door.ts';
import { frontDoorKeys } from './front-door-keys.ts';
import type { EnterReading } from './reading.ts';

/**
 * The context of a function that only staff call: real store, real clock, real chance. To be called from a lambda.ts
 * and from nowhere else.
 * @param readStaff the directory's port; handed in, since what is shared knows no capability
 * @param readings custody's, likewise
 */
export function staffContext(
  readStaff: (store: Store, subject: string) => Promise<Staff>,
  readings: (store: Store, randomBytes: RandomBytes) => EnterReading,
): Context {
  const config = readConfig(process.env);
  const pause = jitteredPause(Math.random);
  const store = dynamoStore(counted(new DynamoDBClient()), config.tableOf, pause);
  const signInOf = staffSignIn(staffVerifier(config.userPoolId, config.userPoolClientId));
  const bytes: RandomBytes = (length) => randomBytes(length);
  return {
    store,
    enterReading: readings(store, bytes),
    now: () => new Date(),
    randomBytes: bytes,
    pause,
    urgency: config.urgency,
    freshSignInMinutes: config.freshSignInMinutes,
    cameThroughFrontDoor: frontDoor(
      frontDoorKeys(counted(new SecretsManagerClient()), config.frontDoorArns),
      Date.now,
    ),
    authenticate: async (request) => {
      const signIn = await signInOf(request);
      if (signIn === undefined) return undefined;
      const { subject, signedInAt } = signIn;
      return { ...(await readStaff(store, subject)), signedInAt };
    },
  };
}
