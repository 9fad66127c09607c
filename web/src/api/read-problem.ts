import * as z from 'zod';
import { refusals, type RefusalCode } from '../../../functions/shared/refusals.ts';
import { ApiProblem } from './problem.ts';

/** What we need of RFC 9457 problem details; the words come from our own catalogues, in the reader's language. */
const problemBody = z.object({
  code: z.string(),
  errors: z.array(z.object({ pointer: z.string(), message: z.string() })).optional(),
  facts: z.unknown().optional(),
  request: z.string().optional(),
});

/** What the gateway refuses before our code is asked; it answers in its own form. */
const gatewayRefusals: ReadonlyMap<number, RefusalCode> = new Map([
  [413, 'body-too-large'],
  [429, 'busy'],
  [503, 'busy'],
]);

/** The problem that an answer other than 2xx stands for. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const text = await response.text();
  const body = problemBody.safeParse(jsonOr(undefined, text));
  if (body.success && response.headers.get('content-type')?.startsWith('application/problem+json') === true) {
    const { code, errors, facts, request } = body.data;
    return new ApiProblem(isKnown(code) ? code : 'page-outdated', { errors, facts, request });
  }
  const code = gatewayRefusals.get(response.status);
  // 502 and 504: something between us and the service; nobody can say whether the call was carried out.
  if (code === undefined && (response.status === 502 || response.status === 504))
    return new ApiProblem('unreachable');
  return new ApiProblem(code ?? 'internal-fault');
}

const isKnown = (code: string): code is RefusalCode => Object.hasOwn(refusals, code);

function jsonOr(other: undefined, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return other;
  }
}
