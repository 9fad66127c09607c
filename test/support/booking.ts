import { send } from './http.ts';
import { proposed, type Brief } from './proposal.ts';

/** Whoever books at the deployed API. */
export interface Booker {
  readonly api: string;
  readonly token: string | undefined;
  readonly personId: string;
}

/** Her pseudonym in a case; of a case that the one who asks cannot see, one that is nobody's. */
export async function witnessOf(api: string, token: string | undefined, caseId: unknown): Promise<string> {
  const { body } = await send(api, 'GET', `/api/cases/${String(caseId)}`, { token });
  return (body.witnesses as { pseudonym: string }[] | undefined)?.[0]?.pseudonym ?? 'W-2222';
}

/** A booking in few words, as it is sent; see proposal.ts. */
export async function bookingBody(
  { api, token, personId }: Booker,
  brief: Brief & { readonly caseId: unknown; readonly [more: string]: unknown },
): Promise<Record<string, unknown>> {
  return proposed(brief, { booker: personId, witness: await witnessOf(api, token, brief.caseId) });
}
