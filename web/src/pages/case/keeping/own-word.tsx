import { useTranslation } from 'react-i18next';
import { readWitness } from '../../../../../functions/witnesses/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { ConsentTask } from '../../witness/consent-task.tsx';
import { PlanTask } from '../../witness/plan-task.tsx';
import { PlanWord, SayReleased } from '../../witness/plan-word.tsx';
import { Withdrawal } from '../../witness/withdrawal.tsx';
import type { OfWitness } from './file.ts';

/** Consent, plan, word and withdrawal by whoever may say each: for the case, and so before a session and after the last one. */
export function OwnWord({ file, witness }: OfWitness) {
  const { t } = useTranslation(['staff', 'witness']);
  const me = useOwnRecord();
  const whose = { caseId: file.caseId, party: witness.pseudonym };
  if (me.role === 'prosecutor')
    return (
      <section className="section tasks">
        <h2>{t('witness:stands.say')}</h2>
        <PlanWord params={whose} />
      </section>
    );
  if (me.role === 'clerk' || me.role === 'judge')
    return (
      <section className="section tasks">
        <h2>{t('risk.title')}</h2>
        <SayReleased params={whose} />
      </section>
    );
  if (me.role !== 'support-officer') return null;
  return (
    <section className="section tasks">
      <h2>{t('witness:stands.say')}</h2>
      {/* First, and whatever stands, whoever of them sits here: nobody waits for the holder, or for a session. */}
      <Withdrawal {...whose} />
      {witness.holder === me.personId && <Recorded whose={whose} />}
    </section>
  );
}

function Recorded({ whose }: { readonly whose: { readonly caseId: string; readonly party: string } }) {
  const { t } = useTranslation('staff');
  const recorded = useAnswer(readWitness, { params: whose });
  return (
    <Answer of={recorded}>
      {(found) => (
        <>
          {/* Long forms, for a talk of an hour: folded, so that the rest of the page is found. */}
          <details>
            <summary>{t('consent.title')}</summary>
            <ConsentTask
              whose={whose}
              recorded={found}
              byOrder={found.byOrder === true}
              done={
                found.consent?.withdrawnAt !== undefined ||
                (found.consent !== undefined && found.consent.reason === undefined)
              }
            />
          </details>
          <details>
            <summary>{t('risk.title')}</summary>
            <PlanTask whose={whose} plan={found.riskPlan} />
          </details>
        </>
      )}
    </Answer>
  );
}
