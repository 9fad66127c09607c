import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeMode } from '../../../../../functions/sessions/changing/contract.ts';
import type { InterpretingMode } from '../../../../../functions/shared/values/interpreting.ts';
import { useAction } from '../../../api/hooks.ts';
import { Button } from '../../../parts/button.tsx';
import { Select } from '../../../parts/fields.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { TimeProblem, type Override } from '../../../parts/time-problem.tsx';
import type { SessionProps } from '../session-view.ts';

/** How is interpreted from now on; how long the team can work is looked at again. */
export function ModeForm({ session }: SessionProps) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const action = useAction(changeMode);
  const now = session.mode ?? 'consecutive';
  const [mode, setMode] = useState<InterpretingMode>(now);
  const send = (overrides?: Override[]) =>
    action.start({
      params: { sessionId: session.sessionId },
      body: { mode, ...(overrides === undefined ? {} : { overrides }) },
    });
  return (
    <details className="change">
      <summary>{t('changeMode.title')}</summary>
      <p className="hint">{t('changeMode.hint')}</p>
      <ProblemNotice problem={action.problem} />
      <TimeProblem problem={action.problem} zone={session.venue.zone} onOverride={send} />
      {action.answer !== undefined && <Notice tone="good" live title={t('change.done')} />}
      <Select
        label={t('staff:interpreter.mode')}
        value={mode}
        onChoose={setMode}
        options={(['consecutive', 'simultaneous'] as const).map((value) => ({
          value,
          label: t(`staff:interpreter.modes.${value}`),
        }))}
      />
      <Button disabled={mode === now || action.running} onClick={() => send()}>
        {t('changeMode.change')}
      </Button>
    </details>
  );
}
