/**
 * Two people changed the same thing: what comes of it, field by field. Pure; fields are compared by what they hold.
 */

export interface Merged<V> {
  readonly value: V;
  /** Fields that the other person changed and this one did not: taken over. */
  readonly taken: readonly (keyof V & string)[];
  /** Fields that both changed, each in another way: this person's stands in `value`. */
  readonly clashes: readonly (keyof V & string)[];
}

/** @param base what both began from */
export function threeWay<V extends object>(base: V, mine: V, theirs: V): Merged<V> {
  const fields = [...new Set([base, mine, theirs].flatMap((each) => Object.keys(each)))] as (keyof V &
    string)[];
  const theirOwn = fields.filter((field) => !same(base[field], theirs[field]));
  const clashes = theirOwn.filter(
    (field) => !same(base[field], mine[field]) && !same(mine[field], theirs[field]),
  );
  const taken = theirOwn.filter((field) => same(base[field], mine[field]));
  const value = { ...mine };
  for (const field of taken) {
    if (theirs[field] === undefined) delete value[field];
    else value[field] = theirs[field];
  }
  return { value, taken, clashes };
}

/** Whether two values of JSON hold the same; the order of an object's fields says nothing. */
export const same = (one: unknown, other: unknown): boolean => written(one) === written(other);

const written = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [two]) => (one < two ? -1 : 1)))
      : inner,
  ) ?? '';
