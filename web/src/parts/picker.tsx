import { lazy, Suspense, use, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, type FieldWords } from './field.tsx';
import type { Option } from './fields.tsx';
import { LookAgainContext } from './field-faults.ts';
import { useKeptValue } from './kept-values.ts';
import { matching } from './matching.ts';
import './picker.css';

const SearchBox = lazy(() => import('./combo-box.tsx'));

export interface Found {
  readonly options: readonly Option[];
  /** What is said of them, above the list. */
  readonly note?: string;
}

interface PickerProps extends FieldWords {
  /** Undefined until they are known: nothing can be chosen yet, which is another thing than that there is nobody. */
  readonly options: readonly Option[] | undefined;
  /** What choosing nobody is called, where that is an answer too. */
  readonly none?: string;
  /** Where the page holds what is chosen; else the form reads it by the name when it is sent. */
  readonly value?: string;
  /** Empty when nobody is chosen any more. */
  readonly onPick?: (value: string) => void;
  /** Whether one is always chosen, so that an emptied box goes back to it. */
  readonly always?: boolean;
  /** The options that what was typed means, where a name is not all that they are found by. */
  readonly find?: (typed: string) => Found;
  /** Told what is typed, where not all options are there from the beginning. */
  readonly onSearch?: (typed: string) => void;
}

/** One of many people or zones: chosen from a list that what is typed shortens. */
export function Picker({
  options,
  none,
  value,
  onPick,
  always = false,
  find,
  onSearch,
  ...words
}: PickerProps) {
  const { t } = useTranslation('staff');
  const kept = useKeptValue(words.name);
  const [own, setOwn] = useState(kept ?? '');
  /** Undefined when nobody types: then the name of the one that is chosen stands in the box. */
  const [typed, setTyped] = useState<string>();
  /** What was typed last and nothing was taken for it. */
  const [untaken, setUntaken] = useState<string>();
  const chosen = value ?? own;
  const known = options ?? [];
  const all = none === undefined ? known : [{ value: '', label: none }, ...known];
  const now = all.find((option) => option.value === chosen);
  const isSearch = typed !== undefined && typed !== '' && typed !== now?.label;
  const found: Found = !isSearch ? { options: all } : (find?.(typed) ?? { options: matching(all, typed) });
  const isGone = value === undefined && own !== '' && options !== undefined && now === undefined;
  // It was chosen and is no longer among them: the next one is chosen anew.
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- the box has to be drawn once with nobody chosen
    if (isGone) setOwn('');
  }, [isGone]);
  // No event of a control tells the form that there is another answer.
  const lookAgain = useEffectEvent(use(LookAgainContext));
  useEffect(() => {
    lookAgain();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- it is another answer that the form is to look at
  }, [chosen]);
  const choose = (to: string) => {
    setTyped(undefined);
    setUntaken(undefined);
    setOwn(to);
    if (to !== chosen) onPick?.(to);
  };
  return (
    <Field {...words}>
      {(control, labelId) => (
        <>
          <Suspense fallback={<BusyBox id={control.id} text={now?.label} />}>
            {options === undefined ? (
              <BusyBox id={control.id} text={undefined} />
            ) : (
              <SearchBox
                control={control}
                labelId={labelId}
                options={found.options}
                chosen={now?.value}
                text={typed ?? now?.label ?? ''}
                isSearch={isSearch}
                only={isSearch ? meant(found.options, chosen) : undefined}
                note={found.note}
                onTyped={(text) => {
                  // An emptied box is an answer too.
                  if (text === '' && !always) choose('');
                  setTyped(text === now?.label ? undefined : text);
                  onSearch?.(text === now?.label ? '' : text);
                  setUntaken(undefined);
                }}
                onChosen={choose}
                onLeft={() => {
                  setTyped(undefined);
                  if (isSearch) setUntaken(typed);
                }}
              />
            )}
          </Suspense>
          <p className="picker-untaken" role="status">
            {untaken !== undefined &&
              (now === undefined
                ? t('picker.noneTaken', { typed: untaken })
                : t('picker.notTaken', { typed: untaken, chosen: now.label }))}
          </p>
          {words.name !== undefined && (
            // What is sent is what is seen: nobody, where the chosen one is no longer among them.
            <input type="hidden" name={words.name} value={now?.value ?? ''} />
          )}
        </>
      )}
    </Field>
  );
}

/** In place of the box until there is something to choose from. */
const BusyBox = ({ id, text = '' }: { readonly id: string; readonly text: string | undefined }) => (
  <input type="text" id={id} disabled value={text} aria-busy />
);

/** The only one that was found, or the only one beside the one that is chosen already: who types looks for another. */
function meant(found: readonly Option[], chosen: string): string | undefined {
  const others = found.length === 1 ? found : found.filter((option) => option.value !== chosen);
  return others.length === 1 ? others[0]?.value : undefined;
}
