import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import type { Control } from './field.tsx';
import type { Option } from './fields.tsx';
import { Icon } from './icon.tsx';

/** Keys of react-aria must not be empty; ours is, where nobody is chosen. */
const keyOf = (value: string) => `=${value}`;

/**
 * The box and the list of a Picker: react-aria-components sees to keyboard, focus and what is announced. A file of its
 * own, since it is most of the weight: it is loaded with the first picker of a visit.
 */
export default function SearchBox({
  control,
  labelId,
  options,
  chosen,
  note,
  only,
  onTyped,
  onChosen,
}: {
  readonly control: Control;
  readonly labelId: string;
  /** Those that are shown now. */
  readonly options: readonly Option[];
  readonly chosen: string;
  /** In the list, since all else is silent while it is open. */
  readonly note: string | undefined;
  /** The one that what was typed can only mean: Enter takes it without a step into the list. */
  readonly only: string | undefined;
  readonly onTyped: (typed: string) => void;
  /** Undefined when the box was emptied. */
  readonly onChosen: (value: string | undefined) => void;
}) {
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
      items={options}
      selectedKey={options.some(({ value }) => value === chosen) ? keyOf(chosen) : null}
      onSelectionChange={(key) => onChosen(key === null ? undefined : String(key).slice(1))}
      onInputChange={onTyped}
    >
      <div className="picker-box">
        <Input
          autoComplete="off"
          placeholder={t('picker.type')}
          onKeyDown={(event) => {
            const isInList = event.currentTarget.hasAttribute('aria-activedescendant');
            if (event.key !== 'Enter' || only === undefined || isInList) return;
            // The list is meant, not the form.
            event.preventDefault();
            onChosen(only);
          }}
        />
        <Button className="picker-open">
          <Icon name="down" />
        </Button>
      </div>
      <Popover className="picker-list">
        {note !== undefined && (
          <p className="picker-note" role="status">
            {note}
          </p>
        )}
        <ListBox<Option> renderEmptyState={() => <p className="picker-nothing">{t('picker.nothing')}</p>}>
          {({ value, label }) => (
            <ListBoxItem id={keyOf(value)} textValue={label} className="picker-option">
              {label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
