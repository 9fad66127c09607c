import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { latinDigits } from '../../parts/date-parts.ts';
import { Field } from '../../parts/field.tsx';

/** `0830`, `8:30` or Burmese digits → `08:30`; undefined for what no clock shows. `24:00` only where it is an end. */
export function clockOf(typed: string, isEnd: boolean): string | undefined {
  const digits = latinDigits(typed);
  if (digits.length < 3 || digits.length > 4) return undefined;
  const clock = `${digits.slice(0, -2).padStart(2, '0')}:${digits.slice(-2)}`;
  if (clock === '24:00') return isEnd ? clock : undefined;
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(clock) ? clock : undefined;
}

/** A time of day in one box. What cannot be stays in the box and is said to be wrong; the page holds nothing then. */
export function ClockBox({
  label,
  value,
  isEnd = false,
  onClock,
}: {
  readonly label: string;
  /** Empty while what was typed is no time. */
  readonly value: string;
  readonly isEnd?: boolean;
  readonly onClock: (clock: string) => void;
}) {
  const { t } = useTranslation('staff');
  const [typed, setTyped] = useState(value);
  const own = clockOf(typed, isEnd) ?? '';
  // The page may have set another time meanwhile.
  const shown = own === value ? typed : value;
  return (
    <Field label={label} wrong={value === '' ? t('date.noTime') : undefined}>
      {(control) => (
        <input
          {...control}
          className="clock"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          value={shown}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            onClock(clockOf(event.currentTarget.value, isEnd) ?? '');
          }}
          onBlur={() => {
            if (own !== '' && own === value) setTyped(own);
          }}
        />
      )}
    </Field>
  );
}
