import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, type FieldWords } from './field.tsx';
import type { Option } from './fields.tsx';
import { matching } from './matching.ts';

const SearchBox = lazy(() => import('./combo-box.tsx'));

interface PickerProps extends FieldWords {
  readonly options: readonly Option[];
  /** What choosing nobody is called, where that is an answer too. */
  readonly none?: string;
  /** Where the page holds what is chosen; else the form reads it by the name when it is sent. */
  readonly value?: string;
  /** Empty when nobody is chosen any more. */
  readonly onPick?: (value: string) => void;
  /** Whether one is always chosen, so that an emptied box goes back to it. */
  readonly always?: boolean;
  /** The options that what was typed means, where a name is not all that they are found by. */
  readonly find?: (typed: string) => readonly Option[];
  readonly onTyped?: (typed: string) => void;
  /** What is said of what was found, above the list. */
  readonly note?: string;
}

/** One of many people or zones: chosen from a list that what is typed shortens. */
export function Picker({
  options,
  none,
  value,
  onPick,
  always = false,
  find = (typed) => matching(options, typed),
  onTyped,
  note,
  ...words
}: PickerProps) {
  const { t } = useTranslation('staff');
  const [own, setOwn] = useState('');
  const [typed, setTyped] = useState('');
  const chosen = value ?? own;
  const all = none === undefined ? options : [{ value: '', label: none }, ...options];
  const now = all.find((option) => option.value === chosen);
  // What stands in the box when nobody types is the name of the one that is chosen: that shortens nothing.
  const isSearch = typed !== '' && typed !== now?.label;
  const found = isSearch ? find(typed) : all;
  const shown =
    now === undefined || found.some((option) => option.value === chosen) ? found : [now, ...found];
  const isGone = value === undefined && own !== '' && now === undefined;
  // It was chosen and is no longer among them: the next one is chosen anew.
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- the box has to be drawn once with nobody chosen
    if (isGone) setOwn('');
  }, [isGone]);
  const choose = (to: string | undefined) => {
    if (to === undefined && always) return;
    setOwn(to ?? '');
    onPick?.(to ?? '');
  };
  return (
    <Field {...words}>
      {(control, labelId) => (
        <>
          <Suspense
            fallback={<input type="text" id={control.id} disabled value={now?.label ?? ''} aria-busy />}
          >
            <SearchBox
              control={control}
              labelId={labelId}
              options={shown}
              chosen={chosen}
              note={!isSearch ? undefined : (note ?? (found.length === 0 ? t('picker.nothing') : undefined))}
              only={isSearch && found.length === 1 ? found[0]?.value : undefined}
              onTyped={(text) => {
                setTyped(text);
                onTyped?.(text);
              }}
              onChosen={choose}
            />
          </Suspense>
          {words.name !== undefined && <input type="hidden" name={words.name} value={chosen} />}
        </>
      )}
    </Field>
  );
}
