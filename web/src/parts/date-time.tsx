import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseInstant } from '../../../functions/shared/values/instants.ts';
import type { UiLanguage } from '../../../functions/shared/values/languages.ts';
import { timeForPeople } from '../../../functions/shared/values/times-for-people.ts';
import {
  clockOfParts,
  isoOfParts,
  noDate,
  noTime,
  partsOfClock,
  partsOfIso,
  type DateParts,
  type TimeParts,
} from './date-parts.ts';
import { FieldGroup } from './field.tsx';
import { useKeptValue } from './kept-values.ts';
import { NumberBox } from './number-box.tsx';
import { useReader } from './reader.tsx';

interface BoxProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What the page finds wrong with it at once, before the form is sent. */
  readonly wrong?: string | undefined;
  /** Where the page holds the value itself: ISO form, or undefined while it is not complete. */
  readonly held?: readonly [value: string | undefined, set: (value: string | undefined) => void];
}

/** What stands in the boxes, and what the page held when it was typed. */
interface Typing<Parts> {
  readonly parts: Parts;
  readonly over: string | undefined;
}

/**
 * Whether what was typed is what is to be shown: the page holds the same, or it is not whole yet and the page still holds
 * what it held. Else the page has set something else, or has emptied the boxes.
 */
const isStill = ({ over }: Typing<unknown>, typed: string | undefined, given: string | undefined): boolean =>
  typed === given || (typed === undefined && given === over);

/** Whether a language writes the year before the month, and the month before the day. */
const yearFirst: Readonly<Record<UiLanguage, boolean>> = {
  en: false,
  th: false,
  my: true,
  km: false,
  lo: false,
  vi: false,
  zh: true,
};

/**
 * A day, typed as numbers in the reader's calendar; below it stands the date in words with its weekday, so that no
 * mix-up of day and month stays unseen. The form's value is `YYYY-MM-DD`, whatever the calendar.
 * (Why not a ready-made widget: infra/decisions/date-fields-of-our-own.md.)
 */
export function DateBox({
  name,
  label,
  hint,
  wrong,
  held,
  initial = '',
}: BoxProps & {
  /** `YYYY-MM-DD` */
  readonly initial?: string | undefined;
}) {
  const { t } = useTranslation('staff');
  const reader = useReader();
  const { calendar } = reader.settings;
  const kept = useKeptValue(name);
  const first = kept ?? initial;
  const [own, setOwn] = useState<Typing<DateParts>>(() => ({
    parts: first === '' ? noDate : partsOfIso(first, calendar),
    over: undefined,
  }));
  const typed = isoOfParts(own.parts, calendar).value;
  const given = held === undefined ? typed : held[0];
  const isTheirs = !isStill(own, typed, given);
  const parts = !isTheirs ? own.parts : given === undefined ? noDate : partsOfIso(given, calendar);
  const { value: iso, impossible } = isoOfParts(parts, calendar);
  const set = (changed: Partial<DateParts>) => {
    const next = { ...parts, ...changed };
    setOwn({ parts: next, over: given });
    held?.[1](isoOfParts(next, calendar).value);
  };
  const boxes = [
    { part: 'day', label: t('date.day'), width: 2, low: 1, high: 31 },
    { part: 'month', label: t('date.month'), width: 2, low: 1, high: 12 },
    {
      part: 'year',
      label: calendar === 'buddhist' ? t('date.buddhistYear') : t('date.year'),
      width: 4,
      low: calendar === 'buddhist' ? 2443 : 1900,
      high: calendar === 'buddhist' ? 2643 : 2100,
    },
  ] as const;
  const order = yearFirst[reader.language] ? boxes.toReversed() : boxes;
  return (
    <FieldGroup name={name} label={label} hint={hint} wrong={impossible ? t('date.none') : wrong}>
      {({ id }, faultId) => (
        <>
          <div className="number-boxes">
            {order.map((box, at) => (
              <NumberBox
                key={box.part}
                id={at === 0 ? id : undefined}
                label={box.label}
                value={parts[box.part]}
                width={box.width}
                low={box.low}
                high={box.high}
                faulty={faultId !== undefined}
                describedBy={faultId}
                onValue={(value) => set({ [box.part]: value })}
              />
            ))}
          </div>
          <p className="in-words" aria-live="polite">
            {iso !== undefined && dayInWords(iso, reader)}
          </p>
          <input type="hidden" name={name} value={iso ?? ''} />
        </>
      )}
    </FieldGroup>
  );
}

function dayInWords(iso: string, reader: ReturnType<typeof useReader>): string {
  const noon = parseInstant(`${iso}T12:00:00Z`);
  const { weekday, date } = timeForPeople(noon, 'Etc/UTC', { ...reader, length: 'long' });
  return `${weekday} ${date}`;
}

/** A wall time on the 24-hour clock. The form's value is `HH:mm`. */
export function TimeBox({ name, label, hint, wrong, held }: BoxProps) {
  const { t } = useTranslation('staff');
  const kept = useKeptValue(name);
  const [own, setOwn] = useState<Typing<TimeParts>>(() => ({
    parts: kept === undefined || kept === '' ? noTime : partsOfClock(kept),
    over: undefined,
  }));
  const typed = clockOfParts(own.parts).value;
  const given = held === undefined ? typed : held[0];
  const isTheirs = !isStill(own, typed, given);
  const parts = !isTheirs ? own.parts : given === undefined ? noTime : partsOfClock(given);
  const { value: clock, impossible } = clockOfParts(parts);
  const set = (changed: Partial<TimeParts>) => {
    const next = { ...parts, ...changed };
    setOwn({ parts: next, over: given });
    held?.[1](clockOfParts(next).value);
  };
  return (
    <FieldGroup name={name} label={label} hint={hint} wrong={impossible ? t('date.noTime') : wrong}>
      {({ id }, faultId) => {
        const shared = {
          width: 2,
          low: 0,
          faulty: faultId !== undefined,
          describedBy: faultId,
        };
        return (
          <>
            <div className="number-boxes">
              <NumberBox
                {...shared}
                id={id}
                label={t('date.hour')}
                value={parts.hour}
                high={23}
                onValue={(hour) => set({ hour })}
              />
              <NumberBox
                {...shared}
                label={t('date.minute')}
                value={parts.minute}
                high={59}
                onValue={(minute) => set({ minute })}
              />
            </div>
            <input type="hidden" name={name} value={clock ?? ''} />
          </>
        );
      }}
    </FieldGroup>
  );
}
