import * as z from 'zod';

/** What the environment tells this function beside what it tells all of them. */
export interface CustodyConfig {
  readonly evidenceBucket: string;
  /** Where files lie until they are fetched. */
  readonly exportsBucket: string;
  readonly keyId: string;
  /** Name of the signing key and first part of every log's origin; fixed for the life of the logs. */
  readonly logOrigin: string;
}

const environment = z.object({
  EVIDENCE_BUCKET: z.string().min(1),
  EXPORTS_BUCKET: z.string().min(1),
  CUSTODY_KEY_ID: z.string().min(1),
  LOG_ORIGIN: z.string().regex(/^[a-z0-9.-]+\/[a-z0-9/-]+$/),
});

/** @throws at the start, with the name of what is missing */
export function readCustodyConfig(env: Readonly<Record<string, string | undefined>>): CustodyConfig {
  const known = environment.parse(env);
  return {
    evidenceBucket: known.EVIDENCE_BUCKET,
    exportsBucket: known.EXPORTS_BUCKET,
    keyId: known.CUSTODY_KEY_ID,
    logOrigin: known.LOG_ORIGIN,
  };
}
