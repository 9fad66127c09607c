import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { numberForPeople } from '../../../functions/shared/values/times-for-people.ts';
import { latinDigits } from './date-parts.ts';
import { Field } from './field.tsx';
import { useReader } from './reader.tsx';

/** A number of minutes, typed; the page holds the Latin digits. Beside it stands what it is in hours. */
export function MinutesBox({
  name,
  label,
  digits,
  onDigits,
}: {
  readonly name: string;
  readonly label: string;
  readonly digits: string;
  readonly onDigits: (digits: string) => void;
}) {
  const { t } = useTranslation(['keeping']);
  const reader = useReader();
  const unitId = useId();
  const minutes = Number(digits);
  const shown = (value: number, width?: number) => numberForPeople(value, reader, width);
  const clock = `${shown(Math.floor(minutes / 60))}:${shown(minutes % 60, 2)}`;
  return (
    <Field name={name} label={label} alsoBy={unitId}>
      {(control) => (
        <div className="span-row">
          <input
            {...control}
            className="minutes"
            type="text"
            inputMode="numeric"
            autoComplete="off"
            value={digits === '' ? '' : numberForPeople(minutes, reader, digits.length)}
            onChange={(event) => onDigits(latinDigits(event.currentTarget.value).slice(0, 4))}
          />
          <span id={unitId} className="hint">
            {digits === '' ? t('minutes.unit') : t('minutes.inHours', { clock })}
          </span>
        </div>
      )}
    </Field>
  );
}
