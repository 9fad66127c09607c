import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { createContext, use, useState } from 'react';
import type { AnswerOf, BodyIn, ParamsIn, Route } from '../../../functions/shared/http/contract.ts';
import { ActionKey } from './action-key.ts';
import type { Query } from './address.ts';
import { call, type Line } from './call.ts';
import { ApiProblem } from './problem.ts';

/** The line to the service, set once at the root of the page. */
export const LineContext = createContext<Line | undefined>(undefined);

export function useLine(): Line {
  const line = use(LineContext);
  if (line === undefined) throw new Error('There is no line to the service above this part of the page.');
  return line;
}

interface Watching<A> {
  /** Milliseconds until it is asked again; a function decides anew after each answer. */
  readonly every?: (answer: A | undefined) => number | false;
  readonly when?: boolean;
  /** Goes on asking while nobody sees the page. */
  readonly unseenToo?: boolean;
  /** Shows the last answer while the next question is under way. */
  readonly keepLast?: boolean;
}

/** The answer of a route that only reads. */
export function useAnswer<R extends Route>(
  route: R,
  asked: { readonly params?: ParamsIn<R>; readonly query?: Query } = {},
  { every, when = true, unseenToo = false, keepLast = false }: Watching<AnswerOf<R>> = {},
): UseQueryResult<AnswerOf<R>, ApiProblem> {
  const line = useLine();
  return useQuery<AnswerOf<R>, ApiProblem>({
    queryKey: [route.path, asked.params ?? null, asked.query ?? null],
    queryFn: ({ signal }) => call(line, route, { ...asked, signal }),
    enabled: when,
    ...(every === undefined
      ? {}
      : {
          refetchInterval: (query: { state: { data: AnswerOf<R> | undefined } }) => every(query.state.data),
          refetchIntervalInBackground: unseenToo,
        }),
    ...(keepLast ? { placeholderData: (last: AnswerOf<R> | undefined) => last } : {}),
  } as Parameters<typeof useQuery<AnswerOf<R>, ApiProblem>>[0]);
}

/** What a page does with an action: run it, and see how it stands. */
export interface Action<Params, Body, Answer> {
  readonly run: (asked: { readonly params?: Params; readonly body?: Body }) => Promise<Answer>;
  /** Like `run`, for buttons and forms: how it went is in `problem` and `answer`. */
  readonly start: (asked: { readonly params?: Params; readonly body?: Body }) => void;
  readonly running: boolean;
  readonly problem: ApiProblem | undefined;
  readonly answer: Answer | undefined;
  readonly reset: () => void;
}

/** A route that changes something: one key for one action of the user, kept for its retries. */
export function useAction<R extends Route>(
  route: R,
  onDone?: (answer: AnswerOf<R>) => void,
): Action<ParamsIn<R>, BodyIn<R>, AnswerOf<R>> {
  const line = useLine();
  const known = useQueryClient();
  const [key] = useState(() => new ActionKey());
  type Input = { readonly params?: ParamsIn<R>; readonly body?: BodyIn<R> };
  const mutation = useMutation<AnswerOf<R>, unknown, Input>({
    mutationFn: (asked) => call(line, route, { ...asked, key: key.keyFor([route.path, asked]) }),
    onSettled: (_, problem) => key.settle(problem),
    onSuccess: async (answer) => {
      onDone?.(answer);
      await known.invalidateQueries();
    },
    // After a refusal the page may be showing what is no longer so.
    onError: () => known.invalidateQueries(),
  });
  if (mutation.error !== null && !(mutation.error instanceof ApiProblem)) throw mutation.error;
  return {
    run: (asked) => mutation.mutateAsync(asked),
    start: (asked) => mutation.mutate(asked),
    running: mutation.isPending,
    problem: mutation.error ?? undefined,
    answer: mutation.data,
    reset: mutation.reset,
  };
}
