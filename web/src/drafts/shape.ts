/** Whether something kept has the fields of what a page begins with, and so can stand in its place. */
export function isLike<Whole extends object>(kept: unknown, like: Whole): kept is Whole {
  if (typeof kept !== 'object' || kept === null) return false;
  const fields = kept as Readonly<Record<string, unknown>>;
  return Object.entries(like).every(
    ([name, value]) =>
      value === undefined ||
      (typeof fields[name] === typeof value && Array.isArray(fields[name]) === Array.isArray(value)),
  );
}
