import { createContext, use } from 'react';
import type * as z from 'zod';
import type { ownRecord } from '../../../functions/directory/contract.ts';

export type OwnRecord = z.infer<typeof ownRecord>;

/** The person who is signed in. */
export const OwnRecordContext = createContext<OwnRecord | undefined>(undefined);

export function useOwnRecord(): OwnRecord {
  const me = use(OwnRecordContext);
  if (me === undefined) throw new Error('Nobody is signed in above this part of the page.');
  return me;
}
