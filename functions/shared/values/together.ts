/**
 * For a rule about several fields at once, of which each has its form: a schema cannot say it, so whoever breaks it is not
 * told that the form is wrong but that the fields do not fit (`does-not-fit`). Given as the second argument of `refine`.
 */
export const together = (error: string, ...path: readonly string[]) => ({
  error,
  params: { together: true },
  ...(path.length === 0 ? {} : { path: [...path] }),
});
