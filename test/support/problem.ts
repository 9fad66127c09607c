import * as z from 'zod';
import { refusals, type RefusalCode } from '../../functions/shared/refusals.ts';

/** RFC 9457 from the closed list, with what to do next. */
const problem = z.strictObject({
  type: z.string().startsWith('urn:saksi:refusal:'),
  title: z.string().min(1),
  status: z.number().int(),
  detail: z.string().min(1),
  code: z.enum(Object.keys(refusals) as [RefusalCode, ...RefusalCode[]]),
  errors: z.array(z.strictObject({ pointer: z.string(), message: z.string().min(1) })).optional(),
  facts: z.record(z.string(), z.unknown()).optional(),
  request: z.string().min(1),
});

/** Every problem that a test meets is what the list says: its facts are those of its code, and nothing else. */
export function assertProblem(body: unknown): void {
  const { code, facts = {} } = problem.parse(body);
  const refusal = refusals[code];
  ('facts' in refusal ? refusal.facts : z.strictObject({})).parse(facts);
}

export const isProblem = (headers: Headers): boolean =>
  headers.get('content-type')?.startsWith('application/problem+json') === true;
