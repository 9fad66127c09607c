import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchUpload,
  paginateListParts,
  type S3Client,
  S3ServiceException,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { ExportFiles, Upload } from './make-export.ts';

/** Seconds for which an address of a file is good: long enough to begin the download. */
const ADDRESS_SECONDS = 300;

/** Neutral: the name of the file lands in download lists and mails. */
const FILE_NAME = 'custody-log.jsonl';

/** The bucket of exports, whose own rules take away what is a day old, files and parts that never became one alike. */
export function s3ExportFiles(client: S3Client, Bucket: string): ExportFiles {
  const place = (exportId: string) => ({ Bucket, Key: `${exportId}/${FILE_NAME}` });
  const partOf = ({ exportId, uploadId }: Upload) => ({ ...place(exportId), UploadId: uploadId });

  /** Whoever asks for what is not there, without the right to list, is told that it is forbidden. */
  const isThere = async (exportId: string): Promise<boolean> => {
    try {
      await client.send(new HeadObjectCommand(place(exportId)));
      return true;
    } catch (fault) {
      const status = fault instanceof S3ServiceException ? fault.$metadata.httpStatusCode : undefined;
      if (status === 404 || status === 403) return false;
      throw fault;
    }
  };

  /** An upload that is not there any more was joined: by somebody else at once, or by a try whose answer was lost. */
  const unlessJoined = async ({ exportId }: Upload, run: () => Promise<unknown>): Promise<void> => {
    try {
      await run();
    } catch (fault) {
      if (!(fault instanceof NoSuchUpload) || !(await isThere(exportId))) throw fault;
    }
  };

  return {
    async begin(exportId) {
      const { UploadId } = await client.send(
        new CreateMultipartUploadCommand({
          ...place(exportId),
          ContentType: 'text/plain; charset=utf-8',
          ContentDisposition: `attachment; filename="${FILE_NAME}"`,
          CacheControl: 'no-store',
        }),
      );
      if (UploadId === undefined) throw new Error('The bucket of exports began no upload.');
      return UploadId;
    },

    putPart: (upload, number, bytes) =>
      unlessJoined(upload, () =>
        client.send(new UploadPartCommand({ ...partOf(upload), PartNumber: number, Body: bytes })),
      ),

    join: (upload) =>
      unlessJoined(upload, async () => {
        // Asked for and not remembered: a part that was written twice has the mark of the last time.
        const Parts = [];
        for await (const page of paginateListParts({ client }, partOf(upload)))
          for (const { PartNumber, ETag, ChecksumCRC32 } of page.Parts ?? [])
            Parts.push({ PartNumber, ETag, ChecksumCRC32 });
        await client.send(
          new CompleteMultipartUploadCommand({ ...partOf(upload), MultipartUpload: { Parts } }),
        );
      }),

    addressOf: (exportId) =>
      getSignedUrl(client, new GetObjectCommand(place(exportId)), { expiresIn: ADDRESS_SECONDS }),
  };
}
