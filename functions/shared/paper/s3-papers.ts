import { GetObjectCommand, PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { Papers } from './papers.ts';

/** The bucket of papers, below the name of one capability. */
export function s3Papers(client: S3Client, Bucket: string, capability: string): Papers {
  const put = (prefix: string) => async (place: string, Body: Uint8Array) => {
    const ContentType = 'application/octet-stream';
    await client.send(
      new PutObjectCommand({ Bucket, Key: `${prefix}/${capability}/${place}`, Body, ContentType }),
    );
  };
  /** Whoever asks for what is not there, without the right to list, is told that it is forbidden. */
  const get = (prefix: string) => async (place: string) => {
    try {
      const { Body } = await client.send(
        new GetObjectCommand({ Bucket, Key: `${prefix}/${capability}/${place}` }),
      );
      return await Body?.transformToByteArray();
    } catch (fault) {
      const status = fault instanceof S3ServiceException ? fault.$metadata.httpStatusCode : undefined;
      if (status === 404 || status === 403) return undefined;
      throw fault;
    }
  };
  return {
    putUnfinished: put('uploads'),
    getUnfinished: get('uploads'),
    keep: put('kept'),
    getKept: get('kept'),
  };
}
