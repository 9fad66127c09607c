import { disclosuresFile } from '../custody/port/disclosures-file.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import type { takeDisclosed as contract } from './contract.ts';
import { disclosedBy } from './read-disclosed.ts';

/**
 * What an order opens, as a file. What was erased is not in it.
 * @throws {Refusal} those of `disclosedBy`; `nothing-to-decide` where all of it was erased, or never said
 */
export const takeDisclosed: Handler<typeof contract> = ({
  actor,
  params: { caseId },
  body: { orderId },
  context: { store },
  commit,
}) =>
  commit(async () => {
    const { logId, index: entry, leafHash, fields } = await disclosedBy(store, actor, { caseId, orderId });
    const disclosures = fields.flatMap(({ disclosure }) => disclosure ?? []);
    if (disclosures.length === 0) throw new Refusal('nothing-to-decide');
    return { changes: [], answer: { file: disclosuresFile({ logId, entry, leafHash, disclosures }) } };
  });
