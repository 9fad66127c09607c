import { PART_BYTES } from '../../functions/custody/export/export.ts';
import type { ExportFiles } from '../../functions/custody/export/make-export.ts';

/** What is in the bucket of exports: files, and the parts of uploads of which none can be read yet. */
export interface MemoryExports extends ExportFiles {
  readonly whole: Map<string, Buffer>;
  readonly uploads: Map<string, Map<number, Uint8Array>>;
}

/** A bucket that keeps the rules of S3: no part but the last under 5 MB, and no upload once it is joined. */
export function memoryExports(): MemoryExports {
  const whole = new Map<string, Buffer>();
  const uploads = new Map<string, Map<number, Uint8Array>>();
  let begun = 0;
  return {
    whole,
    uploads,
    begin: () => {
      const uploadId = `upload ${(begun += 1)}`;
      uploads.set(uploadId, new Map());
      return Promise.resolve(uploadId);
    },
    async putPart({ exportId, uploadId }, number, bytes) {
      const parts = uploads.get(uploadId);
      if (parts === undefined && !whole.has(exportId)) throw new Error('NoSuchUpload');
      parts?.set(number, bytes);
    },
    async join({ exportId, uploadId }) {
      const parts = uploads.get(uploadId);
      if (parts === undefined && !whole.has(exportId)) throw new Error('NoSuchUpload');
      if (parts === undefined) return;
      const sorted = [...parts].toSorted(([one], [other]) => one - other).map(([, bytes]) => bytes);
      if (sorted.slice(0, -1).some(({ length }) => length < PART_BYTES)) throw new Error('EntityTooSmall');
      whole.set(exportId, Buffer.concat(sorted));
      uploads.delete(uploadId);
    },
    addressOf: (exportId) =>
      whole.has(exportId)
        ? Promise.resolve(`https://files.test/${exportId}`)
        : Promise.reject(new Error('NoSuchKey')),
  };
}
