import { useTranslation } from 'react-i18next';
import { answersOf } from '../../../api/check-body.ts';

/** The fields of a decision: their labels, and the body that they give. */

/** @param prefix before each name, where the decision is a part of what is sent */
export function useDecisionLabels(prefix: string): Readonly<Record<string, string>> {
  const { t } = useTranslation('request');
  const labels = {
    decision: t('permission.decision'),
    legalBasis: t('permission.basis'),
    reference: t('permission.reference'),
    receivedOn: t('permission.receivedOn'),
    decidedOn: t('permission.decidedOn'),
    ground: t('permission.ground'),
    until: t('permission.until'),
    validFrom: t('permission.validFrom'),
    validUntil: t('permission.validUntil'),
    sessions: t('permission.sessions'),
    modalities: t('permission.modality'),
    conducts: t('permission.conducts'),
    attendance: t('permission.attends'),
    noticeDays: t('permission.noticeDays'),
    conditions: t('permission.conditions'),
    persons: t('permission.persons'),
    languages: t('permission.languages'),
  };
  return Object.fromEntries(Object.entries(labels).map(([name, label]) => [`${prefix}${name}`, label]));
}

/** What the form gives, complete or not; of each kind of decision what belongs to it. */
export function decisionFrom(values: FormData, prefix: string): object {
  const answers = answersOf(values);
  const text = (name: string) => answers.text(`${prefix}${name}`);
  const all = (name: string) => answers.all(`${prefix}${name}`).filter((value) => value !== '');
  const decision = text('decision');
  const fields = {
    decision,
    legalBasis: text('legalBasis'),
    reference: text('reference'),
    receivedOn: text('receivedOn'),
    decidedOn: text('decidedOn'),
  };
  if (decision === 'refused') return { ...fields, ground: text('ground') };
  const until = text('until');
  if (decision === 'postponed') return until === undefined ? fields : { ...fields, until };
  const sessions = all('sessions');
  const attendance = text('attendance');
  const noticeDays = text('noticeDays');
  return {
    ...fields,
    validFrom: text('validFrom'),
    validUntil: text('validUntil'),
    ...(sessions.length === 0 ? {} : { sessions }),
    modalities: [...new Set(all('modalities'))],
    conducts: text('conducts'),
    attendance:
      attendance === undefined
        ? undefined
        : { demanded: attendance !== 'no', identifies: attendance === 'identifies' },
    noticeDays: noticeDays === undefined ? undefined : Number(noticeDays),
    persons: all('persons'),
    languages: all('languages'),
    conditions: all('conditions'),
  };
}
