import type * as z from 'zod';
import { Refusal, type FieldError } from '../refusals.ts';

/** Bytes of a request body; no form of ours comes near it. */
export const mostBodyBytes = 64 * 1024;
/** Nesting of JSON; ours is at most 5. Deeper input can exhaust the stack of whoever writes it out again. */
const mostDepth = 16;

/**
 * Reads a JSON body strictly: right media type, right size, valid UTF-8, bounded depth, no NUL, no lone surrogate and no
 * replacement character in any string or key, no key that reaches a prototype.
 * @throws {Refusal} `not-json`, `body-too-large`, `invalid-request`
 */
export async function readJson(request: Request, most = mostBodyBytes): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json(;\s*charset=utf-8)?$/i.test(type)) throw new Refusal('not-json');
  if (request.headers.has('content-encoding')) throw new Refusal('not-json');
  if (Number(request.headers.get('content-length') ?? 0) > most) throw new Refusal('body-too-large');
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.byteLength > most) throw new Refusal('body-too-large');
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw new Refusal('invalid-request', {}, [
      { pointer: '', message: 'The body is not valid JSON in UTF-8.' },
    ]);
  }
  return withGoodText(value);
}

/**
 * The same value, if each text in it can be kept.
 * @throws {Refusal} `invalid-request` naming the first that cannot
 */
export function withGoodText<Value>(value: Value): Value {
  const fault = findFault(value, '', 0);
  if (fault !== undefined) throw new Refusal('invalid-request', {}, [fault]);
  return value;
}

function findFault(value: unknown, pointer: string, depth: number): FieldError | undefined {
  if (depth > mostDepth) return { pointer, message: 'The value is nested too deeply.' };
  if (typeof value === 'string') return badText(value) ? { pointer, message: badTextMessage } : undefined;
  if (typeof value === 'number') {
    return Number.isFinite(value) ? undefined : { pointer, message: 'The number is too large.' };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const place = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (badText(key)) return { pointer, message: badTextMessage };
    if (key === '__proto__' || key === 'constructor')
      return { pointer, message: `The field "${key}" is not known.` };
    const fault = findFault(inner, place, depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const badTextMessage = 'The text holds a character that cannot be kept.';
/** U+FFFD is nobody's word: the gateway puts it where bytes were not UTF-8, before we see them. */
const badText = (text: string) => text.includes('\u0000') || text.includes('\uFFFD') || !text.isWellFormed();

/**
 * @throws {Refusal} `invalid-request` with a JSON Pointer for each fault; `does-not-fit` where each field has its form and
 * they do not fit together (see `together`); `unknown-zone` with the `nearest` names where
 * nothing is wrong but the name of a zone
 */
export function parseWith<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.map((issue) => ({
    pointer: issue.path.map((part) => `/${String(part)}`).join(''),
    message: issue.message,
  }));
  const nearest = result.error.issues.map(nearestZones);
  if (nearest.every((names) => names !== undefined))
    throw new Refusal('unknown-zone', { nearest: [...new Set(nearest.flat())] }, errors);
  const formless = result.error.issues.some((issue, at) => !isTogether(issue) && nearest[at] === undefined);
  throw new Refusal(formless ? 'invalid-request' : 'does-not-fit', {}, errors);
}

const isTogether = (issue: z.core.$ZodIssue) =>
  issue.code === 'custom' && issue.params?.['together'] === true;

/** The names that were most likely meant, where a zone is at fault (see `zoneName`). */
function nearestZones(issue: z.core.$ZodIssue): readonly string[] | undefined {
  const told: unknown = issue.code === 'custom' ? issue.params?.['nearest'] : undefined;
  return Array.isArray(told) ? told.map(String) : undefined;
}
