import { parseDate, parseTime, type CalendarDate, type Time } from '@internationalized/date';
import type { ReactNode } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  I18nProvider,
  Label,
  Popover,
  TimeField,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FaultText, useFault } from './form.tsx';
import { useReader } from './reader.tsx';

interface BoxProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Where the page holds the value itself: ISO form, or undefined while it is not complete. */
  readonly held?: readonly [value: string | undefined, set: (value: string | undefined) => void];
}

/** Widgets in the reader's language, calendar and digits. */
function InReadersWay({ children }: { readonly children: ReactNode }) {
  const { language, settings } = useReader();
  const calendar = settings.calendar === 'buddhist' ? 'buddhist' : 'gregory';
  const digits = settings.digits === 'latin' ? '-nu-latn' : '';
  const base = language === 'en' ? 'en-GB' : language;
  return <I18nProvider locale={`${base}-u-ca-${calendar}${digits}`}>{children}</I18nProvider>;
}

/** A day: typed, or chosen in a calendar with its weekdays. The form's value is `YYYY-MM-DD`, whatever the calendar. */
export function DateBox({
  name,
  label,
  hint,
  held,
  earliest,
  initial,
}: BoxProps & { readonly earliest?: string; readonly initial?: string }) {
  const { t } = useTranslation('staff');
  const { id, fault, faultId, hintId } = useFault(name);
  return (
    <InReadersWay>
      <DatePicker<CalendarDate>
        className="field"
        name={name}
        {...(held === undefined
          ? {}
          : {
              value: held[0] === undefined ? null : parseDate(held[0]),
              onChange: (value: CalendarDate | null) => held[1](value?.toString()),
            })}
        {...(earliest === undefined ? {} : { minValue: parseDate(earliest) })}
        {...(initial === undefined ? {} : { defaultValue: parseDate(initial) })}
        isInvalid={fault !== undefined}
        aria-describedby={`${hintId} ${faultId}`}
      >
        <Label>{label}</Label>
        {hint !== undefined && (
          <p id={hintId} className="hint">
            {hint}
          </p>
        )}
        <FaultText id={faultId} fault={fault} />
        <Group className="date-box" id={id}>
          <DateInput className="segments">
            {(segment) => <DateSegment className="segment" segment={segment} />}
          </DateInput>
          <Button className="date-box-button" aria-label={t('form.openCalendar')}>
            <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
              <path d="M4 6h16v14.5H4zM4 10.5h16M8.5 3.5V8M15.5 3.5V8" />
            </svg>
          </Button>
        </Group>
        <Popover className="popover">
          <Dialog className="calendar-dialog">
            <Calendar>
              <header className="calendar-head">
                <Button slot="previous" className="calendar-step">
                  ‹
                </Button>
                <Heading className="calendar-title" level={2} />
                <Button slot="next" className="calendar-step">
                  ›
                </Button>
              </header>
              <CalendarGrid weekdayStyle="short">
                <CalendarGridHeader>
                  {(day) => <CalendarHeaderCell className="calendar-weekday">{day}</CalendarHeaderCell>}
                </CalendarGridHeader>
                <CalendarGridBody>
                  {(date) => <CalendarCell className="calendar-cell" date={date} />}
                </CalendarGridBody>
              </CalendarGrid>
            </Calendar>
          </Dialog>
        </Popover>
      </DatePicker>
    </InReadersWay>
  );
}

/** A wall time on the 24-hour clock. The form's value is `HH:mm:ss`. */
export function TimeBox({ name, label, hint, held }: BoxProps) {
  const { id, fault, faultId, hintId } = useFault(name);
  return (
    <InReadersWay>
      <TimeField<Time>
        className="field"
        name={name}
        hourCycle={24}
        shouldForceLeadingZeros
        {...(held === undefined
          ? {}
          : {
              value: held[0] === undefined ? null : parseTime(held[0]),
              onChange: (value: Time | null) => held[1](value?.toString()),
            })}
        isInvalid={fault !== undefined}
        aria-describedby={`${hintId} ${faultId}`}
      >
        <Label>{label}</Label>
        {hint !== undefined && (
          <p id={hintId} className="hint">
            {hint}
          </p>
        )}
        <FaultText id={faultId} fault={fault} />
        <div className="date-box" id={id}>
          <DateInput className="segments">
            {(segment) => <DateSegment className="segment" segment={segment} />}
          </DateInput>
        </div>
      </TimeField>
    </InReadersWay>
  );
}
