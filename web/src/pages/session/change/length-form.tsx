import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLength } from '../../../../../functions/sessions/changing/contract.ts';
import { useAction } from '../../../api/hooks.ts';
import { Button } from '../../../parts/button.tsx';
import { Select } from '../../../parts/fields.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { TimeProblem, type Override } from '../../../parts/time-problem.tsx';
import type { SessionProps } from '../session-view.ts';
import { lengthOptions, mainMinutes } from './length.ts';
import { SecondWord } from './second-word.tsx';
import { WillBeSent } from './will-be-sent.tsx';

/** Makes the session shorter or longer, after showing what everybody will be told. */
export function LengthForm({ session }: SessionProps) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const action = useAction(changeLength);
  const now = mainMinutes(session);
  const [minutes, setMinutes] = useState(now);
  const [open, setOpen] = useState(false);
  const params = { sessionId: session.sessionId };
  const send = (overrides?: Override[]) =>
    action.start({ params, body: { minutes, ...(overrides === undefined ? {} : { overrides }) } });
  return (
    <details className="change" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('change.length')}</summary>
      <SecondWord session={session} problem={action.problem} />
      <ProblemNotice problem={action.problem} />
      <TimeProblem problem={action.problem} zone={session.venue.zone} onOverride={send} />
      {action.answer !== undefined && <Notice tone="good" live title={t('change.done')} />}
      <Select
        label={t('when.length')}
        options={lengthOptions(now).map((each) => ({
          value: String(each),
          label: t('staff:book.minutes', { number: each }),
        }))}
        value={String(minutes)}
        onChoose={(value) => setMinutes(Number(value))}
      />
      {open && minutes !== now && (
        <WillBeSent sessionId={session.sessionId} change={{ what: 'length', minutes }} />
      )}
      <Button disabled={minutes === now || action.running} onClick={() => send()}>
        {t('change.lengthDo')}
      </Button>
    </details>
  );
}
