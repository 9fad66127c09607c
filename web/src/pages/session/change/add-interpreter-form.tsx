import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addInterpreter } from '../../../../../functions/sessions/changing/contract.ts';
import { useAction } from '../../../api/hooks.ts';
import { Button } from '../../../parts/button.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { Picker } from '../../../parts/picker.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { TimeProblem, type Override } from '../../../parts/time-problem.tsx';
import type { SessionProps } from '../session-view.ts';
import { useWhoCould } from './replace-form.tsx';
import { SecondWord } from './second-word.tsx';

/** One more who interprets, with nobody replaced: a relay, somebody who checks, a second one. */
export function AddInterpreterForm({ session }: SessionProps) {
  const { t } = useTranslation('scheduling');
  const action = useAction(addInterpreter);
  const [personId, setPersonId] = useState('');
  const could = useWhoCould(session, 'interpreter');
  const send = (overrides?: Override[]) => {
    if (personId === '') return;
    const body = { ids: [personId] as [string], ...(overrides === undefined ? {} : { overrides }) };
    action.start({ params: { sessionId: session.sessionId }, body });
  };
  return (
    <details className="change">
      <summary>{t('addInterpreter.title')}</summary>
      <p className="hint">{t('addInterpreter.hint')}</p>
      <SecondWord session={session} problem={action.problem} />
      <ProblemNotice problem={action.problem} />
      <TimeProblem problem={action.problem} zone={session.venue.zone} onOverride={send} />
      {action.answer !== undefined && <Notice tone="good" live title={t('addInterpreter.done')} />}
      <ProblemNotice problem={could.problem} />
      <Picker
        label={t('replace.person')}
        options={could.people}
        onSearch={could.onSearch}
        value={personId}
        onPick={setPersonId}
      />
      <Button disabled={personId === '' || action.running} onClick={() => send()}>
        {t('addInterpreter.add')}
      </Button>
    </details>
  );
}
