import { useRef } from 'react';
import { numberForPeople } from '../../../functions/shared/values/times-for-people.ts';
import { latinDigits, stepped } from './date-parts.ts';
import { useReader } from './reader.tsx';

/**
 * A box for one number of a date or a time: typed, or stepped with the arrow keys. When it is full the next box of the
 * same group has the focus, so that a whole date is typed in one go.
 */
export function NumberBox({
  id,
  label,
  value,
  width,
  low,
  high,
  faulty,
  describedBy,
  onValue,
}: {
  readonly id?: string | undefined;
  readonly label: string;
  /** Latin digits, at most `width`. */
  readonly value: string;
  readonly width: number;
  readonly low: number;
  readonly high: number;
  readonly faulty: boolean;
  readonly describedBy: string | undefined;
  readonly onValue: (value: string) => void;
}) {
  const reader = useReader();
  const box = useRef<HTMLInputElement>(null);
  const take = (typed: string) => {
    const digits = latinDigits(typed).slice(0, width);
    onValue(digits);
    if (digits.length === width && digits !== value) nextBox(box.current)?.focus();
  };
  return (
    <label className="number-box">
      <span>{label}</span>
      <input
        ref={box}
        id={id}
        type="text"
        inputMode="numeric"
        role="spinbutton"
        autoComplete="off"
        size={width}
        className={`digits-${width}`}
        value={value === '' ? '' : numberForPeople(Number(value), reader, value.length)}
        aria-valuemin={low}
        aria-valuemax={high}
        aria-valuenow={value === '' ? undefined : Number(value)}
        aria-invalid={faulty}
        aria-describedby={describedBy}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => take(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          onValue(stepped(value, event.key === 'ArrowUp' ? 1 : -1, low, high, width));
        }}
      />
    </label>
  );
}

function nextBox(box: HTMLInputElement | null): HTMLInputElement | undefined {
  const group = box?.closest('fieldset');
  const boxes = [...(group?.querySelectorAll<HTMLInputElement>('input[role="spinbutton"]') ?? [])];
  return box === null ? undefined : boxes[boxes.indexOf(box) + 1];
}
