import { useTranslation } from 'react-i18next';
import { instantOf } from '../../../../functions/shared/values/instants.ts';
import { timeForPeople } from '../../../../functions/shared/values/times-for-people.ts';
import { Button } from '../../parts/button.tsx';
import { DateBox } from '../../parts/date-time.tsx';
import { FieldGroup, FieldPart } from '../../parts/field.tsx';
import { useReader } from '../../parts/reader.tsx';
import { ClockBox } from './clock-box.tsx';
import type { Calendar } from './whose.ts';

type Weekly = Calendar['weekly'];
type Span = Weekly[number];

const weekdays = [1, 2, 3, 4, 5, 6, 7];
/** 1 January 2024 was a Monday. */
const dayOfWeek = (weekday: number) => instantOf(Date.UTC(2024, 0, weekday, 12));

/** Hours of each weekday, any number of stretches, each with days from and until which it holds where it is not always. */
export function WeeklyForm({
  weekly,
  onWeekly,
}: {
  readonly weekly: Weekly;
  readonly onWeekly: (weekly: Weekly) => void;
}) {
  const { t } = useTranslation('scheduling');
  const reader = useReader();
  const replace = (index: number, span: Span) =>
    onWeekly(weekly.map((each, at) => (at === index ? span : each)));
  return (
    <>
      {weekdays.map((weekday) => {
        const name = timeForPeople(dayOfWeek(weekday), 'Etc/UTC', { ...reader, length: 'long' }).weekday;
        const own = weekly.flatMap((span, index) => (span.weekday === weekday ? [{ span, index }] : []));
        return (
          <FieldGroup key={weekday} label={name}>
            <ul className="spans">
              {own.length === 0 && <li className="quiet">{t('calendar.noHours')}</li>}
              {own.map(({ span, index }) => (
                <HoursRow
                  // The row is that place in the list; a stretch has no other name.
                  // oxlint-disable-next-line react/no-array-index-key
                  key={`${weekly.length} ${index}`}
                  index={index}
                  weekdayName={name}
                  span={span}
                  onSpan={(changed) => replace(index, changed)}
                  onRemove={() => onWeekly(weekly.filter((_, at) => at !== index))}
                />
              ))}
            </ul>
            <Button
              quiet
              small
              onClick={() => onWeekly([...weekly, { weekday, from: '09:00', until: '17:00' }])}
            >
              {t('calendar.addHours')}
              <span className="unseen"> {name}</span>
            </Button>
          </FieldGroup>
        );
      })}
    </>
  );
}

function HoursRow({
  index,
  weekdayName,
  span,
  onSpan,
  onRemove,
}: {
  readonly index: number;
  readonly weekdayName: string;
  readonly span: Span;
  readonly onSpan: (span: Span) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation('scheduling');
  return (
    <FieldPart name={`calendar.weekly.${index}`} row>
      <div className="span-row">
        <ClockBox
          label={t('calendar.from')}
          value={span.from}
          onClock={(from) => onSpan({ ...span, from })}
        />
        <ClockBox
          label={t('calendar.until')}
          value={span.until}
          isEnd
          onClock={(until) => onSpan({ ...span, until })}
        />
        <Button quiet small onClick={onRemove}>
          {t('calendar.remove')}
          <span className="unseen">
            {' '}
            {weekdayName} {span.from}
          </span>
        </Button>
        <Validity span={span} name={String(index)} onSpan={onSpan} />
      </div>
    </FieldPart>
  );
}

function Validity({
  span,
  name,
  onSpan,
}: {
  readonly span: Span;
  readonly name: string;
  readonly onSpan: (span: Span) => void;
}) {
  const { t } = useTranslation('scheduling');
  const set = (field: 'validFrom' | 'validUntil', day: string | undefined) => {
    const { [field]: _, ...rest } = span;
    onSpan(day === undefined ? rest : { ...rest, [field]: day });
  };
  return (
    <details open={span.validFrom !== undefined || span.validUntil !== undefined}>
      <summary>{t('calendar.onlySome')}</summary>
      <DateBox
        name={`from-${name}`}
        label={t('calendar.validFrom')}
        held={[span.validFrom, (day) => set('validFrom', day)]}
      />
      <DateBox
        name={`until-${name}`}
        label={t('calendar.validUntil')}
        held={[span.validUntil, (day) => set('validUntil', day)]}
      />
    </details>
  );
}
