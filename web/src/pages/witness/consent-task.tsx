import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '../../../../functions/shared/http/contract.ts';
import type { readWitness } from '../../../../functions/witnesses/contract.ts';
import { Moment } from '../../parts/moment.tsx';
import { useOwnRecord } from '../../parts/own-record.tsx';
import { Task } from '../../parts/task.tsx';
import { ConsentForm } from './consent-form.tsx';
import type { WitnessParams } from './consent-from.ts';
import { ConsentShown } from './consent-shown.tsx';
import { WishKept } from './wish-kept.tsx';

/** What somebody agreed to, and how; and the form in which that is entered, beside them. */
export function ConsentTask({
  whose,
  recorded: { consent },
  byOrder,
  done,
  children,
}: {
  readonly whose: WitnessParams;
  readonly recorded: AnswerOf<typeof readWitness>;
  /** Whether an order of the court stands in the place of consent here. */
  readonly byOrder: boolean;
  readonly done: boolean;
  /** What stands below what was recorded. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('staff');
  const me = useOwnRecord();
  return (
    <Task
      title={t('consent.title')}
      done={done}
      summary={
        <>
          {byOrder && (
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
              <WishKept wish="womanInterpreter" consent={consent} {...whose} />
              <WishKept wish="supporter" consent={consent} {...whose} />
            </>
          )}
          {children}
        </>
      }
      again={t('consent.anew')}
    >
      <ConsentForm params={whose} />
    </Task>
  );
}
