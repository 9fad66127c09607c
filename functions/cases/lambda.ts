import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { staffSubject } from '../shared/access/staff-token.ts';
import { readConfig } from '../shared/config.ts';
import { lambdaEntry } from '../shared/http/lambda-entry.ts';
import { jitteredPause } from '../shared/store/commit.ts';
import { dynamoStore } from '../shared/store/dynamo.ts';
import { readStaff } from '../directory/actor.ts';
import { casesApp } from './routes.ts';

const config = readConfig(process.env);
const store = dynamoStore(new DynamoDBClient(), config.tableOf);
const subjectOf = staffSubject(config.userPoolId, config.userPoolClientId);

export const handler = lambdaEntry({
  http: casesApp({
    store,
    now: () => new Date(),
    randomBytes: (length) => randomBytes(length),
    pause: jitteredPause(Math.random),
    authenticate: async (request) => {
      const subject = await subjectOf(request);
      return subject === undefined ? undefined : readStaff(store, subject);
    },
  }),
});
