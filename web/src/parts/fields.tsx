import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type staff from '../words/en/staff.json';
import { Field, FieldGroup, type FieldWords } from './field.tsx';
import { useKeptValue, useKeptValues } from './kept-values.ts';

interface Named {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** One of several, all in view. */
export function Radios({
  options,
  initial,
  inRow = false,
  ...words
}: Named & {
  readonly options: readonly Option[];
  readonly initial?: string | undefined;
  readonly inRow?: boolean;
}) {
  const kept = useKeptValue(words.name);
  return (
    <FieldGroup {...words}>
      {({ id }) => (
        <div className={inRow ? 'choices choices-row' : 'choices'}>
          {options.map((option, index) => (
            <label key={option.value} className="choice">
              <input
                type="radio"
                name={words.name}
                value={option.value}
                id={index === 0 ? id : undefined}
                defaultChecked={option.value === (kept ?? initial)}
              />
              <span>{option.label}</span>
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
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

/** Any number of several. The form's values hold the name once for each tick. */
export function Ticks({
  options,
  initial = [],
  ...words
}: Named & { readonly options: readonly Option[]; readonly initial?: readonly string[] | undefined }) {
  const kept = useKeptValues(words.name);
  return (
    <FieldGroup {...words}>
      {({ id }) => (
        <div className="choices">
          {options.map((option, index) => (
            <label key={option.value} className="choice">
              <input
                type="checkbox"
                name={words.name}
                value={option.value}
                id={index === 0 ? id : undefined}
                defaultChecked={(kept ?? initial).includes(option.value)}
              />
              <span>{option.label}</span>
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}

/** One of many. Without `value` the form reads it by its name when it is sent; with it the page holds which. */
export function Select<V extends string>({
  options,
  none,
  initial,
  value,
  onChoose,
  ...words
}: FieldWords & {
  readonly options: readonly (Option & { readonly value: V })[];
  /** What choosing nobody and nothing is called, where that is an answer too. What a form reads always begins with none. */
  readonly none?: string;
  readonly initial?: V;
  readonly value?: V | '';
  readonly onChoose?: (value: V) => void;
}) {
  const { t } = useTranslation('staff');
  const kept = useKeptValue(words.name);
  const empty = none ?? (value === undefined ? t('form.pleaseChoose') : undefined);
  return (
    <Field {...words}>
      {(control) => (
        <select
          {...control}
          name={words.name}
          {...(value === undefined ? { defaultValue: kept ?? initial ?? '' } : { value })}
          onChange={(event) => onChoose?.(event.currentTarget.value as V)}
        >
          {empty !== undefined && <option value="">{empty}</option>}
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

export function TextBox({
  lines = 1,
  maxLength,
  ...words
}: Named & { readonly lines?: number; readonly maxLength?: number }) {
  const kept = useKeptValue(words.name);
  return (
    <Field {...words}>
      {(control) => {
        const shared = { ...control, name: words.name, maxLength, autoComplete: 'off', defaultValue: kept };
        return lines === 1 ? <input type="text" {...shared} /> : <textarea rows={lines} {...shared} />;
      }}
    </Field>
  );
}

/**
 * Yes or no; neither is chosen beforehand. Few languages have one word for either: what stands there answers what was
 * `asked`.
 */
export function YesNo({ asked, ...words }: Named & { readonly asked: keyof (typeof staff)['answers'] }) {
  const { t } = useTranslation('staff');
  const options: readonly Option[] = [
    { value: 'yes', label: t(`answers.${asked}.yes`) },
    { value: 'no', label: t(`answers.${asked}.no`) },
  ];
  return <Radios {...words} options={options} inRow />;
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
