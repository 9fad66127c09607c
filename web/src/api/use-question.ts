import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type * as z from 'zod';
import type { Route } from '../../../functions/shared/http/contract.ts';
import { call } from './call.ts';
import { useLine } from './hooks.ts';
import type { ApiProblem } from './problem.ts';

/** The answer of a route that asks in a body and changes nothing (`reads`); nothing is asked while there is no body. */
export function useQuestion<P extends z.ZodObject, B extends z.ZodType, A extends z.ZodType>(
  route: Route<P, B, A> & { readonly reads?: true },
  body: z.input<B> | undefined,
  { keepLast = false }: { readonly keepLast?: boolean } = {},
): UseQueryResult<z.output<A>, ApiProblem> {
  const line = useLine();
  return useQuery<z.output<A>, ApiProblem>({
    queryKey: [route.path, body ?? null],
    queryFn: ({ signal }) => call(line, route, { ...(body === undefined ? {} : { body }), signal }),
    enabled: body !== undefined,
    ...(keepLast ? { placeholderData: (last: z.output<A> | undefined) => last } : {}),
  } as Parameters<typeof useQuery<z.output<A>, ApiProblem>>[0]);
}
