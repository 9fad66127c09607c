import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, FieldGroup } from './field.tsx';

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
export function Choice({
  options,
  initial,
  inRow = false,
  ...words
}: Named & {
  readonly options: readonly Option[];
  readonly initial?: string | undefined;
  readonly inRow?: boolean;
}) {
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
                defaultChecked={option.value === initial}
              />
              <span>{option.label}</span>
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}

/** Any number of several. The form's values hold the name once for each tick. */
export function Ticks({ options, ...words }: Named & { readonly options: readonly Option[] }) {
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
              />
              <span>{option.label}</span>
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}

/** One of many. Without `value` the form reads it when it is sent. */
export function Pick({
  options,
  none,
  initial,
  value,
  onPick,
  ...words
}: Named & {
  readonly options: readonly Option[];
  /** What choosing nobody and nothing is called, where that is an answer too. */
  readonly none?: string;
  readonly initial?: string;
  readonly value?: string;
  readonly onPick?: (value: string) => void;
}) {
  const { t } = useTranslation('staff');
  return (
    <Field {...words}>
      {(control) => (
        <select
          {...control}
          name={words.name}
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
      )}
    </Field>
  );
}

export function TextBox({
  lines = 1,
  maxLength,
  ...words
}: Named & { readonly lines?: number; readonly maxLength?: number }) {
  return (
    <Field {...words}>
      {(control) => {
        const shared = { ...control, name: words.name, maxLength, autoComplete: 'off' };
        return lines === 1 ? <input type="text" {...shared} /> : <textarea rows={lines} {...shared} />;
      }}
    </Field>
  );
}

/** Yes or no; neither is chosen beforehand. */
export function YesNo(words: Named) {
  const { t } = useTranslation('staff');
  const options: readonly Option[] = [
    { value: 'yes', label: t('common.yes') },
    { value: 'no', label: t('common.no') },
  ];
  return <Choice {...words} options={options} inRow />;
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
