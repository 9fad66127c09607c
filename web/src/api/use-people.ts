import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { listPeople } from '../../../functions/directory/contract.ts';
import type { Role } from '../../../functions/shared/access/roles.ts';
import type { AnswerOf } from '../../../functions/shared/http/contract.ts';
import { useAnswer } from './hooks.ts';
import type { ApiProblem } from './problem.ts';

type Listed = AnswerOf<typeof listPeople>['people'];

/** People of a role, to choose from. */
export interface People {
  /** The first, and whoever was found since the page is open; undefined until the first are known. */
  readonly people: Listed | undefined;
  /** Whether there are others, to be looked for by words. */
  readonly more: boolean;
  /** Looks for others by what was typed. */
  readonly onSearch: (typed: string) => void;
  readonly problem: ApiProblem | null;
  /** The question for the first. */
  readonly first: UseQueryResult<AnswerOf<typeof listPeople>, ApiProblem>;
}

/**
 * Where an agency or a State has very many, only the first are there until somebody types, and whoever is chosen when the page
 * opens: a time that was found, or a draft, may be another's than theirs.
 */
export function usePeople(role: Role, when = true, chosenNow: readonly string[] = []): People {
  const [typed, setTyped] = useState('');
  const [chosen] = useState(() => chosenNow.filter((id) => id !== '').join(','));
  const query = chosen === '' ? { role } : { role, chosen };
  const first = useAnswer(listPeople, { query }, { when });
  const more = first.data?.more === true;
  const named = typed.trim().slice(0, 60);
  const search = useAnswer(listPeople, { query: { role, named } }, { when: more && named.length > 1 });
  const [found, setFound] = useState<Listed>([]);
  const fresh = (search.data?.people ?? []).filter((one) => !isAmong(found, one));
  // Whoever was found stays, or who is chosen would be gone with the next letter.
  if (fresh.length > 0) setFound([...found, ...fresh]);
  const people = first.data && [
    ...first.data.people,
    ...found.filter((one) => !isAmong(first.data.people, one)),
  ];
  return { people, more, onSearch: setTyped, problem: first.error ?? search.error, first };
}

const isAmong = (people: Listed, { personId }: Listed[number]): boolean =>
  people.some((one) => one.personId === personId);
