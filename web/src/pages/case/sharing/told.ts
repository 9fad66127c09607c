import { useTranslation } from 'react-i18next';
import type { askedPurposes, readSharing } from '../../../../../functions/sharing/contract.ts';
import type { AnswerOf, ParamsIn } from '../../../../../functions/shared/http/contract.ts';

export type About = ParamsIn<typeof readSharing>;
export type Told = AnswerOf<typeof readSharing>;
export type Share = Told['shares'][number];
export type Use = Share['uses'][number];
export type Feedback = Use['feedback'][number];
export type Ask = Told['asks'][number];

/** What each purpose is called, as it is in a consent. */
export function usePurposeName(): (purpose: (typeof askedPurposes)[number]) => string {
  const { t } = useTranslation(['witness', 'sharing']);
  return (purpose) =>
    purpose === 'another-case'
      ? t('sharing:asks.anotherCase')
      : t(`witness:consent.sharing.purposes.${purpose}`);
}
