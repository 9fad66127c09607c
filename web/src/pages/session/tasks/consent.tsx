import { useTranslation } from 'react-i18next';
import { kinds } from '../../../../../functions/sessions/port/kinds.ts';
import { readWitness } from '../../../../../functions/witnesses/contract.ts';
import { useAnswer } from '../../../api/hooks.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { useOwnRecord } from '../../../parts/own-record.tsx';
import { Task } from '../../../parts/task.tsx';
import { ConsentForm } from '../../witness/consent-form.tsx';
import { ConsentShown } from '../../witness/consent-shown.tsx';
import { gateOf } from '../gate-of.ts';
import { heardIn } from '../heard-in.ts';
import type { SessionProps } from '../session-view.ts';
import { Withdrawal } from './withdrawal.tsx';
import { WomanWished } from './woman-wished.tsx';

/** What the witness agreed to, and how; and, at any time, that they no longer do. */
export default function ConsentTask({ session }: SessionProps) {
  const { t } = useTranslation('staff');
  const me = useOwnRecord();
  const whose = heardIn(session);
  const state = gateOf(session, 'consent');
  const stands = useAnswer(readWitness, { params: whose });
  return (
    <Answer of={stands}>
      {({ consent, byOrder }) => (
        <Task
          title={t('consent.title')}
          done={state !== 'missing' || consent?.withdrawnAt !== undefined}
          summary={
            <>
              {byOrder === true && kinds[session.kind].summons && (
                <p>
                  <span className="badge badge-wait">{t('gates.byOrder')}</span>
                </p>
              )}
              {consent !== undefined && (
                <>
                  <p>
                    {consent.withdrawnAt === undefined ? t('consent.recorded') : t('consent.withdrawn')}{' '}
                    <Moment at={consent.withdrawnAt ?? consent.recordedAt} zone={me.zone} />
                  </p>
                  <ConsentShown consent={consent} />
                  <WomanWished consent={consent} {...whose} />
                </>
              )}
              {(byOrder === true || stillStands(consent, state)) && <Withdrawal {...whose} />}
            </>
          }
          again={t('consent.anew')}
        >
          <ConsentForm params={whose} />
        </Task>
      )}
    </Answer>
  );
}

/** Whether there is something to withdraw; what was recorded before it stood for the case, the session's own gate says. */
const stillStands = (
  consent: { readonly withdrawnAt?: string | undefined } | undefined,
  state: ReturnType<typeof gateOf>,
): boolean => (consent === undefined ? state === 'open' : consent.withdrawnAt === undefined);
