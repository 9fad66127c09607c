/**
 * The file by which a party shows what sealed fields of one entry say, beside the log that the entry is in. One line of canonical
 * JSON (RFC 8785), ended by one line end, so that no byte of it can change unnoticed:
 *
 *     {"disclosures":["WyJ…"],"entry":12,"format":"saksi-disclosures","howToVerify":"…","leafHash":"…","logId":"…","version":1}
 *
 * `disclosures` are those of SD-JWT (RFC 9901, section 4.2): base64url of the UTF-8 JSON array [salt, name, value]. The SHA-256 of
 * each, as base64url, stands under its name in `sealed` of the entry. `leafHash` is the entry's, in base64; `logId` is the log's.
 * It is signed by nobody: it says nothing that the log does not hold already, and the log is signed.
 */
import * as z from 'zod';
import { canonicalText } from '../canonical.ts';
import { logIdSchema } from './entry.ts';

const HOW_TO_VERIFY =
  'In a copy of saksi, with the log that this is about: npm run -s verify -- LOG --key KEY --disclosures THIS. Whoever has this ' +
  'file reads what it discloses.';

export const disclosuresSchema = z.strictObject({
  format: z.literal('saksi-disclosures'),
  version: z.literal(1),
  howToVerify: z.literal(HOW_TO_VERIFY),
  logId: logIdSchema,
  /** Index of the entry. */
  entry: z.int().min(0),
  leafHash: z.base64().length(44),
  disclosures: z
    .array(z.string().regex(/^[A-Za-z0-9_-]+$/))
    .min(1)
    // As many as one order can name.
    .max(16),
});
type Disclosures = z.infer<typeof disclosuresSchema>;

export const disclosuresFile = (
  of: Pick<Disclosures, 'logId' | 'entry' | 'leafHash' | 'disclosures'>,
): string =>
  `${canonicalText({ format: 'saksi-disclosures', version: 1, howToVerify: HOW_TO_VERIFY, ...of } satisfies Disclosures)}\n`;
