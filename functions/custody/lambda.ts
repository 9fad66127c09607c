import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { readStaff } from '../directory/port/actor.ts';
import { lambdaEntry } from '../shared/http/lambda-entry.ts';
import { staffContext } from '../shared/http/staff-context.ts';
import { counted } from '../shared/spent.ts';
import { readCustodyConfig } from './config.ts';
import { s3ExportFiles } from './export/s3-export-files.ts';
import { kmsSigner } from './kms-signer.ts';
import { readings } from './port/enter-reading.ts';
import { type Publisher, sweep } from './publish.ts';
import { sequencePending } from './sequence-each.ts';
import { custodyApp } from './routes.ts';
import { s3Archive } from './s3-archive.ts';
import { followStream } from './stream.ts';

const config = readCustodyConfig(process.env);
const context = staffContext(readStaff, readings);
// Path style: the emulator's bucket host names are not resolved by Node, and AWS takes both.
const s3 = counted(new S3Client({ forcePathStyle: true }));
const files = s3ExportFiles(s3, config.exportsBucket);
const publisher: Publisher = {
  store: context.store,
  archive: s3Archive(s3, config.evidenceBucket),
  signer: kmsSigner(counted(new KMSClient()), config.keyId, config.logOrigin),
};

const clock = {
  ...context,
  wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
};

export const handler = lambdaEntry({
  http: custodyApp(context, { publisher, files }),
  stream: (records) => followStream(publisher, clock, records),
  sweep: async () => {
    // First what has no place yet: its entries are then published by the same sweep.
    const sequenced = await sequencePending(clock);
    const published = await sweep(publisher);
    return {
      looked: sequenced.looked + published.looked,
      repaired: sequenced.repaired + published.repaired,
    };
  },
});
