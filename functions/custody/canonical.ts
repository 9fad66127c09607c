/** RFC 8785 canonical JSON, and the one strictness rule: text is accepted only when it already is that. */
import canonicalize from 'canonicalize';

/** @throws when the value has no canonical form (lone surrogate, NaN, undefined). */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('value has no canonical JSON form');
  return text;
}

/**
 * Parses text that must already be canonical. Duplicate keys, spaces, escapes that are not needed, 1.0, other key
 * orders and integers past 2^53 - 1 all fail the comparison, so they need no rule of their own.
 * @throws SyntaxError when the text is not JSON, or not in canonical form.
 */
export function parseCanonical(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (!isPlainlyCanonical(value, text) && canonicalize(value) !== text) {
    throw new SyntaxError('not in canonical form (RFC 8785)');
  }
  return value;
}

/**
 * The common case, three times as fast: the engine's own JSON writer agrees with RFC 8785 (which is defined by it) on
 * everything but the order of keys and lone surrogates. Where this says no, the full comparison decides.
 */
const isPlainlyCanonical = (value: unknown, text: string): boolean =>
  JSON.stringify(value) === text && !/\\ud[89a-f]/.test(text) && hasSortedKeys(value);

function hasSortedKeys(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(hasSortedKeys);
  let previous: string | undefined;
  for (const key of Object.keys(value)) {
    // Comparing strings compares UTF-16 code units, which is the order that RFC 8785 asks for.
    if (previous !== undefined && previous >= key) return false;
    if (!hasSortedKeys((value as Readonly<Record<string, unknown>>)[key])) return false;
    previous = key;
  }
  return true;
}
