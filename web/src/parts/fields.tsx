import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultText, useFault } from './form.tsx';

interface Named {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

const describedBy = (hint: string | undefined, hintId: string, fault: string | undefined, faultId: string) =>
  [hint === undefined ? '' : hintId, fault === undefined ? '' : faultId].join(' ').trim() || undefined;

/** One of several, all in view. */
export function Choice({
  name,
  label,
  hint,
  options,
  initial,
  inRow = false,
}: Named & {
  readonly options: readonly Option[];
  readonly initial?: string | undefined;
  readonly inRow?: boolean;
}) {
  const { id, fault, faultId, hintId } = useFault(name);
  return (
    <fieldset className="field" aria-describedby={describedBy(hint, hintId, fault, faultId)}>
      <legend>{label}</legend>
      {hint !== undefined && (
        <p id={hintId} className="hint">
          {hint}
        </p>
      )}
      <FaultText id={faultId} fault={fault} />
      <div className={inRow ? 'choices choices-row' : 'choices'}>
        {options.map((option, index) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              name={name}
              value={option.value}
              id={index === 0 ? id : undefined}
              defaultChecked={option.value === initial}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Any number of several. The form's values hold the name once for each tick. */
export function Ticks({ name, label, hint, options }: Named & { readonly options: readonly Option[] }) {
  const { id, fault, faultId, hintId } = useFault(name);
  return (
    <fieldset className="field" aria-describedby={describedBy(hint, hintId, fault, faultId)}>
      <legend>{label}</legend>
      {hint !== undefined && (
        <p id={hintId} className="hint">
          {hint}
        </p>
      )}
      <FaultText id={faultId} fault={fault} />
      <div className="choices">
        {options.map((option, index) => (
          <label key={option.value} className="choice">
            <input type="checkbox" name={name} value={option.value} id={index === 0 ? id : undefined} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One of many. Without `value` the form reads it when it is sent. */
export function Pick({
  name,
  label,
  hint,
  options,
  none,
  initial,
  value,
  onPick,
}: Named & {
  readonly options: readonly Option[];
  /** What choosing nobody and nothing is called, where that is an answer too. */
  readonly none?: string;
  readonly initial?: string;
  readonly value?: string;
  readonly onPick?: (value: string) => void;
}) {
  const { t } = useTranslation('staff');
  const { id, fault, faultId, hintId } = useFault(name);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p id={hintId} className="hint">
          {hint}
        </p>
      )}
      <FaultText id={faultId} fault={fault} />
      <select
        id={id}
        name={name}
        aria-invalid={fault !== undefined}
        aria-describedby={describedBy(hint, hintId, fault, faultId)}
        {...(value === undefined ? { defaultValue: initial ?? '' } : { value })}
        onChange={(event) => onPick?.(event.currentTarget.value)}
      >
        <option value="">{none ?? t('form.pleaseChoose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function TextBox({
  name,
  label,
  hint,
  lines = 1,
  maxLength,
}: Named & { readonly lines?: number; readonly maxLength?: number }) {
  const { id, fault, faultId, hintId } = useFault(name);
  const shared = {
    id,
    name,
    maxLength,
    autoComplete: 'off',
    'aria-invalid': fault !== undefined,
    'aria-describedby': describedBy(hint, hintId, fault, faultId),
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p id={hintId} className="hint">
          {hint}
        </p>
      )}
      <FaultText id={faultId} fault={fault} />
      {lines === 1 ? <input type="text" {...shared} /> : <textarea rows={lines} {...shared} />}
    </div>
  );
}

/** Yes or no; neither is chosen beforehand. */
export function YesNo({ name, label, hint }: Named) {
  const { t } = useTranslation('staff');
  const options: readonly Option[] = [
    { value: 'yes', label: t('common.yes') },
    { value: 'no', label: t('common.no') },
  ];
  return <Choice name={name} label={label} hint={hint} options={options} inRow />;
}

/** Fields that belong together, under one heading. */
export function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="group">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
