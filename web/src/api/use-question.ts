import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { AnswerOf, BodyIn, Route } from '../../../functions/shared/http/contract.ts';
import { call } from './call.ts';
import { useLine } from './hooks.ts';
import type { ApiProblem } from './problem.ts';

/** The answer of a route that asks in a body and changes nothing (`reads`); nothing is asked while there is no body. */
export function useQuestion<R extends Route>(
  route: R & { readonly reads?: true },
  body: BodyIn<R> | undefined,
  { keepLast = false }: { readonly keepLast?: boolean } = {},
): UseQueryResult<AnswerOf<R>, ApiProblem> {
  const line = useLine();
  return useQuery<AnswerOf<R>, ApiProblem>({
    queryKey: [route.path, body ?? null],
    queryFn: ({ signal }) => call(line, route, { ...(body === undefined ? {} : { body }), signal }),
    enabled: body !== undefined,
    ...(keepLast ? { placeholderData: (last: AnswerOf<R> | undefined) => last } : {}),
  } as Parameters<typeof useQuery<AnswerOf<R>, ApiProblem>>[0]);
}
