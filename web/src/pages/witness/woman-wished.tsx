import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import { waiveWish, type readWitness } from '../../../../functions/witnesses/contract.ts';
import { useAction } from '../../api/hooks.ts';
import { ConfirmButton } from '../../parts/confirm.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';

type Consent = NonNullable<AnswerOf<typeof readWitness>['consent']>;

/** That somebody wishes for a woman as interpreter, and that they waive it, in their own word. */
export function WomanWished({
  consent: { record, withdrawnAt, waivedAt },
  caseId,
  party,
}: {
  readonly consent: Consent;
  readonly caseId: string;
  readonly party: string;
}) {
  const { t } = useTranslation('witness');
  const action = useAction(waiveWish);
  const answer = record?.scopes.womanInterpreter?.answer;
  if (withdrawnAt !== undefined || (answer !== 'yes' && answer !== 'limited')) return null;
  if (waivedAt !== undefined) return <p>{t('consent.wish.waived')}</p>;
  return (
    <div className="task-end">
      <p>{t('consent.wish.what')}</p>
      <ProblemNotice problem={action.problem} />
      <ConfirmButton
        label={t('consent.wish.waive')}
        question={t('consent.wish.question')}
        consequence={t('consent.wish.consequence')}
        confirm={t('consent.wish.waive')}
        disabled={action.running}
        onConfirm={() => action.start({ params: { caseId, party }, body: { waived: 'womanInterpreter' } })}
      />
    </div>
  );
}
