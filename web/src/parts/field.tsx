import { useId, type ReactNode } from 'react';
import { useFault, useFieldId } from './field-faults.ts';

/** What ties a control to the words around it; spread onto the control. */
export interface Control {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

export interface FieldWords {
  /** The field's name in the form: what is found wrong with it is said here. Without one it has only what `wrong` says. */
  readonly name?: string | undefined;
  /** Of the control, where a question with several controls leads to this one and it has no name of its own. */
  readonly id?: string | undefined;
  readonly label: ReactNode;
  readonly hint?: string | undefined;
  /** What the page finds wrong with it at once, before the form is sent. */
  readonly wrong?: string | undefined;
}

/** Ids and words of one field: the one place where a control learns what it is described by, and whether it is wrong. */
function useField({ name, id: given, hint, wrong }: Omit<FieldWords, 'label'>, alsoBy?: string) {
  const own = useId();
  const found = useFault(name);
  const fieldId = useFieldId();
  const id = name === undefined ? (given ?? own) : fieldId(name);
  const fault = wrong ?? found;
  const [faultId, hintId] = [`${id}-fault`, `${id}-hint`];
  const by = [
    ...(hint === undefined ? [] : [hintId]),
    ...(fault === undefined ? [] : [faultId]),
    ...(alsoBy === undefined ? [] : [alsoBy]),
  ];
  const control: Control = {
    id,
    'aria-invalid': fault !== undefined,
    'aria-describedby': by.length === 0 ? undefined : by.join(' '),
  };
  const said = (
    <>
      {hint !== undefined && (
        <p id={hintId} className="hint">
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p id={faultId} className="fault">
          {fault}
        </p>
      )}
    </>
  );
  return { control, said, faultId: fault === undefined ? undefined : faultId, labelId: `${id}-label` };
}

/** One question and its one control: label, hint, what is wrong, and the control below them. */
export function Field({
  label,
  children,
  alsoBy,
  ...words
}: FieldWords & {
  /** Id of more words about it, beside the control. */
  readonly alsoBy?: string;
  readonly children: (control: Control, labelId: string) => ReactNode;
}) {
  const { control, said, labelId } = useField(words, alsoBy);
  return (
    <div className="field">
      <label htmlFor={control.id} id={labelId}>
        {label}
      </label>
      {said}
      {children(control, labelId)}
    </div>
  );
}

/** One question with several controls. What is wrong with it leads to the first that takes the id, else to all of it. */
export function FieldGroup({
  label,
  unseen = false,
  children,
  ...words
}: FieldWords & {
  /** Where the heading above says the same to whoever sees it. */
  readonly unseen?: boolean;
  /** `faultId` is that of what is wrong, for each control to be described by. */
  readonly children: ReactNode | ((control: Control, faultId: string | undefined) => ReactNode);
}) {
  const { control, said, faultId } = useField(words);
  const first = typeof children === 'function' ? {} : { id: control.id, tabIndex: -1 };
  return (
    <fieldset {...first} className="field" aria-describedby={control['aria-describedby']}>
      <legend className={unseen ? 'unseen' : undefined}>{label}</legend>
      {said}
      {typeof children === 'function' ? children(control, faultId) : children}
    </fieldset>
  );
}

/** A part of a form that can be wrong as a whole, such as a list or a row of one. */
export function FieldPart({
  name,
  row = false,
  children,
}: {
  readonly name: string;
  /** Whether it is a row of a list. */
  readonly row?: boolean;
  readonly children: ReactNode;
}) {
  const { control, said } = useField({ name });
  const Part = row ? 'li' : 'div';
  return (
    <Part id={control.id} tabIndex={-1} className="field">
      {said}
      {children}
    </Part>
  );
}
