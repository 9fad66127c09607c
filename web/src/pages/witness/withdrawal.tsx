import { useTranslation } from 'react-i18next';
import { withdrawConsent } from '../../../../functions/witnesses/contract.ts';
import { useAction } from '../../api/hooks.ts';
import { ConfirmButton } from '../../parts/confirm.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';

/** That somebody no longer agrees, said at any time by any support officer of the case. */
export function Withdrawal({ caseId, party }: { readonly caseId: string; readonly party: string }) {
  const { t } = useTranslation('staff');
  const action = useAction(withdrawConsent);
  return (
    <div className="task-end">
      <p>{t('withdrawal.what')}</p>
      <ProblemNotice problem={action.problem} />
      <ConfirmButton
        label={t('withdrawal.withdraw')}
        icon="stop"
        question={t('withdrawal.question')}
        consequence={t('withdrawal.consequence')}
        confirm={t('withdrawal.withdraw')}
        disabled={action.running}
        onConfirm={() => action.start({ params: { caseId, party }, body: {} })}
      />
    </div>
  );
}
