/** Values for the query of an address; what is undefined is left out. */
export type Query = Readonly<Record<string, string | number | undefined>>;

/**
 * The address of a route: `/api/cases/:caseId` with its parts filled in.
 * @throws RangeError where a part of the path has no value
 */
export function addressOf(
  path: string,
  params: Readonly<Record<string, unknown>> = {},
  query: Query = {},
): string {
  const filled = path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = params[name];
    if (typeof value !== 'string' || value === '') throw new RangeError(`${path} needs a value for ${name}.`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size === 0 ? filled : `${filled}?${search.toString()}`;
}
