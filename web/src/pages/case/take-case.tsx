import { useTranslation } from 'react-i18next';
import { takeCase } from '../../../../functions/cases/contract.ts';
import { leaveCase } from '../../../../functions/cases/life/contract.ts';
import { useAction } from '../../api/hooks.ts';
import { mayCall } from '../../api/may-call.ts';
import { Button } from '../../parts/button.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';

interface OwnCase {
  readonly caseId: string;
  readonly taken: boolean;
  /** Of a reader who was only named, and reads nothing else of the case: as whom they leave it. */
  readonly namedAs?: string | undefined;
}

/** Takes a case for the reader's office where that has not been done; whoever was only named may leave it instead. */
export function TakeCase({ caseId, taken, namedAs }: OwnCase) {
  const { t } = useTranslation('staff');
  const me = useOwnRecord();
  const taking = useAction(takeCase);
  const leaving = useAction(leaveCase);
  if (taken || !mayCall(takeCase, me.role)) return null;
  return (
    <>
      <p>
        {t('cases.notTaken')} {namedAs !== undefined && t('cases.untilTaken')}
      </p>
      <p className="row">
        <Button busy={taking.running} onClick={() => taking.start({ params: { caseId }, body: {} })}>
          {t('cases.take')}
        </Button>
        {namedAs !== undefined && (
          <Button
            quiet
            busy={leaving.running}
            onClick={() => leaving.start({ params: { caseId }, body: { member: namedAs, reason: 'other' } })}
          >
            {t('cases.notOurs')}
          </Button>
        )}
      </p>
      <ProblemNotice problem={taking.problem ?? leaving.problem} />
    </>
  );
}
