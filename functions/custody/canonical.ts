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
  if (canonicalize(value) !== text) throw new SyntaxError('not in canonical form (RFC 8785)');
  return value;
}
