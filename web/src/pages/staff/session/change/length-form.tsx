import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLength } from '../../../../../../functions/sessions/contract.ts';
import { minutesBetween } from '../../../../../../functions/shared/values/instants.ts';
import { useAction } from '../../../../api/hooks.ts';
import { Chooser } from '../../../../parts/chooser.tsx';
import { Notice } from '../../../../parts/notice.tsx';
import { ProblemNotice } from '../../../../parts/problem-notice.tsx';
import { TimeProblem, type Override } from '../../../../parts/time-problem.tsx';
import type { DutyProps } from '../your-turn.tsx';
import { Agree } from './agree.tsx';
import { WillBeSent } from './will-be-sent.tsx';

const lengths = [30, 45, 60, 90, 120, 180, 240, 300, 360, 480];

/** Makes the session shorter or longer, after showing what everybody will be told. */
export function LengthForm({ session }: DutyProps) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const action = useAction(changeLength);
  const main = session.days[0]?.parts.find(({ kind }) => kind === 'main');
  const now = main === undefined ? 0 : minutesBetween(main.start, main.end);
  const [minutes, setMinutes] = useState(now);
  const [open, setOpen] = useState(false);
  const params = { sessionId: session.sessionId };
  const send = (overrides?: Override[]) =>
    action.start({ params, body: { minutes, ...(overrides === undefined ? {} : { overrides }) } });
  const whole = minutesBetween(session.start, session.end) + minutes - now;
  return (
    <details className="change" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('change.length')}</summary>
      <ProblemNotice problem={action.problem} />
      <TimeProblem problem={action.problem} zone={session.venue.zone} onOverride={send} />
      {action.answer !== undefined && <Notice tone="good" live title={t('change.done')} />}
      <Chooser
        label={t('when.length')}
        options={[...new Set([...lengths, now])]
          .toSorted((one, other) => one - other)
          .map((each) => ({ value: String(each), label: t('staff:book.minutes', { number: each }) }))}
        value={String(minutes)}
        onChoose={(value) => setMinutes(Number(value))}
      />
      {open && minutes !== now && (
        <WillBeSent sessionId={session.sessionId} change="move" start={session.start} minutes={whole} />
      )}
      <button
        type="button"
        className="button"
        disabled={minutes === now || action.running}
        onClick={() => send()}
      >
        {t('change.lengthDo')}
      </button>
      <Agree session={session} change={minutes === now ? undefined : { what: 'length', minutes }} />
    </details>
  );
}
