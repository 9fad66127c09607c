import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mostDaysOfShift, shiftSeries } from '../../../../../functions/sessions/series/contract.ts';
import { useAction } from '../../../api/hooks.ts';
import { ConfirmButton } from '../../../parts/confirm.tsx';
import { latinDigits } from '../../../parts/date-parts.ts';
import { Field } from '../../../parts/field.tsx';
import { Select } from '../../../parts/fields.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import type { Went } from './how-it-went.tsx';

/** Moves every session of the series that is still to come by so many days. */
export function ShiftSeries({
  sessionId,
  onDone,
}: {
  readonly sessionId: string;
  readonly onDone: (went: Went) => void;
}) {
  const { t } = useTranslation('scheduling');
  const action = useAction(shiftSeries, onDone);
  const [typed, setTyped] = useState('7');
  const [way, setWay] = useState<'later' | 'earlier'>('later');
  const days = Number(typed);
  const isGood = days >= 1 && days <= mostDaysOfShift;
  return (
    <details className="change">
      <summary>{t('series.shift')}</summary>
      <ProblemNotice problem={action.problem} />
      <Field
        label={t('series.days')}
        hint={t('series.daysHint')}
        {...(isGood ? {} : { wrong: t('series.wrong') })}
      >
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(latinDigits(event.currentTarget.value).slice(0, 3))}
          />
        )}
      </Field>
      <Select<'later' | 'earlier'>
        label={t('series.direction')}
        options={(['later', 'earlier'] as const).map((value) => ({ value, label: t(`series.${value}`) }))}
        value={way}
        onChoose={setWay}
      />
      <ConfirmButton
        label={t('series.shiftDo')}
        question={t('series.shiftAsk')}
        consequence={`${t('series.shiftWhat')} ${t('series.toldOnce')}`}
        confirm={t('series.shiftDo')}
        disabled={!isGood || action.running}
        onConfirm={() =>
          action.start({ params: { sessionId }, body: { byDays: way === 'later' ? days : -days } })
        }
      />
    </details>
  );
}
