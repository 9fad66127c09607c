/** Below this lies what is not handed in whole; a capability's own name comes after it. */
export const unfinishedPapersPrefix = 'uploads/';
/** Below this what is kept. */
export const keptPapersPrefix = 'kept/';
/** Days after which what was never handed in whole is gone; the least that S3 counts in. */
export const unfinishedPapersDays = 1;
