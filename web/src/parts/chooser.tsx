import { useId } from 'react';
import type { Option } from './fields.tsx';

/** One of several, of which one is always chosen; the page holds which. */
export function Chooser<V extends string>({
  label,
  hint,
  options,
  value,
  onChoose,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly (Option & { readonly value: V })[];
  readonly value: V;
  readonly onChoose: (value: V) => void;
}) {
  const id = useId();
  const hintId = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p id={hintId} className="hint">
          {hint}
        </p>
      )}
      <select
        id={id}
        value={value}
        aria-describedby={hint === undefined ? undefined : hintId}
        onChange={(event) => onChoose(event.currentTarget.value as V)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A yes or no that the page holds. */
export function Tick({
  label,
  checked,
  onTick,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onTick: (checked: boolean) => void;
}) {
  return (
    <label className="choice">
      <input type="checkbox" checked={checked} onChange={(event) => onTick(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
