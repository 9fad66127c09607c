import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiProblem, ProblemCode } from '../api/problem.ts';
import { Button } from './button.tsx';
import { ProblemNotice } from './problem-notice.tsx';

/** Problems after which nothing of what was shown may stay. */
const final: ReadonlySet<ProblemCode> = new Set(['sign-in-needed', 'not-your-role', 'not-found']);

/** What was asked for, once it is there; till then that it is coming, or why it is not. */
export function Answer<A>({
  of: { data, error, refetch },
  children,
}: {
  readonly of: UseQueryResult<A, ApiProblem>;
  readonly children: (answer: A) => ReactNode;
}) {
  const { t } = useTranslation('staff');
  // A poll that fails leaves what is known on the page, a running hearing above all; the next one may come through.
  if (data !== undefined && (error === null || !final.has(error.code))) {
    return (
      <>
        {error !== null && <ProblemNotice problem={error} />}
        {children(data)}
      </>
    );
  }
  if (error !== null) {
    return (
      <ProblemNotice problem={error}>
        <Button quiet onClick={() => void refetch()}>
          {t('common.tryAgain')}
        </Button>
      </ProblemNotice>
    );
  }
  return (
    <p role="status" className="quiet">
      {t('common.loading')}
    </p>
  );
}
