import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { gateName } from '../../../functions/sessions/contract.ts';
import { factsOf, type ApiProblem } from '../api/problem.ts';
import { Notice } from './notice.tsx';
import { SignInAgain } from './sign-in-again.tsx';

/** Why something was refused, and what to do next, in the reader's language. */
export function ProblemNotice({
  problem,
  children,
}: {
  readonly problem: ApiProblem | undefined | null;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation(['staff', 'refusals']);
  if (problem === undefined || problem === null) return null;
  return (
    <Notice tone="bad" live title={t(`refusals:${problem.code}.title`)}>
      <p>{t(`refusals:${problem.code}.next`)}</p>
      <Facts problem={problem} />
      {children}
      {problem.code === 'sign-in-again' && <SignInAgain label={t('again.button')} done={t('again.done')} />}
      {problem.code === 'internal-fault' && problem.request !== undefined && (
        <p className="small">{t('common.requestNumber', { number: problem.request })}</p>
      )}
    </Notice>
  );
}

/** Facts that the service adds to some refusals: which seat, which gates, which zones may be meant. */
function Facts({ problem }: { readonly problem: ApiProblem }) {
  const { t } = useTranslation('staff');
  const { seat } =
    factsOf(problem, 'already-booked', 'duty-limit', 'too-much-taken') ??
    factsOf(problem, 'person-not-suitable', 'conflict-declared', 'case-not-taken') ??
    {};
  const gates = gateName.array().safeParse(factsOf(problem, 'gates-closed')?.gates);
  const zones = factsOf(problem, 'unknown-zone')?.nearest ?? [];
  return (
    <>
      {zones.length > 0 && (
        <ul>
          {zones.map((zone) => (
            <li key={zone}>{zone}</li>
          ))}
        </ul>
      )}
      {seat !== undefined && seat !== 'room' && <p>{t('common.concerns', { seat: t(`roles.${seat}`) })}</p>}
      {gates.success && (
        <ul>
          {gates.data.map((gate) => (
            <li key={gate}>{t(`gates.${gate}.name`)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
