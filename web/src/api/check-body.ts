import type * as z from 'zod';
import type { FieldFault } from './problem.ts';

/**
 * What the contract finds wrong with a body before it is sent, in the form in which the service tells it: the same
 * parser, the same pointers. `why` is what a page has words for.
 */
export function faultsOfBody(schema: z.ZodType, body: unknown): readonly FieldFault[] {
  const result = schema.safeParse(body);
  if (result.success) return [];
  return result.error.issues.map((issue) => ({
    pointer: issue.path.map((part) => `/${String(part)}`).join(''),
    message: issue.message,
    ...reasonOf(issue, valueAt(body, issue.path)),
  }));
}

function reasonOf(issue: z.core.$ZodIssue, value: unknown): Pick<FieldFault, 'why' | 'limit'> {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return { why: 'needed' };
  // A text for people is measured by its own rule, which says so (shared/values/text.ts).
  if (typeof value === 'string' && (issue.code === 'too_big' || isTooLong(issue))) return { why: 'tooLong' };
  if (issue.code === 'too_big' && Array.isArray(value))
    return { why: 'tooMany', limit: Number(issue.maximum) };
  return {};
}

const isTooLong = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'custom' && issue.params?.['tooLong'] === true;

const valueAt = (body: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    body,
  );

/** A body as a form can give it: whatever was not answered is not there. */
export type Unsaid<T> = T extends string
  ? string | undefined
  : T extends number | boolean | undefined
    ? T | undefined
    : T extends readonly (infer Each)[]
      ? readonly Unsaid<Each>[]
      : { readonly [Name in keyof T]: Unsaid<T[Name]> };

/** The answers of a form by the names of its fields. */
export const answersOf = (values: FormData) => ({
  text: (name: string): string | undefined => {
    const value = values.get(name);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  },
  yes: (name: string): boolean | undefined => {
    const value = values.get(name);
    return value === null ? undefined : value === 'yes';
  },
  all: (name: string): readonly string[] => values.getAll(name).map(String),
});
