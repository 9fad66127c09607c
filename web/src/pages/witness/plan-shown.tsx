import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import type { readWitness } from '../../../../functions/witnesses/contract.ts';
import { planPhases, type PlanOfProsecutor } from '../../../../functions/witnesses/plan/contract.ts';
import { Moment } from '../../parts/moment.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { usePlanNames } from './plan-labels.ts';

type Plan = NonNullable<AnswerOf<typeof readWitness>['riskPlan']>;

/** What was decided, when, and what keeps it from standing. */
export function PlanStands({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation(['witness', 'staff']);
  const me = useOwnRecord();
  return (
    <>
      <p>
        {t(`staff:risk.decisions.${plan.decision}`)} · <Moment at={plan.recordedAt} zone={me.zone} />
      </p>
      {plan.reason !== undefined && <p>{t(`plan.reasons.${plan.reason}`)}</p>}
    </>
  );
}

/** The risks and the measures, without what the holder alone knows. */
export function PlanInShort({ plan }: { readonly plan: PlanOfProsecutor }) {
  const { t } = useTranslation(['witness', 'staff']);
  const names = usePlanNames();
  return (
    <>
      {plan.danger !== undefined && (
        <p>
          {t('plan.ownView.danger')} <strong>{t(`plan.ownView.${plan.danger}`)}</strong>
        </p>
      )}
      <ul className="answers">
        {planPhases.map((phase) => {
          const { threats, remains } = plan.phases[phase];
          return (
            <li key={phase}>
              {names.phase(phase)}
              {remains !== undefined && <span className="badge">{t(`staff:risk.levels.${remains}`)}</span>}
              {threats.length > 0 && (
                <span className="said-how">
                  {threats.map((threat) => t(`plan.threats.${threat}`)).join(' · ')}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <p>
        {t('staff:risk.measures')}: {plan.measures.map(names.measure).join(' · ')}
      </p>
      {plan.fallback !== undefined && (
        <p>
          {t('plan.fallback')}: {plan.fallback}
        </p>
      )}
    </>
  );
}
