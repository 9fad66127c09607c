import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../api/problem.ts';
import { ProblemNotice } from './problem-notice.tsx';

/** What was asked for, once it is there; till then that it is coming, or why it is not. */
export function Answer<A>({
  of: { data, error, refetch },
  children,
}: {
  readonly of: UseQueryResult<A, ApiProblem>;
  readonly children: (answer: A) => ReactNode;
}) {
  const { t } = useTranslation('staff');
  // A poll that fails once leaves what is known on the page; the next one may come through.
  if (data !== undefined && (error === null || error.code === 'unreachable' || error.code === 'busy')) {
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
        <button type="button" className="button button-quiet" onClick={() => void refetch()}>
          {t('common.tryAgain')}
        </button>
      </ProblemNotice>
    );
  }
  return (
    <p role="status" className="quiet">
      {t('common.loading')}
    </p>
  );
}
