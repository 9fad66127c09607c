import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import type { exportLog } from '../../../../functions/custody/contract.ts';

export type Progress = AnswerOf<typeof exportLog>;

/** How a log is taken away, whoever's it is. */
export interface Taking {
  /** Begins a file; that somebody takes the log is entered by it. */
  readonly begin: () => Promise<Progress>;
  /** Has the next part of it written, or says where it lies. */
  readonly carryOn: (exportId: string) => Promise<Progress>;
}

/**
 * Has a file made to its end, part by part.
 * @param known the file that was begun before, to go on where it stopped
 * @param tell is told each time how far it has come
 * @param wanted whether anybody still waits for it; asked before each part
 * @returns where the file lies, or nothing when nobody wants it any more
 * @throws ApiProblem whatever a part meets; `not-found` for one that is not kept any more
 */
export async function takeLog(
  { begin, carryOn }: Taking,
  known: string | undefined,
  tell: (progress: Progress) => void,
  wanted: () => boolean,
): Promise<string | undefined> {
  let exportId = known;
  if (exportId === undefined) {
    const begun = await begin();
    tell(begun);
    exportId = begun.exportId;
  }
  while (wanted()) {
    const progress = await carryOn(exportId);
    tell(progress);
    if (progress.download !== undefined) return progress.download;
  }
  return undefined;
}
