import { useTranslation } from 'react-i18next';
import { takeCase } from '../../../../functions/cases/contract.ts';
import { useAction } from '../../api/hooks.ts';
import { mayCall } from '../../api/may-call.ts';
import { Button } from '../../parts/button.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';

/** Takes a case for the reader's office, where that has not been done and the reader may. */
export function TakeCase({ caseId, taken }: { readonly caseId: string; readonly taken: boolean }) {
  const { t } = useTranslation('staff');
  const me = useOwnRecord();
  const action = useAction(takeCase);
  if (taken || !mayCall(takeCase, me.role)) return null;
  return (
    <>
      <p>{t('cases.notTaken')}</p>
      <p>
        <Button busy={action.running} onClick={() => action.start({ params: { caseId }, body: {} })}>
          {t('cases.take')}
        </Button>
      </p>
      <ProblemNotice problem={action.problem} />
    </>
  );
}
