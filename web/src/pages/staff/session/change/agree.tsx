import { useState } from 'react';
import type * as z from 'zod';
import { useTranslation } from 'react-i18next';
import {
  approveChange,
  overrideNames,
  type approvable,
} from '../../../../../../functions/sessions/contract.ts';
import { useAction } from '../../../../api/hooks.ts';
import { mayCall } from '../../../../api/may-call.ts';
import { Tick } from '../../../../parts/chooser.tsx';
import { Moment } from '../../../../parts/moment.tsx';
import { Notice } from '../../../../parts/notice.tsx';
import { useOwnRecord } from '../../../../parts/own-record.tsx';
import { ProblemNotice } from '../../../../parts/problem-notice.tsx';
import type { OverrideName } from '../../../../parts/time-problem.tsx';
import { useNow } from '../../../../parts/use-now.ts';
import type { DutyProps } from '../your-turn.tsx';
import { isFrozen } from './change-rights.ts';

/**
 * Shortly before the start a second person, with another role, agrees to exactly the change that stands in the form;
 * then the first one makes it.
 */
export function Agree({
  session,
  change,
}: DutyProps & { readonly change: z.input<typeof approvable> | undefined }) {
  const { t } = useTranslation('scheduling');
  const me = useOwnRecord();
  const action = useAction(approveChange);
  const now = useNow();
  const [setAside, setSetAside] = useState<readonly OverrideName[]>([]);
  if (!isFrozen(session, now) || !mayCall(approveChange, me.role)) return null;
  return (
    <div className="agree">
      <p className="hint">{t('agree.hint')}</p>
      <ProblemNotice problem={action.problem} />
      {action.answer !== undefined && (
        <Notice tone="good" live title={t('agree.agreed')}>
          <p>
            {t('agree.until')} <Moment at={action.answer.until} zone={me.zone} />
          </p>
        </Notice>
      )}
      <details>
        <summary>{t('agree.setAside')}</summary>
        {overrideNames.map((name) => (
          <Tick
            key={name}
            label={t(`refused.what.${name}`)}
            checked={setAside.includes(name)}
            onTick={(ticked) =>
              setSetAside([...setAside.filter((other) => other !== name), ...(ticked ? [name] : [])])
            }
          />
        ))}
      </details>
      <button
        type="button"
        className="button button-quiet"
        disabled={change === undefined || action.running}
        onClick={() => {
          if (change !== undefined)
            action.start({
              params: { sessionId: session.sessionId },
              body: { change, setAside: [...setAside] },
            });
        }}
      >
        {t('agree.agree')}
      </button>
    </div>
  );
}
