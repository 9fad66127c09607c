import { use, useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components/Button';
import { ComboBox, ComboBoxStateContext } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import type { Control } from './field.tsx';
import type { Option } from './fields.tsx';
import { Icon } from './icon.tsx';

/** Keys of react-aria must not be empty; ours is, where nobody is chosen. */
const keyOf = (value: string) => `=${value}`;

interface SearchBoxProps {
  readonly control: Control;
  readonly labelId: string;
  /** Those that are shown now. */
  readonly options: readonly Option[];
  /** Undefined when none of them all is. */
  readonly chosen: string | undefined;
  /** What stands in the box: what was typed, else the name of the chosen one. */
  readonly text: string;
  readonly isSearch: boolean;
  /** The one that what was typed can only mean: the keyboard goes to it, so that Enter takes it. */
  readonly only: string | undefined;
  /** In the list, since all else is silent while it is open. */
  readonly note: string | undefined;
  readonly onTyped: (typed: string) => void;
  readonly onChosen: (value: string) => void;
  /** The box was left, or the list closed, and none of the list was taken. */
  readonly onLeft: () => void;
}

/**
 * The box and the list of a Picker: react-aria-components sees to keyboard, focus and what is announced. A file of its
 * own, since it is most of the weight: it is loaded with the first picker of a visit.
 */
export default function SearchBox(props: SearchBoxProps) {
  const { control, labelId, options, chosen, text, isSearch, note } = props;
  const { t } = useTranslation('staff');
  return (
    <ComboBox
      id={control.id}
      className="picker"
      aria-labelledby={labelId}
      {...(control['aria-describedby'] === undefined
        ? {}
        : { 'aria-describedby': control['aria-describedby'] })}
      isInvalid={control['aria-invalid']}
      validationBehavior="aria"
      allowsEmptyCollection
      // Box opens it: react-aria would open it again for each name that is put back.
      menuTrigger="manual"
      items={options}
      selectedKey={chosen === undefined ? null : keyOf(chosen)}
      inputValue={text}
      onInputChange={props.onTyped}
      // With key and text both given, react-aria calls this without a key when it would put back one that is not listed.
      onSelectionChange={(key) => (key === null ? props.onLeft() : props.onChosen(String(key).slice(1)))}
    >
      <div className="picker-box">
        <Box {...props} />
        <Button className="picker-open">
          <Icon name="down" />
        </Button>
      </div>
      <Popover className="picker-list">
        {note !== undefined && options.length > 0 && (
          <p className="picker-note" role="status">
            {note}
          </p>
        )}
        <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: 44 }}>
          <ListBox<Option>
            className="picker-options"
            // Opened by typing, the list begins at none: what is chosen already is not what is looked for.
            {...(isSearch ? { autoFocus: false } : {})}
            renderEmptyState={() => <p className="picker-nothing">{note ?? t('picker.nothing')}</p>}
          >
            {({ value, label }) => (
              <ListBoxItem id={keyOf(value)} textValue={label} className="picker-option">
                {label}
              </ListBoxItem>
            )}
          </ListBox>
        </Virtualizer>
      </Popover>
    </ComboBox>
  );
}

function Box({ text, isSearch, only, chosen, onChosen }: SearchBoxProps) {
  const { t } = useTranslation('staff');
  const box = useRef<HTMLInputElement>(null);
  const state = use(ComboBoxStateContext);
  const list = state?.selectionManager;
  const isOpen = state?.isOpen === true;
  useEffect(() => {
    if (isOpen && list?.focusedKey === null && only !== undefined) list.setFocusedKey(keyOf(only));
  });
  // When nobody types, the name of the chosen one stands in the box: the first letter replaces it.
  useEffect(() => {
    const isAt = document.activeElement === box.current;
    if (isAt && !isSearch && box.current?.value === text) box.current.select();
  }, [text, isSearch]);
  useEffect(() => {
    if (isOpen) bringIntoView(box.current);
  }, [isOpen]);
  useStaysOpen(isOpen);
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    // They move in the list, and not in the text or, which would close the list, down the page.
    if (isArrow(event.key) || (isOpen && event.key.startsWith('Page'))) event.preventDefault();
    if (isOpen) bringIntoView(box.current);
    if (event.key !== 'Enter' || !isOpen || !isSearch || list?.focusedKey !== null) return;
    // Here react-aria would put the old one back. Of several that were found, a second Enter takes the first.
    event.preventDefault();
    event.stopPropagation();
    if (only === undefined) list.setFocusedKey(state.collection.getFirstKey());
    else if (only === chosen) state.close();
    else onChosen(only);
  };
  return (
    <Input
      ref={box}
      placeholder={t('picker.type')}
      maxLength={100}
      onInput={() => state?.open(null, 'input')}
      onKeyDownCapture={onKey}
      // Not where react-aria only says that the keyboard went to an option and back: the next letter would replace all before it.
      onFocus={(event) => event.nativeEvent.isTrusted && event.currentTarget.select()}
      onMouseUp={(event) => {
        if (isSearch) return;
        event.preventDefault();
        event.currentTarget.select();
      }}
    />
  );
}

/**
 * Keeps an open list where its box is when the page moves. react-aria closes it then, but a page moves by itself too, as
 * what was still being fetched comes in above: whoever is choosing would press on nothing.
 */
function useStaysOpen(isOpen: boolean): void {
  const open = useRef(isOpen);
  useEffect(() => {
    open.current = isOpen;
  }, [isOpen]);
  // From the beginning, so that it hears of it before a list that opens later.
  useEffect(() => {
    const follow = (event: Event) => {
      if (!open.current || event.target !== document) return;
      event.stopImmediatePropagation();
      dispatchEvent(new Event('resize'));
    };
    addEventListener('scroll', follow, true);
    return () => removeEventListener('scroll', follow, true);
  }, []);
}

const isArrow = (key: string) => key === 'ArrowDown' || key === 'ArrowUp';

/**
 * Brings the option at which the keyboard is into view. The list draws only what is seen of it, and learns how high its
 * lines are when they are drawn: react-aria measures too early, and it takes some frames. Only the list is moved, since
 * react-aria closes it when the page is.
 */
function bringIntoView(box: HTMLInputElement | null, frames = 6): void {
  const option = document.getElementById(box?.getAttribute('aria-activedescendant') ?? '');
  const list = option?.closest('[role="listbox"]');
  if (option && list) {
    const [at, seen] = [option.getBoundingClientRect(), list.getBoundingClientRect()];
    list.scrollTop += Math.min(0, at.top - seen.top) + Math.max(0, at.bottom - seen.bottom);
  }
  if (frames > 0) requestAnimationFrame(() => bringIntoView(box, frames - 1));
}
