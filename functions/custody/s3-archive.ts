import { GetObjectCommand, PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { Archive } from './publish.ts';
import { PublishFault } from './publish-fault.ts';

/** Statuses of a conditional put that found something there, or raced with another put of the same name. */
const ALREADY_THERE = new Set([409, 412]);

/** The evidence bucket: written once under each name; the bucket's lock keeps it. */
export function s3Archive(client: S3Client, bucket: string): Archive {
  const same = async (name: string, bytes: Uint8Array): Promise<boolean> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: name }));
    const there = await Body?.transformToByteArray();
    return there !== undefined && Buffer.compare(there, bytes) === 0;
  };

  return {
    async put(name, bytes) {
      try {
        const put = { Bucket: bucket, Key: name, Body: bytes, IfNoneMatch: '*', ContentType: 'text/plain' };
        await client.send(new PutObjectCommand(put));
      } catch (fault) {
        const status = fault instanceof S3ServiceException ? fault.$metadata.httpStatusCode : undefined;
        if (status === undefined || !ALREADY_THERE.has(status)) throw fault;
        if (!(await same(name, bytes))) throw new PublishFault('archive-differs');
      }
    },
  };
}
