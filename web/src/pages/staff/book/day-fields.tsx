import { useTranslation } from 'react-i18next';
import { DateBox, TimeBox } from '../../../parts/date-time.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { wallTime } from '../../../parts/wall-time.ts';
import { localOfDay, type DraftDay } from './draft.ts';
import { fieldOf } from './faults.ts';

/** Date and time of one day, on the venue's clock. */
export function DayFields({
  at,
  day,
  zone,
  labels,
  onDay,
  onRemove,
}: {
  /** 0 for the first. */
  readonly at: number;
  readonly day: DraftDay;
  readonly zone: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly onDay: (day: DraftDay) => void;
  readonly onRemove?: () => void;
}) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const [date, time] = [fieldOf(at, 'local'), fieldOf(at, 'time')];
  // Another time has other offsets: a choice made for the one before says nothing about it.
  const set = (changed: Partial<DraftDay>) => onDay({ ...day, ...changed, offset: undefined });
  const hint = at === 0 ? { hint: t('staff:book.timeHint') } : {};
  return (
    <div className="book-day">
      <DateBox name={date} label={labels[date] ?? ''} held={[day.date, (value) => set({ date: value })]} />
      <TimeBox
        name={time}
        label={labels[time] ?? ''}
        {...hint}
        held={[day.time, (value) => set({ time: value })]}
      />
      <Offers day={day} zone={zone} onDay={onDay} />
      {onRemove !== undefined && (
        <button type="button" className="button button-quiet button-small" onClick={onRemove}>
          <Icon name="cross" />
          {t('booking.removeDay', { number: at + 1 })}
        </button>
      )}
    </div>
  );
}

/** Ways out of a time that does not exist, and the choice between two where it comes twice. */
function Offers({
  day,
  zone,
  onDay,
}: {
  readonly day: DraftDay;
  readonly zone: string;
  readonly onDay: (day: DraftDay) => void;
}) {
  const { t } = useTranslation(['scheduling', 'staff']);
  const local = localOfDay(day);
  const found = local === undefined ? undefined : wallTime(zone, local);
  if (found?.kind === 'never')
    return (
      <div className="notice notice-bad" role="alert">
        <Icon name="warning" />
        <div>
          <p className="notice-title">{t('booking.faults.never')}</p>
          <p className="row">
            {found.nearest.map((other) => (
              <button
                key={other}
                type="button"
                className="button button-quiet"
                onClick={() =>
                  onDay({ date: other.slice(0, 10), time: other.slice(11, 16), offset: undefined })
                }
              >
                {t('staff:book.take', { time: other.slice(11, 16) })}
              </button>
            ))}
          </p>
        </div>
      </div>
    );
  if (found?.kind === 'twice')
    return (
      <fieldset className="notice notice-wait offers">
        <legend>{t('booking.faults.twice')}</legend>
        <div className="choices">
          {found.offers.map(({ offset }, index) => (
            <label key={offset} className="choice">
              <input
                type="radio"
                name={`offset-of-${local}`}
                checked={day.offset === offset}
                onChange={() => onDay({ ...day, offset })}
              />
              <span>
                {t(index === 0 ? 'staff:book.first' : 'staff:book.second', { offset: `UTC${offset}` })}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    );
  return null;
}
