import { useTranslation } from 'react-i18next';
import { readWitness } from '../../../../functions/witnesses/contract.ts';
import { useAnswer } from '../../api/hooks.ts';
import { NeededOfConsent } from '../witness/consent-shown.tsx';
import { KeptOfWishes } from '../witness/kept-of-wishes.tsx';
import { PlanWord } from '../witness/plan-word.tsx';
import { Notice } from '../../parts/notice.tsx';
import { heardIn } from './heard-in.ts';
import type { SessionProps } from './session-view.ts';

/** The plan of whom a session hears, for the prosecutor. */
export const PlanOfSession = ({ session }: SessionProps) => <PlanWord params={heardIn(session)} />;

/** What those who run the session need of the consent; nothing while there is none, or for whoever is not told. */
export function NeededInSession({ session }: SessionProps) {
  const stands = useAnswer(readWitness, { params: heardIn(session) });
  const { t } = useTranslation('witness');
  const { needed, withdrawnAt } = stands.data?.consent ?? {};
  const { stopSign } = stands.data?.riskPlan ?? {};
  if (needed === undefined || withdrawnAt !== undefined) return null;
  return (
    <>
      {stopSign !== undefined && (
        <Notice tone="wait" title={t('plan.stopSign', { sign: stopSign })}>
          <p>{t('plan.stopSignWhat')}</p>
        </Notice>
      )}
      <NeededOfConsent needed={needed} />
      <KeptOfWishes needed={needed} seats={session.seats.map(({ seat }) => seat)} />
    </>
  );
}
