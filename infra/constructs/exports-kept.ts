/**
 * Days after which S3 takes a file away that somebody was to fetch within minutes, and the parts of one that was never
 * finished. One is the least that S3 counts in, and it acts at the midnight after; so they are gone within two days.
 */
export const exportsKeptDays = 1;
