import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { readStaff } from '../directory/actor.ts';
import { staffSubject } from '../shared/access/staff-token.ts';
import { readConfig } from '../shared/config.ts';
import { lambdaEntry } from '../shared/http/lambda-entry.ts';
import { jitteredPause } from '../shared/store/commit.ts';
import { dynamoStore } from '../shared/store/dynamo.ts';
import { readCustodyConfig } from './config.ts';
import { kmsSigner } from './kms-signer.ts';
import { type Publisher, sweep } from './publish.ts';
import { custodyApp } from './routes.ts';
import { s3Archive } from './s3-archive.ts';
import { followStream } from './stream.ts';

const config = readConfig(process.env);
const custody = readCustodyConfig(process.env);
const store = dynamoStore(new DynamoDBClient(), config.tableOf);
const subjectOf = staffSubject(config.userPoolId, config.userPoolClientId);

const publisher: Publisher = {
  store,
  archive: s3Archive(new S3Client({ forcePathStyle: true }), custody.evidenceBucket),
  signer: kmsSigner(new KMSClient(), custody.keyId, custody.logOrigin),
};

export const handler = lambdaEntry({
  http: custodyApp(
    {
      store,
      now: () => new Date(),
      randomBytes: (length) => randomBytes(length),
      pause: jitteredPause(Math.random),
      authenticate: async (request) => {
        const subject = await subjectOf(request);
        return subject === undefined ? undefined : readStaff(store, subject);
      },
    },
    publisher,
  ),
  stream: (records) => followStream(publisher, records),
  sweep: () => sweep(publisher),
});
