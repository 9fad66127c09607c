import { Field } from './field.tsx';
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
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChoose(event.currentTarget.value as V)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
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
