import { useTranslation } from 'react-i18next';
import {
  planPhases,
  type PlanMeasure,
  type PlanPhase,
} from '../../../../functions/witnesses/plan/contract.ts';
import { maxContacts, maxLovedOnes, maxOnCall } from './plan-from.ts';

/** What phases and measures of a plan are called. */
export function usePlanNames() {
  const { t } = useTranslation(['witness', 'staff']);
  return {
    phase: (phase: PlanPhase): string =>
      phase === 'waiting' || phase === 'leaving'
        ? t(`plan.phases.${phase}`)
        : t(`staff:risk.phases.${phase}`),
    measure: (measure: PlanMeasure): string =>
      measure === 'safe-phone' ||
      measure === 'contact-by-script' ||
      measure === 'childcare' ||
      measure === 'medicine-at-hand'
        ? t(`plan.measures.${measure}`)
        : t(`staff:risk.measureNames.${measure}`),
  };
}

/** From each field's name to its label, in the order of the page. */
export function usePlanLabels(): Readonly<Record<string, string>> {
  const { t } = useTranslation(['witness', 'staff']);
  const names = usePlanNames();
  const rows = (name: string, count: number, fields: Readonly<Record<string, string>>) =>
    Array.from({ length: count }, (_, at) =>
      Object.entries(fields).map(([field, label]) => [`${name}.${at}.${field}`, label] as const),
    ).flat();
  return {
    'ownView.danger': t('plan.ownView.danger'),
    'ownView.words': t('plan.ownView.words'),
    'ownView.answered': t('plan.ownView.answered'),
    'bestInterests.how': t('plan.bestInterests.how'),
    'bestInterests.by': t('plan.bestInterests.by'),
    'bestInterests.result': t('plan.bestInterests.result'),
    ...Object.fromEntries(
      planPhases.map((phase) => [`phases.${phase}.remains`, `${t('plan.remains')}: ${names.phase(phase)}`]),
    ),
    measures: t('staff:risk.measures'),
    stopSignal: t('plan.stopSignal'),
    escapeWord: t('plan.escapeWord'),
    mayHalt: t('plan.mayHalt'),
    noContact: t('plan.noContact'),
    ...Object.fromEntries([
      ...rows('onCall', maxOnCall, {
        who: t('plan.onCall.title'),
        weekdays: t('plan.onCall.weekdays'),
        from: t('plan.onCall.from'),
        until: t('plan.onCall.until'),
      }),
      ...rows('emergencyContacts', maxContacts, {
        who: t('plan.lovedOnes.who'),
        reach: t('plan.contacts.reach'),
        hours: t('plan.contacts.hours'),
      }),
      ...rows('lovedOnes', maxLovedOnes, {
        relation: t('plan.lovedOnes.relation'),
        danger: t('plan.lovedOnes.danger'),
        measures: t('plan.lovedOnes.measures'),
      }),
    ]),
    fallback: t('plan.fallback'),
    aftercare: t('plan.aftercare.label'),
    nextReview: t('plan.nextReview'),
    dissent: t('plan.dissent'),
    decision: t('staff:risk.decision'),
  };
}
